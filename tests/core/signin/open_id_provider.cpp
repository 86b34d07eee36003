#include "tests/core/signin/open_id_provider.h"

#include "tests/support/await.h"

#include <QNetworkReply>
#include <QRegularExpression>
#include <QTcpSocket>
#include <QUrlQuery>

namespace teleconsult::test {

OpenIdProvider::OpenIdProvider(std::chrono::seconds accessTokenLifetime) : m_lifetime(accessTokenLifetime) {}

OpenIdProvider::~OpenIdProvider()
{
    stop();
}

bool OpenIdProvider::start()
{
    m_process.setStandardOutputFile(QProcess::nullDevice());
    m_process.setStandardErrorFile(QProcess::nullDevice());
    // Debian's own Python, which has the package.
    m_process.start(QStringLiteral("/usr/bin/python3"),
                    {QStringLiteral(TELECONSULT_PROVIDER), QString::number(m_port.number()), m_folder.path(),
                     settings().clientId, QStringLiteral("http://127.0.0.1:%1/callback").arg(m_redirectPort.number()),
                     QString::number(m_lifetime.count())});
    return waitUntil(
               [this] {
                   QTcpSocket socket;
                   socket.connectToHost(QHostAddress(QHostAddress::LocalHost), m_port.number());
                   return m_process.state() == QProcess::NotRunning || socket.waitForConnected(1000);
               },
               std::chrono::seconds(60)) &&
           m_process.state() == QProcess::Running;
}

void OpenIdProvider::stop()
{
    m_process.kill();
    m_process.waitForFinished();
}

config::SignIn OpenIdProvider::settings() const
{
    return {.issuer = QUrl(QStringLiteral("http://127.0.0.1:%1/o").arg(m_port.number())),
            .clientId = QStringLiteral("teleconsult"),
            .scopes = {QStringLiteral("openid"), QStringLiteral("profile")},
            .idClaim = QStringLiteral("sub"),
            .nameClaim = QStringLiteral("name"),
            .groupsClaim = QStringLiteral("groups"),
            .redirectPort = m_redirectPort.number()};
}

bool Browser::open(const QUrl &url)
{
    opened << url;
    page.clear();
    const QUrlQuery query(url);
    QUrl back(query.queryItemValue(QStringLiteral("redirect_uri"), QUrl::FullyDecoded));
    switch (person) {
    case Person::LogsIn:
        load(url);
        break;
    case Person::SaysNo:
        back.setQuery(QStringLiteral("error=access_denied&state=") + query.queryItemValue(QStringLiteral("state")));
        load(back);
        break;
    case Person::Forges:
        back.setQuery(QStringLiteral("code=somebody-elses&state=somebody-elses"));
        load(back);
        break;
    case Person::Sleeps:
        break;
    }
    return true;
}

void Browser::load(const QUrl &url)
{
    QNetworkReply *reply = m_network.get(QNetworkRequest(url));
    QObject::connect(reply, &QNetworkReply::finished, reply, [this, reply] { read(reply); });
}

void Browser::read(QNetworkReply *reply)
{
    reply->deleteLater();
    page = reply->readAll();
    static const QRegularExpression field(QStringLiteral("name=\"(csrfmiddlewaretoken|next)\" value=\"([^\"]*)\""));
    QByteArray form;
    for (auto match = field.globalMatch(QString::fromUtf8(page)); match.hasNext();) {
        const QRegularExpressionMatch found = match.next();
        const QString value = found.captured(2).replace(QLatin1String("&amp;"), QLatin1String("&"));
        form += found.captured(1).toUtf8() + '=' + QUrl::toPercentEncoding(value) + '&';
    }
    if (form.isEmpty())
        return;
    form += "username=" + name.toUtf8() + "&password=" + QUrl::toPercentEncoding(QStringLiteral("password of ") + name);
    QNetworkRequest request(reply->url());
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/x-www-form-urlencoded"));
    QNetworkReply *answer = m_network.post(request, form);
    QObject::connect(answer, &QNetworkReply::finished, answer, [this, answer] { read(answer); });
}

} // namespace teleconsult::test
