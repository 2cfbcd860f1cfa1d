// SPDX-License-Identifier: Apache-2.0
#include "tests/central/http_server.h"

#include "tests/central/body_coding.h"

// The library is built with OpenSSL support; its header must be read with the same switch.
#define CPPHTTPLIB_OPENSSL_SUPPORT
#include <httplib.h>

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <set>
#include <thread>

namespace yoyo::service {

constexpr std::size_t poolThreads = 64;
constexpr int keepAliveRequests = 10'000;
constexpr int keepAliveSeconds = 15;
constexpr int readSeconds = 30;
constexpr int backlog = 256;
/// No route takes more; a body beyond it is not read to its end and its connection is closed.
constexpr qsizetype transportBodyLimit = 4 * 1024 * 1024;
/// Under this name the coding of a request travels past the library, which would decode it by itself.
constexpr const char* codingHeader = "x-content-encoding";

namespace {

/// Open TLS connections of one server, so that stop() can end idle ones at once.
class OpenSockets
{
public:
    void add(int socket)
    {
        const std::lock_guard lock(m_mutex);
        m_sockets.insert(socket);
    }
    void remove(int socket)
    {
        const std::lock_guard lock(m_mutex);
        m_sockets.erase(socket);
    }
    void shutdownAll()
    {
        const std::lock_guard lock(m_mutex);
        for (const int socket : m_sockets)
            ::shutdown(socket, SHUT_RDWR);
    }

private:
    std::mutex m_mutex;
    std::set<int> m_sockets;
};

void forgetSocket(void*, void* value, CRYPTO_EX_DATA*, int, long, void*);

int socketsIndex()
{
    static const int index = SSL_CTX_get_ex_new_index(0, nullptr, nullptr, nullptr, nullptr);
    return index;
}

int connectionIndex()
{
    static const int index = SSL_get_ex_new_index(0, nullptr, nullptr, nullptr, forgetSocket);
    return index;
}

struct OpenConnection
{
    OpenSockets* sockets;
    int socket;
};

void forgetSocket(void*, void* value, CRYPTO_EX_DATA*, int, long, void*)
{
    // Called by SSL_free, before the socket is closed and its number can be given to another.
    if (auto* connection = static_cast<OpenConnection*>(value)) {
        connection->sockets->remove(connection->socket);
        delete connection;
    }
}

void rememberSocket(const SSL* ssl, int where, int)
{
    if (where != SSL_CB_HANDSHAKE_START || SSL_get_ex_data(ssl, connectionIndex()))
        return;
    auto* sockets = static_cast<OpenSockets*>(SSL_CTX_get_ex_data(SSL_get_SSL_CTX(ssl), socketsIndex()));
    const int socket = SSL_get_fd(ssl);
    sockets->add(socket);
    SSL_set_ex_data(const_cast<SSL*>(ssl), connectionIndex(), new OpenConnection{sockets, socket});
}

/// Gives access to what the library keeps protected: the listening socket and its state.
class TlsServer final : public httplib::SSLServer
{
public:
    using SSLServer::SSLServer;
    void raiseBacklog() { ::listen(svr_sock_, backlog); }
};

} // namespace

struct HttpServer::Private
{
    Dispatcher dispatcher;
    OpenSockets sockets;
    std::unique_ptr<TlsServer> server;
    std::thread listener;
    std::mutex mutex;
    std::condition_variable ended;
    bool hasEnded = false;

