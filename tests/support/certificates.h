// SPDX-License-Identifier: Apache-2.0
// Certificate authorities and server certificates made at test time: good ones, expired ones, ones for another name.
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QSslCertificate>
#include <QSslKey>
#include <QString>
#include <QStringList>

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <memory>

namespace yoyo::test {

struct CertifiedKey
{
    QByteArray certificatePem;
    QByteArray keyPem;
    QSslCertificate certificate() const { return QSslCertificate(certificatePem, QSsl::Pem); }
    QSslKey key() const { return QSslKey(keyPem, QSsl::Ec, QSsl::Pem); }
};

namespace detail {

using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using Certificate = std::unique_ptr<X509, decltype(&X509_free)>;

inline QByteArray contentsOf(BIO* bio)
{
    char* data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    QByteArray out(data, size);
    BIO_free(bio);
    return out;
}

inline void addExtension(X509* certificate, X509* issuer, int nid, const QByteArray& value)
{
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, &context, nid, value.constData());
    X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
}

} // namespace detail

/// `names`: DNS names and IP addresses; empty makes a CA. Without an issuer it signs itself.
inline CertifiedKey makeCertificate(const QString& commonName, const QStringList& names, const CertifiedKey* issuer,
                                    const QDateTime& from, const QDateTime& to)
{
    using namespace detail;
    const Key key(EVP_EC_gen("P-256"), EVP_PKEY_free);
    const Certificate certificate(X509_new(), X509_free);
    X509* c = certificate.get();
    X509_set_version(c, 2);
    static long serial = 1000;
    ASN1_INTEGER_set(X509_get_serialNumber(c), ++serial);
    ASN1_TIME_set(X509_getm_notBefore(c), from.toSecsSinceEpoch());
    ASN1_TIME_set(X509_getm_notAfter(c), to.toSecsSinceEpoch());
    X509_set_pubkey(c, key.get());
    const QByteArray cn = commonName.toUtf8();
    X509_NAME_add_entry_by_txt(X509_get_subject_name(c), "CN", MBSTRING_UTF8,
                               reinterpret_cast<const unsigned char*>(cn.constData()), -1, -1, 0);

    Certificate issuerCertificate(nullptr, X509_free);
    Key issuerKey(nullptr, EVP_PKEY_free);
    if (issuer != nullptr) {
        BIO* certificateBio = BIO_new_mem_buf(issuer->certificatePem.constData(), int(issuer->certificatePem.size()));
        issuerCertificate.reset(PEM_read_bio_X509(certificateBio, nullptr, nullptr, nullptr));
        BIO_free(certificateBio);
        BIO* keyBio = BIO_new_mem_buf(issuer->keyPem.constData(), int(issuer->keyPem.size()));
        issuerKey.reset(PEM_read_bio_PrivateKey(keyBio, nullptr, nullptr, nullptr));
        BIO_free(keyBio);
    }
    X509* signer = issuerCertificate ? issuerCertificate.get() : c;
    X509_set_issuer_name(c, X509_get_subject_name(signer));
    if (names.isEmpty()) {
        addExtension(c, signer, NID_basic_constraints, "critical,CA:TRUE");
        addExtension(c, signer, NID_key_usage, "critical,keyCertSign,cRLSign");
    } else {
        QByteArrayList san;
        for (const QString& name : names) {
            const bool isAddress = name.at(0).isDigit();
            san.append((isAddress ? QByteArray("IP:") : QByteArray("DNS:")) + name.toLatin1());
        }
        addExtension(c, signer, NID_subject_alt_name, san.join(','));
    }
    X509_sign(c, issuerKey ? issuerKey.get() : key.get(), EVP_sha256());

    CertifiedKey out;
    BIO* certificateOut = BIO_new(BIO_s_mem());
    PEM_write_bio_X509(certificateOut, c);
    out.certificatePem = contentsOf(certificateOut);
    BIO* keyOut = BIO_new(BIO_s_mem());
    PEM_write_bio_PrivateKey(keyOut, key.get(), nullptr, nullptr, 0, nullptr, nullptr);
    out.keyPem = contentsOf(keyOut);
    return out;
}

inline CertifiedKey makeAuthority(const QString& name = QStringLiteral("Test CA"))
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    return makeCertificate(name, {}, nullptr, now.addDays(-1000), now.addDays(1000));
}

inline CertifiedKey makeServerCertificate(const CertifiedKey& authority,
                                          const QStringList& names = {QStringLiteral("127.0.0.1"),
                                                                      QStringLiteral("localhost")},
                                          int fromDays = -10, int toDays = 300)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    return makeCertificate(names.first(), names, &authority, now.addDays(fromDays), now.addDays(toDays));
}

} // namespace yoyo::test
