#include "ui/call/engine/spelling.h"

#include <QDir>

namespace teleconsult::ui {

namespace {

const char variable[] = "QTWEBENGINE_DICTIONARIES_PATH";
const QString debianFolder = QStringLiteral("/usr/share/hunspell-bdic");

} // namespace

QStringList dictionariesIn(const QString &folder, const QString &locale)
{
    QStringList there;
    for (const QString &file : QDir(folder).entryList({QStringLiteral("*.bdic")}, QDir::Files, QDir::Name))
        there << file.chopped(int(qstrlen(".bdic")));
    QStringList chosen;
    const QStringList usual{QStringLiteral("it_IT"), QStringLiteral("en_GB")};
    for (const QString &name : usual) {
        const QString language = name.left(2);
        QStringList wanted = there.filter(language + QLatin1Char('_'));
        wanted.removeIf([&](const QString &one) { return !one.startsWith(language); });
        if (locale.startsWith(language) && there.contains(locale))
            chosen << locale;
        else if (there.contains(name))
            chosen << name;
        else if (!wanted.isEmpty())
            chosen << wanted.first();
    }
    return chosen;
}

QString dictionaryFolder()
{
    const QString set = qEnvironmentVariable(variable);
    if (!set.isEmpty())
        return set;
    if (!QDir(debianFolder).exists())
        return {};
    qputenv(variable, debianFolder.toLocal8Bit());
    return debianFolder;
}

} // namespace teleconsult::ui
