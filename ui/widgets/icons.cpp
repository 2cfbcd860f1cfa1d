// SPDX-License-Identifier: Apache-2.0
// Tinting engine over the PNGs that the build renders; see icons.h.
#include "ui/widgets/icons.h"

#include "ui/widgets/colors.h"

#include <QFile>
#include <QHash>
#include <QIconEngine>
#include <QPainter>
#include <QPixmap>

#include <initializer_list>

static void loadIconResource()
{
    Q_INIT_RESOURCE(yoyo_icons);
}

namespace yoyo {

namespace {

QColor colorOf(IconTone tone)
{
    const Colors& c = colorsOf(nullptr);
    switch (tone) {
    case IconTone::Secondary:
        return c.secondary;
    case IconTone::Action:
        return c.isHighContrast ? c.text : c.action;
    case IconTone::OnAction:
        return c.onAction;
    case IconTone::Error:
        return c.errorDark;
    case IconTone::Success:
        return c.success;
    case IconTone::Warning:
        return c.warning;
    case IconTone::Text:
        break;
    }
    return c.text;
}

/// The rendered size that needs no enlarging, or the largest.
int renderedSize(int wanted, std::initializer_list<int> sizes)
{
    for (const int size : sizes) {
        if (size >= wanted)
            return size;
    }
    return std::data(sizes)[sizes.size() - 1];
}

class TintedIconEngine final : public QIconEngine
{
public:
    TintedIconEngine(QString name, IconTone tone) : m_name(std::move(name)), m_tone(tone) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal ratio = painter->device()->devicePixelRatioF();
        QPixmap picture = pixmap(rect.size() * ratio, mode, state);
        picture.setDevicePixelRatio(ratio);
        painter->drawPixmap(rect, picture);
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State) override
    {
        const int edge = qMin(size.width(), size.height());
        const QColor color = mode == QIcon::Disabled ? colorsOf(nullptr).placeholder : colorOf(m_tone);
        const quint64 key = (quint64(color.rgba()) << 32) | quint64(edge);
        if (const auto found = m_cache.constFind(key); found != m_cache.constEnd())
            return *found;
        const int rendered = renderedSize(edge, {20, 24, 30, 36, 40, 48, 60, 72});
        QImage image(QStringLiteral(":/icons/%1-%2.png").arg(m_name).arg(rendered));
        image = image.convertToFormat(QImage::Format_ARGB32_Premultiplied);
        if (rendered != edge)
            image = image.scaled(edge, edge, Qt::KeepAspectRatio, Qt::SmoothTransformation);
        QPainter painter(&image);
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(image.rect(), color);
        painter.end();
        const QPixmap out = QPixmap::fromImage(image);
        m_cache.insert(key, out);
        return out;
    }
    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, qreal) override
    {
        return pixmap(size, mode, state);
    }
    QIconEngine* clone() const override { return new TintedIconEngine(m_name, m_tone); }
    QList<QSize> availableSizes(QIcon::Mode, QIcon::State) override { return {QSize(20, 20), QSize(24, 24)}; }
    bool isNull() override { return false; }

private:
    QString m_name;
    IconTone m_tone;
    QHash<quint64, QPixmap> m_cache;
};

/// Reads only the sizes that are shown: the whole set costs more than the rest of an empty window.
class AppIconEngine final : public QIconEngine
{
public:
    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal ratio = painter->device()->devicePixelRatioF();
        painter->drawPixmap(rect, pixmap(rect.size() * ratio, mode, state));
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode, QIcon::State) override
    {
        const int edge = qMin(size.width(), size.height());
        const int rendered = renderedSize(edge, {16, 24, 32, 48, 64, 128, 256});
        QImage image(QStringLiteral(":/icons/app-%1.png").arg(rendered));
        if (rendered != edge)
            image = image.scaled(edge, edge, Qt::KeepAspectRatio, Qt::SmoothTransformation);
        return QPixmap::fromImage(image);
    }
    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, qreal) override
    {
        return pixmap(size, mode, state);
    }
    QIconEngine* clone() const override { return new AppIconEngine; }
    /// What a window hands to the desktop.
    QList<QSize> availableSizes(QIcon::Mode, QIcon::State) override
    {
        return {QSize(16, 16), QSize(24, 24), QSize(32, 32), QSize(48, 48)};
    }
    bool isNull() override { return false; }
};

} // namespace

QIcon icon(const QString& name, IconTone tone)
{
    loadIconResource();
    if (!QFile::exists(QStringLiteral(":/icons/%1-24.png").arg(name))) {
        qWarning("no icon named %s", qPrintable(name));
        return {};
    }
    return QIcon(new TintedIconEngine(name, tone));
}

QIcon appIcon()
{
    loadIconResource();
    return QIcon(new AppIconEngine);
}

} // namespace yoyo
