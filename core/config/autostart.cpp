#include "core/config/autostart.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>
#include <QStandardPaths>

namespace teleconsult::config {

namespace {

/// An argument of an Exec line in quotation marks (Desktop Entry Specification, The Exec key); the value of a key has
/// its backslashes doubled once more.
QString quoted(const QString &argument)
{
    QString text = argument;
    for (const char16_t character : {u'\\', u'"', u'`', u'$'})
        text.replace(QChar(character), QStringLiteral("\\") + QChar(character));
    text.replace(u'%', QStringLiteral("%%"));
    return QStringLiteral("\"%1\"").arg(text.replace(u'\\', QStringLiteral("\\\\")));
}

Error unwritable(const QString &detail)
{
    return makeError(Error::Kind::Storage, QStringLiteral("autostart_unwritable"), detail);
}

} // namespace

Autostart::Autostart(QString configHome, QString program)
    : m_configHome(std::move(configHome)), m_program(std::move(program))
{}

Autostart Autostart::ofThisProgram()
{
    // By its name where that finds it: the entry then survives an update that moves the program.
    const QString path = QCoreApplication::applicationFilePath();
    const QString name = QFileInfo(path).fileName();
    const QString found = QStandardPaths::findExecutable(name);
    const bool isInstalled =
        !found.isEmpty() && QFileInfo(found).canonicalFilePath() == QFileInfo(path).canonicalFilePath();
    return {QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation), isInstalled ? name : path};
}

QString Autostart::path() const
{
    return m_configHome + QStringLiteral("/autostart/teleconsult.desktop");
}

bool Autostart::isOn() const
{
    QFile file(path());
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const QList<QByteArray> lines = file.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.simplified().replace(" ", "").toLower() == "hidden=true")
            return false;
    }
    return true;
}

Result<void> Autostart::set(bool on) const
{
    if (!on) {
        if (QFile file(path()); file.exists() && !file.remove())
            return failure(unwritable(file.errorString()));
        return {};
    }
    if (!QDir().mkpath(QFileInfo(path()).absolutePath()))
        return failure(unwritable(QStringLiteral("no folder")));
    QSaveFile file(path());
    const QString entry = QStringLiteral("[Desktop Entry]\n"
                                         "Type=Application\n"
                                         "Name=Teleconsult\n"
                                         "Exec=%1\n"
                                         "Icon=teleconsult\n"
                                         "Terminal=false\n")
                              .arg(quoted(m_program));
    if (!file.open(QIODevice::WriteOnly) || file.write(entry.toUtf8()) < 0 || !file.commit())
        return failure(unwritable(file.errorString()));
    return {};
}

} // namespace teleconsult::config
