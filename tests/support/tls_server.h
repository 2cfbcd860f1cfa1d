// SPDX-License-Identifier: Apache-2.0
// A small HTTPS server inside the test: the test says which bytes each request gets. GUI-less, one thread.
#pragma once

#include "tests/support/certificates.h"

#include <QCryptographicHash>
#include <QHash>
#include <QSslConfiguration>
#include <QSslServer>
#include <QSslSocket>
#include <QUrl>

#include <functional>

namespace yoyo::test {

struct ServedRequest
{
    QByteArray method;
    QByteArray target;
    QHash<QByteArray, QByteArray> headers; ///< names in lower case
    QByteArray body;                       ///< as it travelled
};

/// A whole HTTP/1.1 reply with the headers the contract asks for.
inline QByteArray httpReply(int status, const QByteArray& contentType, const QByteArray& body,
                            const QByteArray& moreHeaders = {}, const QByteArray& date = "Sun, 22 Nov 2026 01:00:00 GMT")
{
    QByteArray out = "HTTP/1.1 " + QByteArray::number(status) + " Text\r\n";
    out += "Date: " + date + "\r\nRequest-Id: req-1\r\n";
    if (!contentType.isEmpty())
        out += "Content-Type: " + contentType + "\r\n";
    if (!body.isEmpty()) {
        out += "Content-Digest: sha-256=:" + QCryptographicHash::hash(body, QCryptographicHash::Sha256).toBase64()
            + ":\r\n";
    }
    out += moreHeaders + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    return out;
}

inline QByteArray jsonReply(const QByteArray& json, int status = 200)
{
    return httpReply(status, "application/vnd.yoyo+json", json);
}

inline QByteArray problemReply(int status, const QByteArray& code, const QByteArray& params = "{}",
                               const QByteArray& moreHeaders = {})
{
    return httpReply(status, "application/problem+json",
                     "{\"type\":\"about:blank\",\"title\":\"x\",\"status\":" + QByteArray::number(status)
                         + ",\"code\":\"" + code + "\",\"pointer\":\"mail\",\"params\":" + params
                         + ",\"retryable\":false,\"who_can_fix\":\"user\",\"request_id\":\"req-1\"}",
                     moreHeaders);
}

class TlsServer
{
public:
    /// Empty bytes: no answer at all. `closeAfter`: cut the connection after the bytes.
    struct Answer
    {
        QByteArray bytes;
        bool closeAfter = false;
    };
    using Handler = std::function<Answer(const ServedRequest&)>;

    /// Port 0: a free one.
    explicit TlsServer(const CertifiedKey& certificate, quint16 port = 0)
    {
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setLocalCertificate(certificate.certificate());
        tls.setPrivateKey(certificate.key());
        tls.setPeerVerifyMode(QSslSocket::VerifyNone);
        m_server.setSslConfiguration(tls);
        QObject::connect(&m_server, &QTcpServer::pendingConnectionAvailable, &m_server, [this] { accept(); });
        m_server.listen(QHostAddress::LocalHost, port);
    }

    bool isListening() const { return m_server.isListening(); }
    QUrl address(const QString& host = QStringLiteral("127.0.0.1")) const
    {
        return QUrl(QStringLiteral("https://%1:%2").arg(host).arg(m_server.serverPort()));
    }
    void answer(const QByteArray& bytes)
    {
        m_handler = [bytes](const ServedRequest&) { return Answer{bytes}; };
    }
    void answer(Handler handler) { m_handler = std::move(handler); }

    QList<ServedRequest> requests;

private:
    void accept()
    {
        while (QTcpSocket* socket = m_server.nextPendingConnection()) {
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] { read(socket); });
            QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            read(socket);
        }
    }

    void read(QTcpSocket* socket)
    {
        QByteArray& pending = m_pending[socket];
        pending += socket->readAll();
        for (;;) {
            const qsizetype headEnd = pending.indexOf("\r\n\r\n");
            if (headEnd < 0)
                return;
            ServedRequest request;
            const QList<QByteArray> lines = pending.left(headEnd).split('\n');
            const QList<QByteArray> words = lines.first().trimmed().split(' ');
            request.method = words.value(0);
            request.target = words.value(1);
            for (const QByteArray& line : lines.mid(1)) {
                const qsizetype colon = line.indexOf(':');
                request.headers.insert(line.left(colon).toLower(), line.mid(colon + 1).trimmed());
            }
            const qsizetype length = request.headers.value("content-length", "0").toLongLong();
            if (pending.size() < headEnd + 4 + length)
                return;
            request.body = pending.mid(headEnd + 4, length);
            pending.remove(0, headEnd + 4 + length);
            requests.append(request);
            const Answer answer = m_handler ? m_handler(request) : Answer{};
            if (!answer.bytes.isEmpty()) {
                socket->write(answer.bytes);
                socket->flush();
            }
            if (answer.closeAfter) {
                socket->disconnectFromHost();
                return;
            }
        }
    }

    QSslServer m_server;
    Handler m_handler;
    QHash<QTcpSocket*, QByteArray> m_pending;
};

} // namespace yoyo::test
