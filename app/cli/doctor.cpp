// SPDX-License-Identifier: Apache-2.0
#include "app/cli/doctor.h"

#include "app/cli/report.h"
#include "app/composition/composition.h"
#include "models/central/central.h"
#include "models/domain/clock.h"
#include "models/domain/when_done.h"
#include "models/session/keychain.h"

#include <QFile>
#include <QJsonArray>
#include <QPromise>
#include <QSslCertificate>
#include <QSysInfo>

#include <filesystem>

namespace yoyo {

constexpr int certificateWarningDays = 60;
constexpr qint64 enoughDiskBytes = 1024LL * 1024 * 1024;

namespace {

/// Collects the checks one after the other; shared by the steps that wait.
class Checks
{
public:
    Checks(Composition& composition, Report& report) : m_composition(composition), m_report(report) {}

    void add(const QString& name, const QString& japanese, const std::optional<Error>& error,
             const QString& value = {})
    {
        QJsonObject json{{QStringLiteral("check"), name}, {QStringLiteral("ok"), !error}};
        if (error)
            json.insert(QStringLiteral("code"), error->codeText());
        if (!value.isEmpty())
            json.insert(QStringLiteral("value"), value);
        m_list.append(json);
        const QString mark = error ? QStringLiteral("NG  ") : QStringLiteral("OK  ");
        const QString tail = value.isEmpty() ? QString() : QStringLiteral(": ") + value;
        m_report.line(QString(mark + name + tail), QString(mark + japanese + tail));
        if (error) {
            m_report.note(*error);
            m_report.setExitCode(ExitCode::Findings);
        }
    }

    void programAndPlace()
    {
        add(QStringLiteral("program"), QStringLiteral("プログラム"), {},
            QStringLiteral("yoyo %1, Qt %2, %3")
                .arg(QStringLiteral(YOYO_VERSION), QString::fromLatin1(qVersion()),
                     QSysInfo::prettyProductName()));
        // Asked of the folder itself: a list of mounts does not name every place (a container's or chroot's root).
        std::error_code unknown;
        const auto space = std::filesystem::space(m_composition.directory().toStdU16String(), unknown);
        std::optional<Error> full;
        if (!unknown && space.available < std::uintmax_t(enoughDiskBytes))
            full = Error(ErrorCode::DiskFull, {}, {{QStringLiteral("file"), m_composition.directory()}});
        add(QStringLiteral("disk"), QStringLiteral("ディスクの空き"), full,
            unknown ? QString() : QStringLiteral("%1 MiB").arg(quint64(space.available / (1024 * 1024))));
    }

    void certificates()
    {
        const QString path = m_composition.profile().caFile;
        if (path.isEmpty())
            return;
        QFile file(path);
        const QList<QSslCertificate> list = file.open(QIODevice::ReadOnly)
                                                ? QSslCertificate::fromDevice(&file, QSsl::Pem)
                                                : QList<QSslCertificate>();
        if (list.isEmpty()) {
            add(QStringLiteral("ca file"), QStringLiteral("CAファイル"),
                Error(ErrorCode::CaFileUnusable, {}, {{QStringLiteral("path"), path}}));
        }
        for (const QSslCertificate& ca : list) {
            certificate(QStringLiteral("ca certificate ends"), QStringLiteral("CA証明書の期限"),
                        ca.subjectInfo(QSslCertificate::CommonName).join(u' '), ca.expiryDate().toUTC());
        }
    }

    void service(const Result<Handshake>& answer)
    {
        const QString address = m_composition.profile().address.toString();
        add(QStringLiteral("service"), QStringLiteral("中央システム"),
            answer ? std::nullopt : std::optional<Error>(answer.error()), address);
        if (!answer)
            return;
        add(QStringLiteral("service version"), QStringLiteral("中央システムの版"), {},
            QStringLiteral("%1 (%2)").arg(answer->version, answer->environment));
        if (const auto ends = m_composition.central()->certificateEnds()) {
            certificate(QStringLiteral("service certificate ends"), QStringLiteral("中央システムの証明書の期限"),
                        m_composition.profile().address.host(), *ends);
        }
        const auto skew = m_composition.central()->clockSkew();
        if (!skew)
            return;
        const qint64 seconds = std::chrono::duration_cast<std::chrono::seconds>(*skew).count();
        std::optional<Error> wrong;
        if (std::chrono::abs(*skew) > shownClockSkew)
            wrong = Error(ErrorCode::ClockSkewed, {}, {{QStringLiteral("skew_seconds"), seconds}});
        add(QStringLiteral("clock"), QStringLiteral("時計"), wrong, QStringLiteral("%1 s").arg(seconds));
    }

    void keychain(const Result<void>& used)
    {
        add(QStringLiteral("keychain"), QStringLiteral("キーチェーン"),
            used ? std::nullopt : std::optional<Error>(used.error()));
    }

    /// Both the authority's and the service's must be replaced before they end.
    void certificate(const QString& name, const QString& japanese, const QString& whose, const QDateTime& ends)
    {
        std::optional<Error> error;
        const QDateTime now = m_composition.clock().nowUtc();
        if (now > ends) {
            error = Error(ErrorCode::TlsCertificateExpired, {},
                          {{QStringLiteral("host"), whose}, {QStringLiteral("expired_at"), instantText(ends)}});
        } else if (now.addDays(certificateWarningDays) > ends) {
            error = Error(ErrorCode::CertificateEndsSoon, {},
                          {{QStringLiteral("host"), whose}, {QStringLiteral("expires_at"), instantText(ends)}});
        }
        add(name, japanese, error, instantText(ends));
    }

    void finish() { m_report.set(QStringLiteral("checks"), m_list); }

private:
    Composition& m_composition;
    Report& m_report;
    QJsonArray m_list;
};

} // namespace

QFuture<void> runDoctor(Composition& composition, Keychain& keychain, Report& report)
{
    auto checks = std::make_shared<Checks>(composition, report);
    auto done = std::make_shared<QPromise<void>>();
    done->start();
    checks->programAndPlace();
    checks->certificates();
    whenDone(composition.handshake(), &composition,
             [&composition, &keychain, checks, done](const Result<Handshake>& answer) {
                 checks->service(answer);
                 const QString entry = QStringLiteral("doctor");
                 whenDone(keychain.write(entry, SecretBuffer::fromText(QStringLiteral("test"))), &composition,
                          [&composition, &keychain, entry, checks, done](const Result<void>& written) {
                              checks->keychain(written);
                              whenDone(keychain.remove(entry), &composition,
                                       [checks, done](const Result<void>&) {
                                           checks->finish();
                                           done->finish();
                                       });
                          });
             });
    return done->future();
}

} // namespace yoyo
