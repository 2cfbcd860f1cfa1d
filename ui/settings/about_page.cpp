// SPDX-License-Identifier: Apache-2.0
// See about_page.h.
#include "ui/settings/about_page.h"

#include "ui/settings/settings_backend.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/message_line.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace yoyo {

AboutPage::AboutPage(const SettingsBackend& backend, QWidget* parent)
    : Page(QStringLiteral("about"), Body::Scrolling, parent), m_backend(backend)
{
    m_grid = new QGridLayout;
    m_grid->setHorizontalSpacing(space::page);
    m_grid->setVerticalSpacing(space::related);
    m_grid->setColumnStretch(1, 1);
    content()->addLayout(m_grid);
    content()->addWidget(makeHairline(this));
    m_licences = new QLabel(this);
    m_licences->setWordWrap(true);
    m_licences->setTextFormat(Qt::PlainText);
    m_licences->setMaximumWidth(720);
    content()->addWidget(m_licences);
    content()->addStretch(1);
    m_copy = addSideButton(makeButton(ButtonRole::Normal, this));
    m_copy->setIcon(icon(QStringLiteral("copy"), IconTone::Action));
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(report());
        messages()->show(Message::Kind::Success, tr("Copied. Paste it into your message to the helpdesk."));
    });
    retranslate();
}

void AboutPage::entered()
{
    retranslate();
}

static QString environmentWord(const QString& code)
{
    if (code == QLatin1String("production"))
        return AboutPage::tr("Production");
    if (code == QLatin1String("verification"))
        return AboutPage::tr("Verification");
    return code == QLatin1String("practice") ? AboutPage::tr("Practice") : code;
}

QList<std::pair<QString, QString>> AboutPage::facts() const
{
    const AboutInfo info = m_backend.about();
    auto known = [](const QString& text) { return text.isEmpty() ? tr("Not known yet") : text; };
    return {{tr("Program"), tr("Yoyo Desk %1").arg(info.version)},
            {tr("Central service"), known(info.serviceVersion)},
            {tr("Interface"), known(info.contract)},
            {tr("Environment"), known(environmentWord(info.environment))},
            {tr("Data of this PC"), known(info.dataFolder)},
            {tr("Qt"), info.qtVersion}};
}

QString AboutPage::report() const
{
    QStringList lines;
    for (const auto& [label, value] : facts())
        lines.append(label + QStringLiteral(": ") + value);
    return lines.join(QLatin1Char('\n'));
}

void AboutPage::retranslate()
{
    setTitle(tr("About this program"));
    setPurpose(tr("What the helpdesk asks for first."));
    while (QLayoutItem* item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    int row = 0;
    for (const auto& [label, value] : facts()) {
        auto* name = new QLabel(label, this);
        setSecondary(name);
        auto* text = new QLabel(value, this);
        text->setTextFormat(Qt::PlainText);
        text->setWordWrap(true);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        m_grid->addWidget(name, row, 0, Qt::AlignTop);
        m_grid->addWidget(text, row, 1);
        ++row;
    }
    m_licences->setText(tr("Licensed under the Apache License 2.0. Uses Qt (LGPL 3, linked dynamically), SQLite (public "
                           "domain), OpenSSL (Apache 2.0), zlib (zlib licence) and QtKeychain (BSD). Colours follow the "
                           "design system of the Digital Agency of Japan."));
    m_copy->setText(tr("Copy for the helpdesk"));
}

} // namespace yoyo
