// SPDX-License-Identifier: Apache-2.0
#include "tests/central/tls_identity.h"

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <QDir>
#include <QFile>
#include <QSaveFile>

#include <arpa/inet.h>

#include <memory>

namespace yoyo::service {

constexpr int caDays = 3650;
constexpr int serverDays = 397;
constexpr int renewalDays = 60;

template <auto Free>
struct Freer
{
    template <typename T>
    void operator()(T* object) const
    {
        Free(object);
    }
};
using KeyPtr = std::unique_ptr<EVP_PKEY, Freer<EVP_PKEY_free>>;
using CertificatePtr = std::unique_ptr<X509, Freer<X509_free>>;
using BioPtr = std::unique_ptr<BIO, Freer<BIO_free_all>>;

static KeyPtr makeKey()
{
    return KeyPtr(EVP_EC_gen("P-256"));
}

static bool addExtension(X509* certificate, X509* issuer, int id, const QByteArray& value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, &context, id, value.constData());
    if (!extension)
        return false;
    const bool isAdded = X509_add_ext(certificate, extension, -1) == 1;
    X509_EXTENSION_free(extension);
    return isAdded;
}

static CertificatePtr newCertificate(EVP_PKEY* key, const char* commonName, const QDateTime& now, int days)
{
    CertificatePtr out(X509_new());
    X509_set_version(out.get(), X509_VERSION_3);
    unsigned char serial[16];
    if (RAND_bytes(serial, sizeof serial) != 1)
        return {};
    serial[0] &= 0x7f;
    BIGNUM* number = BN_bin2bn(serial, sizeof serial, nullptr);
    BN_to_ASN1_INTEGER(number, X509_get_serialNumber(out.get()));
    BN_free(number);
    // One day of grace for clients whose clock is behind.
    ASN1_TIME_set(X509_getm_notBefore(out.get()), now.addDays(-1).toSecsSinceEpoch());
    ASN1_TIME_set(X509_getm_notAfter(out.get()), now.addDays(days).toSecsSinceEpoch());
    X509_set_pubkey(out.get(), key);
    X509_NAME* name = X509_get_subject_name(out.get());
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8, reinterpret_cast<const unsigned char*>(commonName), -1,
                               -1, 0);
    return out;
}

static CertificatePtr makeCa(EVP_PKEY* key, const QDateTime& now)
{
    CertificatePtr ca = newCertificate(key, "Yoyo reference service CA", now, caDays);
    if (!ca)
        return {};
    X509_set_issuer_name(ca.get(), X509_get_subject_name(ca.get()));
    const bool isComplete = addExtension(ca.get(), ca.get(), NID_basic_constraints, "critical,CA:TRUE,pathlen:0")
        && addExtension(ca.get(), ca.get(), NID_key_usage, "critical,keyCertSign,cRLSign")
        && addExtension(ca.get(), ca.get(), NID_subject_key_identifier, "hash")
        && X509_sign(ca.get(), key, EVP_sha256()) > 0;
    return isComplete ? std::move(ca) : nullptr;
}

static bool isAddress(const QString& host)
{
    in_addr four;
    in6_addr six;
    const QByteArray text = host.toLatin1();
    return inet_pton(AF_INET, text.constData(), &four) == 1 || inet_pton(AF_INET6, text.constData(), &six) == 1;
}

static QByteArray alternativeNames(const QString& host)
{
    QByteArrayList names{"DNS:localhost", "IP:127.0.0.1"};
    if (isAddress(host)) {
        if (host != QLatin1String("127.0.0.1"))
            names.prepend("IP:" + host.toLatin1());
    } else if (host != QLatin1String("localhost")) {
        names.prepend("DNS:" + host.toLatin1());
    }
    return names.join(',');
}

