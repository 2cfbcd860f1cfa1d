// SPDX-License-Identifier: Apache-2.0
// For the tests of this folder: a service in the test's own process, with a fake clock and cheap scrypt, filled with
// two offices; and a client that speaks the contract over real HTTPS and keeps what it got.
#pragma once

#include "models/domain/random_source.h"
#include "tests/central/service.h"
#include "tests/support/fake_clock.h"
#include "tests/support/outbox_mail.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QMutex>
#include <QStringList>
#include <QTemporaryDir>

#include <functional>
#include <memory>

namespace yoyo::test {

struct WireReply
{
    int status = 0; ///< 0: no answer
    QByteArray body; ///< as received, still coded when asked for gzip
    QHash<QString, QString> headers; ///< names in lower case
    QJsonObject json() const;
    QString code() const { return json().value(QStringLiteral("code")).toString(); }
    /// The lines of a feed.
    QList<QJsonObject> lines() const;
    QByteArray mediaType() const;
};

/// One connection; one thread at a time.
class WireClient
{
public:
    WireClient(int port, QString caPath);
    ~WireClient();

    /// Sends exactly these headers, besides Host and the like.
    WireReply raw(const QByteArray& method, const QString& path, const QHash<QByteArray, QByteArray>& headers,
                  const QByteArray& body);
    WireReply get(const QString& path, const QByteArray& token = {});
    WireReply post(const QString& path, const QJsonObject& body, const QByteArray& token = {},
                   const QString& idempotencyKey = {});
    /// The headers of post(), to be changed and sent with raw().
    static QHash<QByteArray, QByteArray> headersFor(const QByteArray& body, const QByteArray& token = {},
                                                    const QString& idempotencyKey = {});

    /// Called with every reply: method, path without query, reply.
    std::function<void(const QByteArray&, const QString&, const WireReply&)> observer;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

/// A signed-in person.
struct Person
{
    QByteArray token;
    QByteArray refreshToken;
    QString id;
    QString deviceId;
};

class ServiceFixture
{
public:
    explicit ServiceFixture(std::function<void(service::ServiceOptions&)> change = {});
    ~ServiceFixture();

    FakeClock clock;
    SystemRandom random;

    bool start();
    /// The same data under a new service object.
    bool restart();
    service::Service& service() { return *m_service; }
    int port() const { return m_service->port(); }
    QString directory() const { return m_directory.path(); }
    QString outbox() const { return m_service->outboxPath(); }
    std::unique_ptr<WireClient> client() const;
    QStringList logLines();

    /// Signs in; an empty token when refused.
    Person signIn(WireClient& client, const QString& loginId, const QString& password = defaultPassword(),
                  const QString& deviceId = {});
    /// The same, and steps up.
    Person administrator(WireClient& client, const QString& loginId = QStringLiteral("sj-admin"));

    static QString defaultPassword() { return QStringLiteral("Correct-Horse-Ferry-7"); }
    static QString anotherPassword() { return QStringLiteral("Quiet-Lantern-Bridge-9"); }
    static QString newId();
    /// 131041 with sj-admin, sj-admin2, sj-staff, sj-reader, sj-renkei and the invited sj-first;
    /// 131016 with cy-admin and cy-staff.
    static service::Seed twoOffices();

private:
    QTemporaryDir m_directory;
    service::ServiceOptions m_options;
    std::unique_ptr<service::Service> m_service;
    QMutex m_mutex;
    QStringList m_log;
};

/// One operation with everything the contract wants; `more` replaces members.
QJsonObject operation(const Person& author, const QString& entity, const QString& id, const QString& kind,
                      const QJsonObject& set, const QJsonObject& more = {});
/// Pushes them and gives the outcomes.
QList<QJsonObject> push(WireClient& client, const Person& author, const QList<QJsonObject>& ops);
/// Fields of a new user with that login ID.
QJsonObject newUser(const QString& loginId);
/// All rows of a scope by id.
QHash<QString, QJsonObject> rowsOf(WireClient& client, const Person& reader, const QString& scope);

} // namespace yoyo::test
