#include "tests/support/cdp_client.h"

#include <QFile>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QStandardPaths>
#include <QTest>

#include <signal.h>
#include <unistd.h>

#include <utility>

namespace teleconsult::test {

namespace {

constexpr std::chrono::seconds devToolsLimit(40);

QByteArray askDevTools(quint16 port, const QByteArray &verb, const QString &pathAndQuery)
{
    QNetworkAccessManager network;
    network.setProxy(QNetworkProxy::NoProxy);
    QUrl url(QStringLiteral("http://127.0.0.1:%1%2").arg(port).arg(pathAndQuery));
    QNetworkRequest request(url);
    request.setTransferTimeout(int(std::chrono::milliseconds(devToolsLimit).count()));
    std::unique_ptr<QNetworkReply> reply(network.sendCustomRequest(request, verb));
    if (!QTest::qWaitFor([&] { return reply->isFinished(); }, int(std::chrono::milliseconds(devToolsLimit).count())))
        return {};
    return reply->error() == QNetworkReply::NoError ? reply->readAll() : QByteArray();
}

CdpTarget targetFrom(const QJsonObject &object)
{
    return {object.value(QLatin1String("id")).toString(), object.value(QLatin1String("type")).toString(),
            object.value(QLatin1String("title")).toString(), QUrl(object.value(QLatin1String("url")).toString()),
            QUrl(object.value(QLatin1String("webSocketDebuggerUrl")).toString())};
}

QString quoted(const QString &text)
{
    const QByteArray array = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(array.mid(1, array.size() - 2));
}

QString chromiumPath()
{
    const QString chosen = qEnvironmentVariable("TELECONSULT_CHROMIUM");
    return chosen.isEmpty() ? QStandardPaths::findExecutable(QStringLiteral("chromium")) : chosen;
}

} // namespace

QList<CdpTarget> cdpTargets(quint16 port)
{
    QList<CdpTarget> targets;
    const QByteArray answer = askDevTools(port, "GET", QStringLiteral("/json/list"));
    const QJsonArray list = QJsonDocument::fromJson(answer).array();
    for (const QJsonValue entry : list)
        targets.append(targetFrom(entry.toObject()));
    return targets;
}

CdpClient::CdpClient()
{
    QObject::connect(&m_socket, &QWebSocket::textMessageReceived, &m_socket, [this](const QString &text) {
        const QJsonObject message = QJsonDocument::fromJson(text.toUtf8()).object();
        if (message.value(QLatin1String("id")).toInt() == m_awaitedId && m_awaitedId != 0) {
            m_answer = message;
            m_awaitedId = 0;
        }
    });
}

CdpClient::~CdpClient()
{
    if (m_closesPage && m_socket.state() == QAbstractSocket::ConnectedState) {
        m_limit = devToolsLimit;
        call(QStringLiteral("Page.close"));
    }
    QObject::disconnect(&m_socket, nullptr, nullptr, nullptr);
    m_socket.abort();
}

bool CdpClient::attach(const QUrl &webSocketUrl)
{
    m_error.clear();
    m_socket.setProxy(QNetworkProxy::NoProxy);
    m_socket.open(webSocketUrl);
    if (QTest::qWaitFor([this] { return m_socket.state() == QAbstractSocket::ConnectedState; }, int(m_limit.count())))
        return true;
    m_error = QStringLiteral("cannot attach: ") + m_socket.errorString();
    return false;
}

bool CdpClient::attachToPage(quint16 port, const QString &prefix)
{
    QUrl found;
    const auto pageIsThere = [&] {
        const QList<CdpTarget> targets = cdpTargets(port);
        for (const CdpTarget &target : targets) {
            if (target.type == QLatin1String("page") && target.url.toString().startsWith(prefix))
                found = target.webSocketUrl;
        }
        return found.isValid();
    };
    if (QTest::qWaitFor(pageIsThere, int(m_limit.count())))
        return attach(found);
    m_error = QStringLiteral("no page with this address");
    return false;
}

QJsonObject CdpClient::call(const QString &method, const QJsonObject &params)
{
    m_error.clear();
    m_answer = {};
    m_awaitedId = ++m_lastId;
    const QJsonObject command{
        {QStringLiteral("id"), m_lastId}, {QStringLiteral("method"), method}, {QStringLiteral("params"), params}};
    m_socket.sendTextMessage(QString::fromUtf8(QJsonDocument(command).toJson(QJsonDocument::Compact)));
    const auto settled = [this] { return m_awaitedId == 0 || m_socket.state() != QAbstractSocket::ConnectedState; };
    if (!QTest::qWaitFor(settled, int(m_limit.count())) || m_awaitedId != 0) {
        m_awaitedId = 0;
        m_error = method + QStringLiteral(": no answer");
        return {};
    }
    const QJsonObject error = m_answer.value(QLatin1String("error")).toObject();
    if (!error.isEmpty())
        m_error = method + QStringLiteral(": ") + error.value(QLatin1String("message")).toString();
    return m_answer.value(QLatin1String("result")).toObject();
}

QJsonValue CdpClient::evaluate(const QString &expression)
{
    const QJsonObject answer = call(QStringLiteral("Runtime.evaluate"), {{QStringLiteral("expression"), expression},
                                                                         {QStringLiteral("awaitPromise"), true},
                                                                         {QStringLiteral("returnByValue"), true},
                                                                         {QStringLiteral("userGesture"), m_isPerson}});
    const QJsonObject exception = answer.value(QLatin1String("exceptionDetails")).toObject();
    if (!exception.isEmpty()) {
        m_error = exception.value(QLatin1String("exception")).toObject().value(QLatin1String("description")).toString();
        if (m_error.isEmpty())
            m_error = exception.value(QLatin1String("text")).toString();
        return {};
    }
    return answer.value(QLatin1String("result")).toObject().value(QLatin1String("value"));
}

bool CdpClient::waitFor(const QString &expression)
{
    const QString truth = QStringLiteral("(async () => !!(%1))()").arg(expression);
    QString lastError;
    const auto holds = [&] {
        const bool answer = evaluate(truth).toBool();
        lastError = m_error;
        return answer;
    };
    if (QTest::qWaitFor(holds, int(m_limit.count())))
        return true;
    m_error = QStringLiteral("never true: %1 (%2)").arg(expression, lastError);
    return false;
}

bool CdpClient::click(const QString &selector)
{
    const QString element = QStringLiteral("document.querySelector(%1)").arg(quoted(selector));
    if (!waitFor(QStringLiteral("%1 && !%1.disabled && %1.getClientRects().length > 0").arg(element)))
        return false;
    const bool wasPerson = std::exchange(m_isPerson, true);
    evaluate(element + QStringLiteral(".click()"));
    m_isPerson = wasPerson;
    return m_error.isEmpty();
}

bool CdpClient::navigate(const QUrl &url)
{
    call(QStringLiteral("Page.navigate"), {{QStringLiteral("url"), url.toString(QUrl::FullyEncoded)}});
    return m_error.isEmpty();
}

QByteArray CdpClient::screenshotPng()
{
    const QJsonObject answer = call(QStringLiteral("Page.captureScreenshot"));
    return QByteArray::fromBase64(answer.value(QLatin1String("data")).toString().toLatin1());
}

HeadlessChromium::HeadlessChromium() = default;

HeadlessChromium::~HeadlessChromium()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    // The launcher is a script with children; they share a process group of their own.
    ::kill(-pid_t(m_process.processId()), SIGKILL);
    m_process.waitForFinished();
}