static CertificatePtr makeServer(EVP_PKEY* key, X509* ca, EVP_PKEY* caKey, const QString& host, const QDateTime& now)
{
    CertificatePtr server = newCertificate(key, "yoyo-central", now, serverDays);
    if (!server)
        return {};
    X509_set_issuer_name(server.get(), X509_get_subject_name(ca));
    const bool isComplete = addExtension(server.get(), ca, NID_basic_constraints, "critical,CA:FALSE")
        && addExtension(server.get(), ca, NID_key_usage, "critical,digitalSignature")
        && addExtension(server.get(), ca, NID_ext_key_usage, "serverAuth")
        && addExtension(server.get(), ca, NID_subject_key_identifier, "hash")
        && addExtension(server.get(), ca, NID_authority_key_identifier, "keyid")
        && addExtension(server.get(), ca, NID_subject_alt_name, alternativeNames(host))
        && X509_sign(server.get(), caKey, EVP_sha256()) > 0;
    return isComplete ? std::move(server) : nullptr;
}

static QByteArray bytesOf(BIO* bio)
{
    char* data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    return QByteArray(data, qsizetype(size));
}

static bool writeFile(const QString& path, const QByteArray& bytes, QFile::Permissions permissions)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    file.setPermissions(permissions);
    file.write(bytes);
    return file.commit();
}

static bool writeKey(const QString& path, EVP_PKEY* key)
{
    BioPtr bio(BIO_new(BIO_s_secmem()));
    PEM_write_bio_PrivateKey(bio.get(), key, nullptr, nullptr, 0, nullptr, nullptr);
    return writeFile(path, bytesOf(bio.get()), QFile::ReadOwner | QFile::WriteOwner);
}

static bool writeCertificate(const QString& path, X509* certificate)
{
    BioPtr bio(BIO_new(BIO_s_mem()));
    PEM_write_bio_X509(bio.get(), certificate);
    return writeFile(path, bytesOf(bio.get()),
                     QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther);
}

static QByteArray readFile(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

static KeyPtr readKey(const QString& path)
{
    const QByteArray pem = readFile(path);
    BioPtr bio(BIO_new_mem_buf(pem.constData(), int(pem.size())));
    return KeyPtr(PEM_read_bio_PrivateKey(bio.get(), nullptr, nullptr, nullptr));
}

static CertificatePtr readCertificate(const QString& path)
{
    const QByteArray pem = readFile(path);
    BioPtr bio(BIO_new_mem_buf(pem.constData(), int(pem.size())));
    return CertificatePtr(PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr));
}

static bool serves(X509* certificate, const QString& host, const QDateTime& now)
{
    const QByteArray name = host.toLatin1();
    const bool isNamed = !isAddress(host)
        ? X509_check_host(certificate, name.constData(), std::size_t(name.size()), 0, nullptr) == 1
        : X509_check_ip_asc(certificate, name.constData(), 0) == 1;
    time_t soon = now.addDays(renewalDays).toSecsSinceEpoch();
    return isNamed && X509_cmp_time(X509_get0_notAfter(certificate), &soon) > 0;
}

Result<TlsIdentity> ensureTlsIdentity(const QString& directory, const QString& host, const Clock& clock)
{
    const QDir folder(directory);
    const QString caKeyPath = folder.filePath(QStringLiteral("ca.key"));
    const TlsIdentity out{folder.filePath(QStringLiteral("ca.pem")), folder.filePath(QStringLiteral("server.pem")),
                          folder.filePath(QStringLiteral("server.key"))};
    const QDateTime now = clock.nowUtc();
    const Error failed(ErrorCode::InternalError, QStringLiteral("the certificates cannot be made in the data folder"));

    KeyPtr caKey = readKey(caKeyPath);
    CertificatePtr ca = readCertificate(out.caPath);
    if (!caKey || !ca) {
        if (QFile::exists(out.caPath))
            return Error(ErrorCode::InternalError, QStringLiteral("ca.pem is there, but ca.key does not fit"));
        caKey = makeKey();
        ca = caKey ? makeCa(caKey.get(), now) : nullptr;
        if (!ca || !writeKey(caKeyPath, caKey.get()) || !writeCertificate(out.caPath, ca.get()))
            return failed;
    }

    const CertificatePtr present = readCertificate(out.certificatePath);
    if (present && serves(present.get(), host, now) && readKey(out.keyPath))
        return out;
    const KeyPtr key = makeKey();
    const CertificatePtr server = key ? makeServer(key.get(), ca.get(), caKey.get(), host, now) : nullptr;
    if (!server || !writeKey(out.keyPath, key.get()) || !writeCertificate(out.certificatePath, server.get()))
        return failed;
    return out;
}

} // namespace yoyo::service
