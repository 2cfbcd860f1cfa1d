// SPDX-License-Identifier: Apache-2.0
// See notes_page.h.
#include "ui/signin/notes_page.h"

#include "ui/signin/form_column.h"
#include "ui/signin/trouble_text.h"
#include "ui/widgets/band.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace yoyo {

NotesPage::NotesPage(SignInController& controller, const ErrorPresenter& presenter, QWidget* parent)
    : Page(QStringLiteral("sign-in-notes"), Body::Scrolling, parent), m_controller(controller), m_presenter(presenter)
{
    QVBoxLayout* column = addFormColumn(*this, 640);
    m_offline = new Band(Band::Kind::Offline, this);
    m_offline->setObjectName(QStringLiteral("offline"));
    column->addWidget(m_offline);
    m_meaning = makeText(this);
    column->addWidget(m_meaning);
    m_notes = new QVBoxLayout;
    m_notes->setSpacing(space::related);
    column->addLayout(m_notes);
    QHBoxLayout* row = addButtonRow(column);
    m_goOn = makeButton(ButtonRole::Primary, this);
    m_goOn->setObjectName(QStringLiteral("goOn"));
    row->addWidget(m_goOn);
    connect(m_goOn, &QPushButton::clicked, &m_controller, &SignInController::finish);
    retranslate();
}

void NotesPage::entered()
{
    retranslate();
    m_goOn->setFocus();
}

void NotesPage::fill()
{
    while (QLayoutItem* item = m_notes->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    for (const Error& note : m_controller.notes()) {
        auto* band = new Band(Band::Kind::Info, this);
        const Presented presented = m_presenter.present(note);
        const TroubleKind kind = troubleKindOf(note.code);
        const bool isWhyOffline = m_controller.isOffline() && kind != TroubleKind::Keychain &&
            kind != TroubleKind::LocalStore;
        band->setKind(isWhyOffline ? Band::Kind::Info : Band::Kind::Warning);
        band->setText(isWhyOffline
                          ? tr("Reason: %1. %2", "kind of trouble and message").arg(TroubleText::title(kind), presented.full())
                          : presented.full());
        m_notes->addWidget(band);
    }
}

void NotesPage::retranslate()
{
    setTitle(m_controller.isOffline() ? tr("Signed in without the service") : tr("Signed in"));
    m_offline->setVisible(m_controller.isOffline());
    m_offline->setText(tr("You are working offline on this PC's copy of the data."));
    m_meaning->setVisible(m_controller.isOffline());
    m_meaning->setText(tr("You can look things up and change them. Changes are kept on this PC and sent by themselves "
                          "when the service can be reached again. Resetting passwords and unlocking need the service."));
    m_goOn->setText(tr("Go on"));
    fill();
}

} // namespace yoyo
