// SPDX-License-Identifier: Apache-2.0
#include "app/composition/sync_door.h"

#include "models/domain/clock.h"
#include "models/domain/error_code.h"
#include "models/sync/sync_runner.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalSocket>
#include <QPromise>
#include <QStandardPaths>
#include <QTimer>

#include <algorithm>

namespace yoyo {

static const QByteArray request = QByteArrayLiteral("sync 1\n");
constexpr qint64 longestLine = 16 * 1024;

/// A path in the person's own runtime folder where there is one (a socket's path must be short), a pipe's name elsewhere.
static QString doorName(const QString& storeDirectory)
{
    const QByteArray hash = QCryptographicHash::hash(storeDirectory.toUtf8(), QCryptographicHash::Sha256).toHex().left(24);
    const QString name = QStringLiteral("yoyo-desk-") + QString::fromLatin1(hash);
#ifdef Q_OS_UNIX
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    if (!folder.isEmpty())
        return folder + QLatin1Char('/') + name;
#endif
    return name;
}

static QJsonObject jsonOf(const SyncStatus& status)
{
    QJsonObject json;
    if (status.lastOk.isValid())
        json.insert(QStringLiteral("last_ok"), instantText(status.lastOk));
    json.insert(QStringLiteral("verified"), status.isVerified);
    if (status.lastError) {
        json.insert(QStringLiteral("code"), status.lastError->codeText());
        json.insert(QStringLiteral("params"), status.lastError->params);
        json.insert(QStringLiteral("request_id"), status.lastError->requestId);
    }
    return json;
}

static std::optional<Error> errorOf(const QJsonObject& json)
{
    const QByteArray code = json.value(QStringLiteral("code")).toString().toLatin1();
    if (code.isEmpty())
        return std::nullopt;
    const auto all = allErrors();
    const auto known = std::ranges::find(all, std::string_view(code.constData(), std::size_t(code.size())), &ErrorInfo::code);
    Error error(known == all.end() ? ErrorCode::InternalError : known->id);
    error.params = json.value(QStringLiteral("params")).toObject();
    error.requestId = json.value(QStringLiteral("request_id")).toString();
    return error;
}

static bool isUnderWay(SyncPhase phase)
{
    return phase == SyncPhase::Connecting || phase == SyncPhase::Sending || phase == SyncPhase::Asking
           || phase == SyncPhase::Receiving;
}

SyncDoor::SyncDoor(SyncRunner& sync, QObject* parent) : QObject(parent), m_sync(sync)
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &SyncDoor::onConnected);
    connect(&m_sync, &SyncRunner::roundEnded, this, &SyncDoor::onRoundEnded);
}

SyncDoor::~SyncDoor()
{
    close();
}

void SyncDoor::open(const QString& storeDirectory)
{
    close();
    const QString name = doorName(storeDirectory);
    // Whoever answers there is alive and keeps the door; a socket nobody listens at was left by a process that died.
    auto* probe = new QLocalSocket(this);
    connect(probe, &QLocalSocket::connected, probe, &QObject::deleteLater);
    connect(probe, &QLocalSocket::errorOccurred, this, [this, probe, name] {
        probe->deleteLater();
        QLocalServer::removeServer(name);
        m_server.listen(name);
    });
    probe->connectToServer(name);
}

void SyncDoor::close()
{
    qDeleteAll(findChildren<QLocalSocket*>(QString(), Qt::FindDirectChildrenOnly)); // an unfinished probe
    m_server.close();
    for (const QPointer<QLocalSocket>& socket : std::exchange(m_waiting, {})) {
        if (socket)
            socket->abort();
    }
}

void SyncDoor::onConnected()
{
    while (QLocalSocket* socket = m_server.nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
            if (socket->bytesAvailable() > longestLine)
                return socket->abort();
            if (!socket->canReadLine())
                return;
            if (socket->readLine(longestLine) != request)
                return socket->abort();
            m_waiting.append(socket);
            m_sync.syncNow(SyncTrigger::Button);
        });
    }
}

void SyncDoor::onRoundEnded()
{
    // A round that was under way when it was asked for is followed by another at once: that one is the answer.
    QTimer::singleShot(0, this, [this] {
        if (!isUnderWay(m_sync.status().phase))
            answer();
    });
}

void SyncDoor::answer()
{
    const QByteArray line = QJsonDocument(jsonOf(m_sync.status())).toJson(QJsonDocument::Compact) + '\n';
    for (const QPointer<QLocalSocket>& socket : std::exchange(m_waiting, {})) {
        if (socket) {
            socket->write(line);
            socket->disconnectFromServer(); // after what is written
        }
    }
}

QFuture<Result<SyncAnswer>> askForSync(const QString& storeDirectory, std::chrono::milliseconds wait, QObject* context)
{
    auto promise = std::make_shared<QPromise<Result<SyncAnswer>>>();
    promise->start();
    auto* socket = new QLocalSocket(context);
    // Each way out leads here; the first one counts.
    const auto finish = [promise, socket](const Result<SyncAnswer>& result) {
        if (promise->future().isFinished())
            return;
        promise->addResult(result);
        promise->finish();
        socket->deleteLater();
    };
    const auto busy = [finish, wait] {
        finish(Error(ErrorCode::EngineBusy, {},
                     {{QStringLiteral("seconds"), qint64(std::chrono::ceil<std::chrono::seconds>(wait).count())}}));
    };
    QObject::connect(socket, &QLocalSocket::connected, socket, [socket] { socket->write(request); });
    QObject::connect(socket, &QLocalSocket::readyRead, socket, [socket, finish, busy] {
        if (!socket->canReadLine())
            return socket->bytesAvailable() > longestLine ? busy() : void();
        const QJsonDocument json = QJsonDocument::fromJson(socket->readLine(longestLine));
        if (!json.isObject())
            return busy();
        const QJsonObject told = json.object();
        SyncAnswer out;
        out.lastOk = instantFromText(told.value(QStringLiteral("last_ok")).toString());
        out.isVerified = told.value(QStringLiteral("verified")).toBool();
        out.error = errorOf(told);
        finish(out);
    });
    QObject::connect(socket, &QLocalSocket::errorOccurred, socket, busy);
    QTimer::singleShot(wait, socket, busy);
    socket->connectToServer(doorName(storeDirectory));
    return promise->future();
}

} // namespace yoyo