    bool setUpTls(SSL_CTX& context, const TlsIdentity& identity);
    void installHandlers();
    void answer(const httplib::Request& request, httplib::Response& response, const httplib::ContentReader* reader);
};

bool HttpServer::Private::setUpTls(SSL_CTX& context, const TlsIdentity& identity)
{
    SSL_CTX_set_ex_data(&context, socketsIndex(), &sockets);
    SSL_CTX_set_info_callback(&context, rememberSocket);
    SSL_CTX_set_options(&context, SSL_OP_NO_COMPRESSION | SSL_OP_NO_RENEGOTIATION);
    return SSL_CTX_set_min_proto_version(&context, TLS1_2_VERSION) == 1
        && SSL_CTX_use_certificate_chain_file(&context, identity.certificatePath.toLocal8Bit().constData()) == 1
        && SSL_CTX_use_PrivateKey_file(&context, identity.keyPath.toLocal8Bit().constData(), SSL_FILETYPE_PEM) == 1
        && SSL_CTX_check_private_key(&context) == 1;
}

static RawRequest rawRequest(const httplib::Request& request)
{
    RawRequest out;
    out.method = QByteArray::fromStdString(request.method);
    out.path = QByteArray::fromStdString(request.path);
    for (const auto& [name, value] : request.params)
        out.query.insert(QString::fromStdString(name), QString::fromStdString(value));
    for (const auto& [name, value] : request.headers)
        out.headers.insert(QByteArray::fromStdString(name).toLower(), QByteArray::fromStdString(value));
    if (out.headers.contains(codingHeader))
        out.headers.insert("content-encoding", out.headers.take(codingHeader));
    out.remoteAddress = QString::fromStdString(request.remote_addr);
    return out;
}

static void writeReply(const Reply& reply, bool acceptsGzip, bool closes, httplib::Response& response)
{
    response.status = reply.status;
    for (const auto& [name, value] : reply.headers)
        response.set_header(name.toStdString(), value.toStdString());
    if (reply.mediaType.isEmpty())
        return;

    QByteArray bytes = reply.body;
    if (acceptsGzip && bytes.size() > 1024) {
        bytes = gzip(bytes);
        response.set_header("Content-Encoding", "gzip");
    }
    response.set_header("Vary", "Accept-Encoding");
    response.set_header("Content-Digest", contentDigest(bytes).toStdString());
    if (!closes) {
        response.set_content(bytes.toStdString(), reply.mediaType.toStdString());
        return;
    }
    // A provider that reports failure after its last byte is the library's one way to end the connection.
    response.set_header("Connection", "close");
    response.set_content_provider(std::size_t(bytes.size()), reply.mediaType.toStdString(),
                                  [bytes](std::size_t, std::size_t, httplib::DataSink& sink) {
                                      sink.write(bytes.constData(), std::size_t(bytes.size()));
                                      return false;
                                  });
}

void HttpServer::Private::answer(const httplib::Request& request, httplib::Response& response,
                                 const httplib::ContentReader* reader)
{
    RawRequest raw = rawRequest(request);
    const bool hasBody = raw.headers.contains("content-length") || raw.headers.contains("transfer-encoding");
    const bool isAnnouncedTooLong = raw.headers.value("content-length").toLongLong() > transportBodyLimit;
    if (isAnnouncedTooLong) {
        raw.isBodyCut = true;
    } else if (reader && hasBody) {
        const bool isRead = (*reader)([&raw](const char* data, std::size_t size) {
            if (raw.body.size() + qsizetype(size) > transportBodyLimit) {
                raw.isBodyCut = true;
                return false;
            }
            raw.body.append(data, qsizetype(size));
            return true;
        });
        raw.isBodyCut = raw.isBodyCut || !isRead;
        response.status = -1;
    }
    const bool acceptsGzip = raw.headers.value("accept-encoding").contains("gzip");
    writeReply(dispatcher(raw), acceptsGzip, raw.isBodyCut, response);
}

void HttpServer::Private::installHandlers()
{
    server->set_pre_routing_handler([](const httplib::Request& request, httplib::Response&) {
        // The library decodes request bodies and cuts replies into ranges behind a handler's back; both are ours.
        auto& open = const_cast<httplib::Request&>(request);
        const auto coding = open.headers.find("Content-Encoding");
        if (coding != open.headers.end()) {
            const std::string value = coding->second;
            open.headers.erase("Content-Encoding");
            open.headers.emplace(codingHeader, value);
        }
        open.ranges.clear();
        return httplib::Server::HandlerResponse::Unhandled;
    });
    const auto plain = [this](const httplib::Request& request, httplib::Response& response) {
        answer(request, response, nullptr);
    };
    const auto reading = [this](const httplib::Request& request, httplib::Response& response,
                                const httplib::ContentReader& reader) { answer(request, response, &reader); };
    server->Get(".*", plain);
    server->Options(".*", plain);
    server->Post(".*", reading);
    server->Put(".*", reading);
    server->Patch(".*", reading);
    server->Delete(".*", reading);
    // What the library refuses before a handler sees it (request line, header size) still gets a problem document.
    server->set_error_handler([](const httplib::Request&, httplib::Response& response) {
        if (!response.body.empty() || response.content_length_ > 0)
            return;
        const int status = response.status;
        writeReply(Reply::problem(Error(ErrorCode::RequestMalformed), {}), false, false, response);
        response.status = status == 500 ? 500 : 400;
    });
}

HttpServer::HttpServer(Dispatcher dispatcher) : d(std::make_unique<Private>())
{
    d->dispatcher = std::move(dispatcher);
}

HttpServer::~HttpServer()
{
    stop();
}

Result<int> HttpServer::start(const TlsIdentity& identity, const QString& host, int port)
{
    d->server = std::make_unique<TlsServer>(
        [this, &identity](SSL_CTX& context) { return d->setUpTls(context, identity); });
    TlsServer& server = *d->server;
    if (!server.is_valid())
        return Error(ErrorCode::TlsHandshakeFailed, QStringLiteral("the server certificate cannot be used"));
    // Not the library's default: its SO_REUSEPORT would let a second server share the port.
    server.set_socket_options([](socket_t socket) {
        const int yes = 1;
        ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    });
    server.set_tcp_nodelay(true);
    server.set_keep_alive_max_count(keepAliveRequests);
    server.set_keep_alive_timeout(keepAliveSeconds);
    server.set_read_timeout(readSeconds);
    server.set_write_timeout(readSeconds);
    server.set_payload_max_length(std::size_t(transportBodyLimit));
    server.new_task_queue = [] { return new httplib::ThreadPool(poolThreads); };
    d->installHandlers();

    const std::string address = host.toStdString();
    const int bound = port == 0 ? server.bind_to_any_port(address) : server.bind_to_port(address, port) ? port : -1;
    if (bound <= 0) {
        d->server.reset();
        return Error(ErrorCode::ConnectionRefused, QStringLiteral("the port cannot be opened"));
    }
    server.raiseBacklog();
    d->listener = std::thread([this, &server] {
        server.listen_after_bind();
        const std::lock_guard lock(d->mutex);
        d->hasEnded = true;
        d->ended.notify_all();
    });
    while (!server.is_running())
        std::this_thread::yield();
    return bound;
}

void HttpServer::stop()
{
    if (!d->server)
        return;
    d->server->stop();
    {
        // Again and again: a connection accepted in the last moment starts its handshake only now.
        std::unique_lock lock(d->mutex);
        do {
            d->sockets.shutdownAll();
        } while (!d->ended.wait_for(lock, std::chrono::milliseconds(20), [this] { return d->hasEnded; }));
    }
    d->listener.join();
    d->server.reset();
}

} // namespace yoyo::service
