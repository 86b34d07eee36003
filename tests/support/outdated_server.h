// A peer whose certificate is of no use.
#pragma once

#include <QByteArray>
#include <QHostAddress>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QUrl>

namespace teleconsult::test {

/// Nobody comes as far as asking it anything: its certificate held in 2001 only, or holds in 2098, and this program
/// trusts it as long as the server is there; or it holds, and nobody trusts it. The key was made for this and guards
/// nothing.
class OutdatedServer
{
public:
    enum class Holds { NoLonger, NotYet, ButIsStrange };

    explicit OutdatedServer(Holds holds = Holds::NoLonger)
    {
        const char *content = holds == Holds::NoLonger ? past : holds == Holds::NotYet ? future : present;
        const QSslCertificate certificate(QByteArray::fromBase64(content), QSsl::Der);
        const QSslKey key(QByteArray::fromBase64(ownKey), QSsl::Ec, QSsl::Der);
        if (certificate.isNull() || key.isNull())
            qFatal("No certificate");
        QSslConfiguration trusting = m_usual;
        trusting.addCaCertificate(certificate);
        if (holds != Holds::ButIsStrange)
            QSslConfiguration::setDefaultConfiguration(trusting);
        QSslConfiguration own;
        own.setLocalCertificate(certificate);
        own.setPrivateKey(key);
        m_server.setSslConfiguration(own);
        if (!m_server.listen(QHostAddress::LocalHost))
            qFatal("No port");
    }
    ~OutdatedServer() { QSslConfiguration::setDefaultConfiguration(m_usual); }
    OutdatedServer(const OutdatedServer &) = delete;
    OutdatedServer &operator=(const OutdatedServer &) = delete;

    QUrl url() const { return QUrl(QStringLiteral("https://localhost:%1/").arg(m_server.serverPort())); }

private:
    static constexpr char past[] =
        "MIIBZTCCAQugAwIBAgIBATAKBggqhkjOPQQDAjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwHhcNMDEwMTAxMDAwMDAwWhcNMDIw"
        "MTAxMDAwMDAwWjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAAS5P5co85KCjH5J8nOf"
        "FUKgEBNCTnSZN9Gvfb59wPyQFVB0nqHIuWOOASEuv3obFR+NGXXqbsITe6rp6IO7DxoXo04wTDAaBgNVHREEEzARgglsb2Nh"
        "bGhvc3SHBH8AAAEwDwYDVR0TAQH/BAUwAwEB/zAdBgNVHQ4EFgQU9XHZGylJpwOSm6IJ41uOd0oP1GowCgYIKoZIzj0EAwID"
        "SAAwRQIgGyuRu1OHgOXJvJIxpMgu3GLtyKxaysMbs4kTwK8c8EwCIQDvDYmHc2n8xCMOf1VXNaaTicPw1N86Su23Fcf81VMw"
        "Qg==";
    static constexpr char future[] =
        "MIIBaDCCAQ+gAwIBAgIBAjAKBggqhkjOPQQDAjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwIhgPMjA5ODAxMDEwMDAwMDBaGA8y"
        "MDk5MDEwMTAwMDAwMFowFDESMBAGA1UEAwwJbG9jYWxob3N0MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEuT+XKPOSgox+"
        "SfJznxVCoBATQk50mTfRr32+fcD8kBVQdJ6hyLljjgEhLr96GxUfjRl16m7CE3uq6eiDuw8aF6NOMEwwGgYDVR0RBBMwEYIJ"
        "bG9jYWxob3N0hwR/AAABMA8GA1UdEwEB/wQFMAMBAf8wHQYDVR0OBBYEFPVx2RspSacDkpuiCeNbjndKD9RqMAoGCCqGSM49"
        "BAMCA0cAMEQCIGhezWkKrTrrZLyN8b69xvRJ53iEGJD0xhiQhY9GURCGAiBHrgUmBgKVsMZhRcTgCbMbL/vBcWrQB90KEzGL"
        "+JYDFQ==";
    static constexpr char present[] =
        "MIIBaDCCAQ2gAwIBAgIBAzAKBggqhkjOPQQDAjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwIBcNMDEwMTAxMDAwMDAwWhgPMjA5"
        "OTAxMDEwMDAwMDBaMBQxEjAQBgNVBAMMCWxvY2FsaG9zdDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABLk/lyjzkoKMfkny"
        "c58VQqAQE0JOdJk30a99vn3A/JAVUHSeoci5Y44BIS6/ehsVH40ZdepuwhN7qunog7sPGhejTjBMMBoGA1UdEQQTMBGCCWxv"
        "Y2FsaG9zdIcEfwAAATAPBgNVHRMBAf8EBTADAQH/MB0GA1UdDgQWBBT1cdkbKUmnA5KbognjW453Sg/UajAKBggqhkjOPQQD"
        "AgNJADBGAiEAn/1WaR1dWd8m0AcZVDtfM6OYrQ6vXPd6lyhD33sIzBoCIQD00rJ/5Yq9rPS2Hh4zzTGJk7p3aWADWKbFHLNf"
        "Z9FVBQ==";
    static constexpr char ownKey[] =
        "MHcCAQEEIF0VSwfpS+WPxTuAFQVM23Zbr7JYB8GB5Og3fz5dFoonoAoGCCqGSM49AwEHoUQDQgAEuT+XKPOSgox+SfJznxVC"
        "oBATQk50mTfRr32+fcD8kBVQdJ6hyLljjgEhLr96GxUfjRl16m7CE3uq6eiDuw8aFw==";

    QSslConfiguration m_usual = QSslConfiguration::defaultConfiguration();
    QSslServer m_server;
};

} // namespace teleconsult::test
