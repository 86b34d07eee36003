#include "ui/call/download_name.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace teleconsult::ui {

namespace {

constexpr int maximumNameLength = 200;  ///< Bytes in UTF-8; file systems take 255, and a number may be added.
constexpr int maximumEndingLength = 16; ///< Characters after the last dot.
constexpr int maximumNumbers = 1000;

bool isHarmless(uint character)
{
    switch (QChar::category(character)) {
    case QChar::Other_Control:
    case QChar::Other_Format: // Among them what turns the direction of writing around.
    case QChar::Other_Surrogate:
    case QChar::Other_NotAssigned:
    case QChar::Other_PrivateUse:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return false;
    default:
        return true;
    }
}

/// Where the ending begins, its dot included; the length when there is none.
qsizetype endingOf(const QString &name)
{
    const qsizetype dot = name.lastIndexOf(QLatin1Char('.'));
    return dot > 0 && name.size() - dot <= maximumEndingLength ? dot : name.size();
}

} // namespace

QString safeFileName(const QString &suggested)
{
    QString name;
    for (const uint character : suggested.toUcs4()) {
        const bool separates = QStringLiteral("/\\:*?\"<>|").contains(QChar(ushort(character))) && character < 128;
        if (separates)
            name += QLatin1Char('_');
        else if (isHarmless(character))
            name += QString::fromUcs4(reinterpret_cast<const char32_t *>(&character), 1);
    }
    name = name.simplified();
    while (name.startsWith(QLatin1Char('.')) || name.startsWith(QLatin1Char(' ')) || name.startsWith(QLatin1Char('~')))
        name.remove(0, 1);
    while (name.endsWith(QLatin1Char('.')) || name.endsWith(QLatin1Char(' ')))
        name.chop(1);
    const qsizetype dot = endingOf(name);
    const QString ending = name.mid(dot);
    QString stem = name.left(dot);
    while (!stem.isEmpty() && stem.toUtf8().size() + ending.toUtf8().size() > maximumNameLength)
        stem.chop(stem.back().isLowSurrogate() ? 2 : 1);
    name = stem + ending;
    return name.isEmpty() ? QStringLiteral("file") : name;
}

QString reserveFile(const QString &folder, const QString &safeName)
{
    const QDir dir(folder);
    if (folder.isEmpty() || !dir.mkpath(QStringLiteral(".")))
        return {};
    const qsizetype dot = endingOf(safeName);
    for (int number = 1; number <= maximumNumbers; ++number) {
        const QString name =
            number == 1 ? safeName
                        : QStringLiteral("%1 (%2)%3").arg(safeName.left(dot)).arg(number).arg(safeName.mid(dot));
        QFile file(dir.filePath(name));
        if (file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner))
            return name;
        if (!QFileInfo(file).exists() && !QFileInfo(file).isSymLink())
            return {};
    }
    return {};
}

} // namespace teleconsult::ui
