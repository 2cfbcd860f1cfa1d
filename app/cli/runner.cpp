// SPDX-License-Identifier: Apache-2.0
#include "app/cli/runner.h"

#include "app/cli/bundle.h"
#include "app/cli/csv_file.h"
#include "app/cli/doctor.h"
#include "app/composition/composition.h"
#include "app/composition/sync_door.h"
#include "models/central/central.h"
#include "models/domain/clock.h"
#include "models/domain/when_done.h"
#include "models/services/work_service.h"
#include "models/session/sign_in_trouble.h"
#include "models/sync/sync_runner.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QJsonArray>
#include <QTimer>

namespace yoyo {

constexpr int exportPage = 500;
constexpr std::chrono::milliseconds lockRetry{500};

Runner::Runner(const CommandLine& line, Composition& composition, Keychain& keychain, TypedSecrets secrets,
               Report& report)
    : m_line(line), m_composition(composition), m_keychain(keychain), m_secrets(std::move(secrets)),
      m_report(report)
{
}

void Runner::start()
{
    switch (m_line.command) {
    case Command::Connect:
        return connectService();
    case Command::SignIn:
        return signIn();
    case Command::SignOut:
        return signOut();
    case Command::Status:
        return status();
    case Command::Sync:
        return resumeThen([this] { sync(); });
    case Command::Export:
        return resumeThen([this] { exportLists(); });
    case Command::Doctor:
        whenDone(runDoctor(m_composition, m_keychain, m_report), this, [this] {
            if (!m_line.output.isEmpty())
                writeDoctorBundle();
            end();
        });
        return;
    case Command::Help:
    case Command::Version:
        break;
    }
    end();
}

void Runner::end()
{
    if (std::exchange(m_isEnded, true))
        return;
    m_composition.sync().stop();
    m_composition.session().close();
    Q_EMIT finished();
}

/// The error with whom to call, as far as this PC knows.
void Runner::reportTrouble(const Error& error)
{
    m_report.fail(error);
    const std::optional<OfficeInfo> office = m_composition.session().office();
    const SignInTrouble trouble =
        signInTrouble(error, office ? &*office : nullptr, m_composition.clock().nowUtc());
    if (trouble.whom == WhomToCall::Administrators) {
        QJsonArray people;
        for (const OfficeContact& a : trouble.administrators) {
            people.append(QJsonObject{{QStringLiteral("name"), a.name},
                                      {QStringLiteral("department"), a.department},
                                      {QStringLiteral("phone"), a.phone}});
            m_report.line(QStringLiteral("Administrator: %1, %2, %3").arg(a.name, a.department, a.phone),
                          QStringLiteral("管理者: %1（%2、%3）").arg(a.name, a.department, a.phone));
        }
        m_report.set(QStringLiteral("administrators"), people);
    }
    if (trouble.whom == WhomToCall::Helpdesk && trouble.helpdesk) {
        m_report.line(
            QStringLiteral("Helpdesk: %1 %2").arg(trouble.helpdesk->name, trouble.helpdesk->phone),
            QStringLiteral("ヘルプデスク: %1 %2").arg(trouble.helpdesk->name, trouble.helpdesk->phone));
    }
    if (trouble.comeBackAt)
        m_report.set(QStringLiteral("come_back_at"), instantText(*trouble.comeBackAt));
    end();
}

void Runner::connectService()
{
    const Result<QUrl> address = serviceAddress(m_line.address);
    if (!address)
        return reportTrouble(address.error());
    const QString caFile = m_line.caFile.isEmpty() ? QString() : QFileInfo(m_line.caFile).absoluteFilePath();
    whenDone(m_composition.connectTo(*address, caFile), this, [this](const Result<Handshake>& answer) {
        if (!answer)
            return reportTrouble(answer.error());
        m_report.set(QStringLiteral("address"), m_composition.profile().address.toString());
        m_report.set(QStringLiteral("environment"), answer->environment);
        m_report.set(QStringLiteral("demo"), answer->isDemo);
        m_report.set(QStringLiteral("service_version"), answer->version);
        m_report.set(QStringLiteral("maintenance"), answer->maintenance.has_value());
        m_report.line(QStringLiteral("Connected to %1 (%2).")
                          .arg(m_composition.profile().address.toString(), answer->environment),
                      QStringLiteral("%1 に接続しました（%2）。")
                          .arg(m_composition.profile().address.toString(), answer->environment));
        end();
    });
}

void Runner::signIn()
{
    whenDone(m_composition.session().signIn(m_line.loginId, m_secrets.password), this,
             [this](const Result<SessionState>& reached) {
                 if (!reached || *reached != SessionState::MustChangePassword)
                     return onSignedIn(reached);
                 if (!m_line.hasNewPassword) {
                     // The half-made session is of no use to a later call: give it back before saying so.
                     whenDone(m_composition.session().signOut(), this, [this](const Result<void>&) {
                         onSignedIn(Error(ErrorCode::PasswordChangeRequired));
                     });
                     return;
                 }
                 whenDone(m_composition.session().changePassword({}, m_secrets.newPassword), this,
                          [this](const Result<SessionState>& changed) {
                              m_report.set(QStringLiteral("password_changed"), changed.isOk());
                              onSignedIn(changed);
                          });
             });
}

void Runner::onSignedIn(const Result<SessionState>& reached)
{
    for (const Error& note : m_composition.session().notes())
        m_report.note(note);
    if (!reached)
        return reportTrouble(reached.error());
    const bool isOnline = *reached == SessionState::Online;
    m_report.set(QStringLiteral("signed_in"), true);
    m_report.set(QStringLiteral("online"), isOnline);
    reportUser();
    if (!isOnline) {
        m_report.line(QStringLiteral("Offline: what is saved now is sent later."),
                      QStringLiteral("オフラインです。保存した作業は、あとで送信されます。"));
    }
    end();
}

void Runner::reportUser()
{
    const SessionUser& user = m_composition.session().user();
    m_report.set(
        QStringLiteral("user"),
        QJsonObject{{QStringLiteral("login_id"), user.loginId},
                    {QStringLiteral("name"), QString(user.familyName + QLatin1Char(' ') + user.givenName)},
                    {QStringLiteral("role"), user.role}});
    QString office;
    if (const auto info = m_composition.session().office())
        office = info->name;
    m_report.set(QStringLiteral("office"), office);
    m_report.line(QStringLiteral("Signed in: %1 %2 (%3)").arg(user.familyName, user.givenName, office),
                  QStringLiteral("サインイン中: %1 %2（%3）").arg(user.familyName, user.givenName, office));
}

void Runner::resumeThen(std::function<void()> next)
{
    whenDone(m_composition.session().resume(), this,
             [this, next = std::move(next)](const Result<SessionState>& reached) {
                 if (reached)
                     next();
                 else
                     reportTrouble(reached.error());
             });
}

void Runner::signOut()
{
    // Also without a store to open: the keychain's entry goes in any case.
    whenDone(m_composition.session().resume(), this, [this](const Result<SessionState>& resumed) {
        const bool wasSignedIn = resumed.isOk();
        whenDone(m_composition.session().signOut(), this, [this, wasSignedIn](const Result<void>& done) {
            if (!done)
                return reportTrouble(done.error());
            m_report.set(QStringLiteral("was_signed_in"), wasSignedIn);
            m_report.line(QStringLiteral("Signed out. Work not yet sent stays on this PC."),
                          QStringLiteral("サインアウトしました。未送信の作業はこのPCに残っています。"));
            end();
        });
    });
}

void Runner::status()
{
    m_report.set(QStringLiteral("profile"), m_line.profile);
    m_report.set(QStringLiteral("address"), m_composition.profile().address.toString());
    m_report.set(QStringLiteral("environment"), m_composition.profile().environment);
    m_report.line(QStringLiteral("Service: %1").arg(m_composition.profile().address.toString()),
                  QStringLiteral("接続先: %1").arg(m_composition.profile().address.toString()));
    whenDone(m_composition.session().resume(), this, [this](const Result<SessionState>& resumed) {
        m_report.set(QStringLiteral("signed_in"), resumed.isOk());
        if (resumed)
            return reportStatus(true);
        if (resumed.error().code != ErrorCode::NotSignedIn)
            m_report.note(resumed.error());
        m_report.line(QStringLiteral("Nobody is signed in."), QStringLiteral("サインインしていません。"));
        reportOwners();
    });
}

void Runner::reportOwners()
{
    whenDone(m_composition.session().officeMemory(), this, [this](const Result<OfficeMemory>& memory) {
        QJsonArray stores;
        for (const StoreOwner& owner : memory ? memory->owners : QList<StoreOwner>()) {
            stores.append(QJsonObject{
                {QStringLiteral("login_id"), owner.loginId},
                {QStringLiteral("name"), QString(owner.familyName + QLatin1Char(' ') + owner.givenName)},
                {QStringLiteral("unsent"), owner.unsent}});
            m_report.line(QStringLiteral("On this PC: %1 %2, unsent %3")
                              .arg(owner.familyName, owner.givenName)
                              .arg(owner.unsent),
                          QStringLiteral("このPC: %1 %2、未送信 %3")
                              .arg(owner.familyName, owner.givenName)
                              .arg(owner.unsent));
        }
        m_report.set(QStringLiteral("stores"), stores);
        end();
    });
}

static QJsonObject countsJson(const SyncCounts& counts)
{
    return {{QStringLiteral("unsent"), counts.unsent},
            {QStringLiteral("needs_person"), counts.needsPerson},
            {QStringLiteral("cannot_send"), counts.cannotSend},
            {QStringLiteral("waiting_step_up"), counts.waitingStepUp},
            {QStringLiteral("of_others"), counts.ofOthers}};
}

static void reportCounts(Report& report, const SyncCounts& counts)
{
    report.set(QStringLiteral("counts"), countsJson(counts));
    report.line(QStringLiteral("Unsent %1 · needs a decision %2 · cannot be sent %3")
                    .arg(counts.unsent)
                    .arg(counts.needsPerson)
                    .arg(counts.cannotSend),
                QStringLiteral("未送信 %1 · 要確認 %2 · 送信できない %3")
                    .arg(counts.unsent)
                    .arg(counts.needsPerson)
                    .arg(counts.cannotSend));
    if (counts.waitingStepUp > 0) {
        report.line(QStringLiteral("  of them %1 wait for the password of the person who made them (window: Sync)")
                        .arg(counts.waitingStepUp),
                    QStringLiteral("　うち %1 件は、変更した人のパスワード待ちです（画面の「同期」で入力します）")
                        .arg(counts.waitingStepUp));
    }
    if (counts.ofOthers > 0) {
        report.line(QStringLiteral("  of them %1 are another person's, and go when that person signs in").arg(counts.ofOthers),
                    QStringLiteral("　うち %1 件は別の人の作業で、その人がサインインすると送られます").arg(counts.ofOthers));
    }
}

void Runner::reportStatus(bool isSignedIn)
{
    if (isSignedIn)
        reportUser();
    whenDone(m_composition.work().counts(), this, [this](const Result<SyncCounts>& counts) {
        if (!counts)
            return reportTrouble(counts.error());
        reportCounts(m_report, *counts);
        whenDone(m_composition.users().list({}, 0, 1), this, [this](const Result<UserPage>& page) {
            const QDateTime asOf = page ? page->asOf : QDateTime();
            m_report.set(QStringLiteral("last_sync"),
                         asOf.isValid() ? QJsonValue(instantText(asOf)) : QJsonValue());
            reportOwners();
        });
    });
}

void Runner::sync()
{
    m_report.progress(QStringLiteral("Synchronising …"), QStringLiteral("同期しています…"));
    connect(&m_composition.sync(), &SyncRunner::roundEnded, this, &Runner::onRoundEnded);
    waitForEngine(std::chrono::milliseconds(0));
}

void Runner::waitForEngine(std::chrono::milliseconds waited)
{
    if (m_composition.session().holdEngineLock()) {
        m_composition.sync().start();
        return;
    }
    if (waited >= m_line.wait) {
        return reportTrouble(
            Error(ErrorCode::EngineBusy, {}, {{QStringLiteral("seconds"), qint64(m_line.wait.count())}}));
    }
    askWindow(waited);
}

/// An open window syncs for us. Another `yoyo` has no door: then the lock is tried again until it ends.
void Runner::askWindow(std::chrono::milliseconds waited)
{
    QElapsedTimer began;
    began.start();
    const auto asked = askForSync(m_composition.session().storeDirectory(), m_line.wait - waited, this);
    whenDone(asked, this, [this, waited, began](const Result<SyncAnswer>& answer) {
        if (answer) {
            m_report.set(QStringLiteral("by_window"), true);
            return reportRound(*answer);
        }
        const auto passed = waited + std::chrono::milliseconds(began.elapsed()) + lockRetry;
        QTimer::singleShot(lockRetry, this, [this, passed] { waitForEngine(passed); });
    });
}

void Runner::onRoundEnded()
{
    if (m_isEnded)
        return;
    const SyncStatus status = m_composition.sync().status();
    reportRound({status.lastOk, status.isVerified, status.lastError});
}

void Runner::reportRound(const SyncAnswer& round)
{
    if (round.error)
        return reportTrouble(*round.error);
    whenDone(m_composition.work().counts(), this, [this, round](const Result<SyncCounts>& counts) {
        if (!counts)
            return reportTrouble(counts.error());
        reportCounts(m_report, *counts);
        m_report.set(QStringLiteral("last_sync"), instantText(round.lastOk));
        m_report.set(QStringLiteral("verified"), round.isVerified);
        if (round.isVerified) {
            m_report.line(QStringLiteral("Compared: this PC and the centre have the same data."),
                          QStringLiteral("照合済み：このPCと中央の内容は同じです。"));
        }
        // Done means that everything is at the centre.
        if (counts->unsent + counts->needsPerson + counts->cannotSend > 0)
            m_report.setExitCode(ExitCode::Findings);
        end();
    });
}

void Runner::writeDoctorBundle()
{
    const auto names = writeBundle(m_line.output, m_composition, m_report.value(QStringLiteral("checks")).toArray());
    if (!names) {
        m_report.fail(names.error());
        return;
    }
    m_report.set(QStringLiteral("bundle"), m_line.output);
    m_report.set(QStringLiteral("bundle_files"), QJsonArray::fromStringList(*names));
    const QString list = names->join(QStringLiteral(", "));
    m_report.line(QStringLiteral("For the helpdesk: %1 (%2)").arg(m_line.output, list),
                  QStringLiteral("ヘルプデスクに送るファイル: %1（%2）").arg(m_line.output, list));
}

void Runner::exportLists()
{
    if (m_line.what == QLatin1String("users")) {
        m_rows = {userHeading(m_line.purpose, m_report.language())};
        exportUsers(0);
    } else {
        m_rows = {settingHeading(m_line.purpose, m_report.language())};
        exportSettings(0);
    }
}

void Runner::exportUsers(int offset)
{
    whenDone(m_composition.users().list({}, offset, exportPage), this,
             [this, offset](const Result<UserPage>& page) {
                 if (!page)
                     return reportTrouble(page.error());
                 for (const UserRow& row : page->rows) {
                     m_rows.append(userCells(row.user));
                     if (m_line.purpose == QLatin1String("reimport"))
                         m_users.append({0, UserChange::Update, row.user, {}, {}});
                 }
                 const int next = offset + int(page->rows.size());
                 if (page->rows.isEmpty() || next >= page->total)
                     return writeExport();
                 exportUsers(next);
             });
}

void Runner::exportSettings(int offset)
{
    whenDone(m_composition.settings().list({}, offset, exportPage), this,
             [this, offset](const Result<SettingPage>& page) {
                 if (!page)
                     return reportTrouble(page.error());
                 for (const SettingRow& row : page->rows)
                     m_rows.append(settingCells(row));
                 const int next = offset + int(page->rows.size());
                 if (page->rows.isEmpty() || next >= page->total)
                     return writeExport();
                 exportSettings(next);
             });
}

void Runner::writeExport()
{
    const bool isForExcel = m_line.purpose == QLatin1String("excel");
    if (m_line.what == QLatin1String("users") && !isForExcel)
        return written(writeUsersForReimport(m_line.output, m_users), m_users.size());
    written(writeCsv(m_line.output, m_rows, isForExcel), m_rows.size() - 1);
}

void Runner::written(const Result<void>& outcome, qsizetype rows)
{
    if (!outcome)
        return reportTrouble(outcome.error());
    m_report.set(QStringLiteral("file"), m_line.output);
    m_report.set(QStringLiteral("rows"), rows);
    m_report.line(QStringLiteral("%1 rows written to %2").arg(rows).arg(m_line.output),
                  QStringLiteral("%2 に %1 件を書き出しました。").arg(rows).arg(m_line.output));
    end();
}

} // namespace yoyo
