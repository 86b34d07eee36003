#include "ui/call/engine/page_script.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>
#include <QWebEngineScript>

namespace teleconsult::ui {

QString toJavaScript(const QString &text)
{
    const QString list = QString::fromUtf8(QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact));
    return list.mid(1, list.size() - 2);
}

QString toJavaScript(const config::DeviceChoice &devices)
{
    const QJsonObject object{{QStringLiteral("camera"), devices.camera},
                             {QStringLiteral("microphone"), devices.microphone},
                             {QStringLiteral("speaker"), devices.speaker},
                             {QStringLiteral("withoutCamera"), devices.withoutCamera}};
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QWebEngineScript deviceScript(const config::DeviceChoice &devices, const QUrl &link)
{
    QWebEngineScript script = pageScript(QStringLiteral("devices"), link);
    script.setSourceCode(script.sourceCode().replace(QStringLiteral("'%choice%'"), toJavaScript(devices)));
    return script;
}

QWebEngineScript pageScript(const QString &name, const QUrl &link)
{
    QFile file(QStringLiteral(":/call-engine/%1.js").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("a script of the call engine is not built in");
    // As the page spells it: default ports left out, names of hosts in ASCII.
    QUrl origin = link.adjusted(QUrl::RemoveUserInfo | QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment);
    const bool isDefaultPort = (origin.scheme() == QLatin1String("https") && origin.port() == 443) ||
                               (origin.scheme() == QLatin1String("http") && origin.port() == 80);
    if (isDefaultPort)
        origin.setPort(-1);
    QString source = QString::fromUtf8(file.readAll());
    source.replace(QStringLiteral("'%origin%'"), toJavaScript(QString::fromLatin1(origin.toEncoded())));
    QWebEngineScript script;
    script.setName(QStringLiteral("teleconsult-") + name);
    script.setSourceCode(source);
    script.setInjectionPoint(QWebEngineScript::DocumentCreation);
    script.setWorldId(QWebEngineScript::MainWorld);
    script.setRunsOnSubFrames(false);
    return script;
}

} // namespace teleconsult::ui
