// SPDX-License-Identifier: Apache-2.0
// yoyo-desk --tour DIR: the story of an office's first days, played in the real window against a running
// demonstration service (app/demo --tour), one picture of each screen. GUI thread.
#pragma once

#include "app/desk/demo_control.h"
#include "app/desk/tour_player.h"

#include <QObject>
#include <QString>
#include <QUuid>

#include <optional>

namespace yoyo {

class Desk;
struct SettingRow;

class Tour final : public QObject
{
    Q_OBJECT
public:
    /// Needs a demonstration (DemoControl::fromEnvironment()); both are borrowed. Pictures go to `directory`.
    Tour(Desk& desk, DemoControl demo, const QString& directory, QObject* parent = nullptr);
    void start() { m_player.start(); }
    int pictures() const { return m_player.pictures(); }

Q_SIGNALS:
    /// Empty: every step was played.
    void finished(const QString& problem);

private:
    void beforeTheFirstSignIn();
    void firstSignIn();
    void ownData();
    void users();
    void registerUser();
    void settings();
    void severalSettings();
    void offline();
    void colleagueAndBack();
    void program();
    void newColleague();
    void livedInOffice();

    void type(const QString& field, const QString& text);
    void typePasswords(const QString& password);
    void typeSetting(const QString& field, const QString& text);
    void goTo(const QString& page);
    void findSetting(const QString& name);
    void openSetting(const QString& name);
    void awaitSynced(const QString& what);
    void awaitSignedIn();
    void signOut();
    void choose(const QString& entry);

    Desk& m_desk;
    DemoControl m_demo;
    TourPlayer m_player;
    QString m_newLoginId;          ///< of the user registered on the way
    std::optional<QUuid> m_found;  ///< the answer of findSetting()
    QString m_mgmtNo;
    QString m_mailBefore;
    bool m_isSteppedUp = false;
};

} // namespace yoyo
