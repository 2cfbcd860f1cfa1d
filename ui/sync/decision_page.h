// SPDX-License-Identifier: Apache-2.0
// 要確認: one conflict with 元の値, この端末 and 中央 side by side. Each group that collides is decided by a person;
// nothing is chosen beforehand, and the choices stay when the centre moves again and the page is shown anew.
#pragma once

#include "ui/sync/sync_desk.h"
#include "ui/sync/sync_words.h"
#include "ui/widgets/error_presenter.h"
#include "ui/widgets/page.h"

#include <QHash>

class QAction;
class QLineEdit;
class QRadioButton;

namespace yoyo {

class Band;
class FormField;
class Questions;

class DecisionController : public QObject
{
    Q_OBJECT
public:
    explicit DecisionController(SyncDesk& desk, QObject* parent = nullptr);
    SyncDesk& desk() { return m_desk; }
    const std::optional<ConflictRow>& conflict() const { return m_conflict; }
    bool isBusy() const { return m_isBusy; }
    const QHash<QString, Side>& choices() const { return m_choices; }
    void choose(const QString& group, Side side);
    /// The groups that wait for a choice, in order.
    QStringList undecided() const;

    void load(const QUuid& id);
    void reload();
    /// Needs a choice for each group: otherwise undecidedLeft() and nothing is sent.
    void decide(const QString& reason);

Q_SIGNALS:
    void loaded();
    void loadFailed(const yoyo::Error& error);
    void busyChanged();
    void undecidedLeft(const QStringList& groups);
    void decided();
    /// The centre has moved since; the new values are loaded and shown.
    void superseded(const yoyo::Error& error);
    void decideFailed(const yoyo::Error& error);

private:
    SyncDesk& m_desk;
    QUuid m_id;
    std::optional<ConflictRow> m_conflict;
    QHash<QString, Side> m_choices;
    bool m_isBusy = false;
};

class DecisionPage : public Page
{
    Q_OBJECT
public:
    DecisionPage(SyncDesk& desk, const SyncWords& words, const ErrorPresenter& presenter, Questions& questions,
                 QWidget* parent = nullptr);
    void openConflict(const QUuid& id);
    DecisionController& controller() { return m_controller; }
    bool mayLeave() override;

Q_SIGNALS:
    /// Decided; the list is the next page.
    void settled();

protected:
    void retranslate() override;

private:
    struct Group
    {
        QString name;
        QFrame* card = nullptr;
        QLabel* title = nullptr;
        QLabel* missing = nullptr;
        QRadioButton* local = nullptr;
        QRadioButton* central = nullptr;
    };
    void build();
    void addGroup(const ConflictRow& conflict, const ConflictGroup& group);
    void dress();
    void print();

    const SyncWords& m_words;
    const ErrorPresenter& m_presenter;
    Questions& m_questions;
    DecisionController m_controller;
    Band* m_trouble;
    Band* m_moved;
    QLabel* m_state;
    QLabel* m_about;
    QVBoxLayout* m_groups;
    QList<Group> m_shown;
    QLineEdit* m_reason;
    FormField* m_reasonField;
    QAction* m_print;
    QPushButton* m_back;
    QPushButton* m_decide;
};

} // namespace yoyo
