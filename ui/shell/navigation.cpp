// SPDX-License-Identifier: Apache-2.0
// See navigation.h.
#include "ui/shell/navigation.h"

#include "ui/widgets/app_style.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/page.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

namespace yoyo {

Navigation::Navigation(const PageRegistry& registry, QWidget* parent) : QWidget(parent), m_registry(registry)
{
    setObjectName(QStringLiteral("navigation"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::related, space::group, space::related, space::related);
    column->setSpacing(2);
    column->addStrut(200);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(space::related, 0, space::related, 12);
    head->setSpacing(10);
    auto* picture = new QLabel(this);
    picture->setPixmap(appIcon().pixmap(QSize(32, 32), devicePixelRatioF()));
    picture->setAccessibleName(QStringLiteral("Yoyo Desk"));
    head->addWidget(picture, 0, Qt::AlignTop);
    auto* names = new QVBoxLayout;
    names->setSpacing(0);
    m_program = new QLabel(this);
    setTextKind(m_program, TextKind::Section);
    m_municipality = new QLabel(this);
    m_municipality->setTextFormat(Qt::PlainText);
    m_municipality->setWordWrap(true);
    setTextKind(m_municipality, TextKind::Small);
    setSecondary(m_municipality);
    names->addWidget(m_program);
    names->addWidget(m_municipality);
    head->addLayout(names, 1);
    column->addLayout(head);
    m_list = new QVBoxLayout;
    m_list->setSpacing(2);
    column->addLayout(m_list);
    column->addStretch(1);
    m_foot = new QVBoxLayout;
    m_foot->setSpacing(2);
    column->addLayout(m_foot);
    column->addSpacing(space::half);
    column->addWidget(makeHairline(this));
    auto* who = new QHBoxLayout;
    who->setContentsMargins(space::related, space::related, 0, 0);
    who->setSpacing(2);
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    m_userName = new QLabel(this);
    m_userName->setTextFormat(Qt::PlainText);
    QFont bold = m_userName->font();
    bold.setBold(true);
    m_userName->setFont(bold);
    m_role = new QLabel(this);
    setTextKind(m_role, TextKind::Small);
    setSecondary(m_role);
    words->addWidget(m_userName);
    words->addWidget(m_role);
    who->addLayout(words, 1);
    m_lock = new QToolButton(this);
    m_lock->setFocusPolicy(Qt::TabFocus);
    m_signOut = new QToolButton(this);
    m_signOut->setFocusPolicy(Qt::TabFocus);
    who->addWidget(m_lock);
    who->addWidget(m_signOut);
    column->addLayout(who);
    connect(m_lock, &QToolButton::clicked, this, &Navigation::lockRequested);
    connect(m_signOut, &QToolButton::clicked, this, &Navigation::signOutRequested);
    rebuild();
}

void Navigation::setOffice(const ShellOffice& office)
{
    m_office = office;
    retranslate();
}

void Navigation::setUser(const ShellUser& user)
{
    m_user = user;
    rebuild();
}

QToolButton* Navigation::makeEntry(const PageSpec& spec)
{
    auto* entry = new QToolButton(this);
    setButtonRole(entry, ButtonRole::Navigation);
    entry->setObjectName(QStringLiteral("nav_") + spec.id);
    entry->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    entry->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    entry->setCheckable(true);
    entry->setFocusPolicy(Qt::StrongFocus);
    entry->setAutoRaise(true);
    entry->installEventFilter(this);
    connect(entry, &QToolButton::clicked, this, [this, entry, id = spec.id] {
        entry->setChecked(id == m_current);
        Q_EMIT pageChosen(id);
    });
    m_entries.insert(spec.id, entry);
    m_order.append(spec.id);
    return entry;
}

void Navigation::rebuild()
{
    for (QToolButton* entry : std::as_const(m_entries))
        entry->deleteLater();
    m_entries.clear();
    m_order.clear();
    auto mayBeSeen = [this](const PageSpec& spec) { return !spec.isAllowed || spec.isAllowed(m_user.role); };
    for (const PageSpec& spec : m_registry.all()) {
        if (spec.place == PageSpec::Place::Navigation && mayBeSeen(spec))
            m_list->addWidget(makeEntry(spec));
    }
    for (const PageSpec& spec : m_registry.all()) {
        if (spec.place == PageSpec::Place::Program && mayBeSeen(spec))
            m_foot->addWidget(makeEntry(spec));
    }
    // Keyboard order as the eye reads, whenever the entries came.
    QWidget* before = nullptr;
    for (const QString& id : std::as_const(m_order)) {
        if (before)
            setTabOrder(before, m_entries.value(id));
        before = m_entries.value(id);
    }
    if (before)
        setTabOrder(before, m_lock);
    setTabOrder(m_lock, m_signOut);
    retranslate();
    setCurrent(m_current);
}

void Navigation::setCurrent(const QString& id)
{
    m_current = id;
    for (auto it = m_entries.begin(); it != m_entries.end(); ++it) {
        const bool isCurrent = it.key() == id;
        it.value()->setChecked(isCurrent);
        QFont font = it.value()->font();
        font.setBold(isCurrent);
        it.value()->setFont(font);
        if (const PageSpec* spec = m_registry.find(it.key()))
            it.value()->setIcon(icon(spec->icon, isCurrent ? IconTone::Action : IconTone::Secondary));
    }
}

void Navigation::retranslate()
{
    setAccessibleName(tr("Navigation"));
    m_program->setText(tr("Yoyo Desk"));
    QString office = m_office.municipality;
    if (!m_office.municipalityCode.isEmpty())
        office += QLatin1Char(' ') + m_office.municipalityCode;
    m_municipality->setText(office);
    m_municipality->setVisible(!office.isEmpty());
    for (auto it = m_entries.begin(); it != m_entries.end(); ++it) {
        const PageSpec* spec = m_registry.find(it.key());
        const QString title = spec && spec->title ? spec->title() : it.key();
        it.value()->setText(QLatin1Char(' ') + title);
        it.value()->setAccessibleName(title);
        if (spec && !spec->shortcut.isEmpty())
            it.value()->setToolTip(title + QStringLiteral(" (") + spec->shortcut.toString(QKeySequence::NativeText) +
                                   QLatin1Char(')'));
    }
    m_userName->setText(m_user.name);
    switch (m_user.role) {
    case Role::Administrator:
        m_role->setText(tr("Administrator"));
        break;
    case Role::Staff:
        m_role->setText(tr("Staff"));
        break;
    case Role::Reader:
        m_role->setText(tr("Reader"));
        break;
    }
    m_lock->setIcon(icon(QStringLiteral("lock"), IconTone::Secondary));
    m_lock->setToolTip(tr("Lock the screen (Ctrl+L)"));
    m_lock->setAccessibleName(tr("Lock the screen"));
    m_signOut->setIcon(icon(QStringLiteral("sign-out"), IconTone::Secondary));
    m_signOut->setToolTip(tr("Sign out"));
    m_signOut->setAccessibleName(tr("Sign out"));
}

void Navigation::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void Navigation::paintEvent(QPaintEvent*)
{
    const Colors& c = colorsOf(this);
    QPainter painter(this);
    painter.fillRect(rect(), c.surfaceSubtle);
    painter.fillRect(width() - 1, 0, 1, height(), c.isHighContrast ? c.text : c.rowLine);
}

bool Navigation::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const int step = key->key() == Qt::Key_Down ? 1 : key->key() == Qt::Key_Up ? -1 : 0;
        for (int i = 0; step != 0 && i < m_order.size(); ++i) {
            if (m_entries.value(m_order.at(i)) == watched) {
                const int next = qBound(0, i + step, int(m_order.size()) - 1);
                m_entries.value(m_order.at(next))->setFocus(Qt::TabFocusReason);
                return true;
            }
        }
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            if (auto* entry = qobject_cast<QToolButton*>(watched)) {
                entry->click();
                return true;
            }
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace yoyo
