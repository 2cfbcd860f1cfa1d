// SPDX-License-Identifier: Apache-2.0
// Badges: small rounded labels for a state, told by word and shape and only then by colour. As a widget, and as a
// delegate for table cells whose model answers BadgeRole.
#pragma once

#include <QWidget>
#include <QStyledItemDelegate>

namespace yoyo {

enum class BadgeKind {
    Neutral, ///< 終了, 停止: outlined grey
    Info,    ///< 未送信: outlined blue with a dot
    Good,    ///< 実施, 利用中: green with a tick
    Caution, ///< 要確認, 期限切れ: yellow with a triangle
    Bad      ///< 送信できない, ロック中: red with a bar
};

/// Item data role whose value is a BadgeKind as int; the text is Qt::DisplayRole. Without it the cell is plain text.
inline constexpr int BadgeRole = Qt::UserRole + 900;

void paintBadge(QPainter* painter, const QRect& rect, BadgeKind kind, const QString& text, const QFont& font,
                const QWidget* widget);
QSize badgeSize(const QString& text, const QFont& font);

class Badge : public QWidget
{
    Q_OBJECT
public:
    explicit Badge(QWidget* parent = nullptr);
    void setBadge(BadgeKind kind, const QString& text);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    BadgeKind m_kind = BadgeKind::Neutral;
    QString m_text;
};

class BadgeDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace yoyo