bool HeadlessChromium::isInstalled()
{
    return !chromiumPath().isEmpty();
}

bool HeadlessChromium::start(const QStringList &extraArguments)
{
    const QString program = chromiumPath();
    if (program.isEmpty() || !m_profile.isValid()) {
        m_error = QStringLiteral("no chromium, or no room for its profile");
        return false;
    }
    QStringList arguments{QStringLiteral("--headless=new"),
                          QStringLiteral("--disable-gpu"),
                          QStringLiteral("--disable-quic"),
                          QStringLiteral("--no-first-run"),
                          QStringLiteral("--password-store=basic"), // Does not wait for a keyring nobody unlocks.
                          QStringLiteral("--disable-background-networking"),
                          QStringLiteral("--disable-component-update"),
                          QStringLiteral("--disable-sync"),
                          QStringLiteral("--disable-dev-shm-usage"),
                          QStringLiteral("--use-fake-device-for-media-stream"),
                          QStringLiteral("--use-fake-ui-for-media-stream"),
                          QStringLiteral("--autoplay-policy=no-user-gesture-required"),
                          QStringLiteral("--remote-allow-origins=*"),
                          QStringLiteral("--remote-debugging-port=0"),
                          QStringLiteral("--user-data-dir=") + m_profile.path()};
    if (::geteuid() == 0)
        arguments.append(QStringLiteral("--no-sandbox")); // Chromium refuses root otherwise; tests only.
    arguments += extraArguments;
    arguments.append(QStringLiteral("about:blank"));

    m_process.setChildProcessModifier([] { ::setpgid(0, 0); });
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.setStandardOutputFile(QProcess::nullDevice());
    m_process.start(program, arguments);

    const QString portFile = m_profile.filePath(QStringLiteral("DevToolsActivePort"));
    const auto portIsKnown = [&] {
        QFile file(portFile);
        if (!file.open(QIODevice::ReadOnly))
            return false;
        m_port = file.readLine().trimmed().toUShort();
        return m_port != 0;
    };
    const auto settled = [&] { return portIsKnown() || m_process.state() == QProcess::NotRunning; };
    if (QTest::qWaitFor(settled, int(std::chrono::milliseconds(std::chrono::seconds(60)).count())) && m_port != 0)
        return true;
    m_error = QStringLiteral("chromium did not start");
    return false;
}

std::unique_ptr<CdpClient> HeadlessChromium::open(const QUrl &url)
{
    const QString query = QString::fromLatin1(QUrl::toPercentEncoding(url.toString(QUrl::FullyEncoded)));
    const QByteArray answer = askDevTools(m_port, "PUT", QStringLiteral("/json/new?") + query);
    auto client = std::make_unique<CdpClient>();
    if (client->attach(targetFrom(QJsonDocument::fromJson(answer).object()).webSocketUrl)) {
        client->m_closesPage = true;
        return client;
    }
    m_error = client->errorString();
    return nullptr;
}

} // namespace teleconsult::test
