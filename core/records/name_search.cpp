#include "core/records/name_search.h"

#include <QChar>

#include <algorithm>

namespace teleconsult::records {

namespace {

/// Letters that Unicode does not take apart, and that people type without the stroke or as two.
QString plainSpelling(char32_t letter)
{
    switch (letter) {
    case U'\u0142': // l with stroke
        return QStringLiteral("l");
    case U'\u00f8': // o with stroke
        return QStringLiteral("o");
    case U'\u0111': // d with stroke
    case U'\u00f0': // eth
        return QStringLiteral("d");
    case U'\u0127': // h with stroke
        return QStringLiteral("h");
    case U'\u0131': // dotless i
        return QStringLiteral("i");
    case U'\u00df': // sharp s
        return QStringLiteral("ss");
    case U'\u00e6': // ae
        return QStringLiteral("ae");
    case U'\u0153': // oe
        return QStringLiteral("oe");
    case U'\u00fe': // thorn
        return QStringLiteral("th");
    default:
        return QString::fromUcs4(&letter, 1);
    }
}

} // namespace

QStringList searchWords(const QString &text)
{
    QString folded;
    // Folding first: a capital I with a dot would fold to an i and a mark afterwards.
    for (const char32_t letter : text.toCaseFolded().normalized(QString::NormalizationForm_KD).toUcs4()) {
        if (QChar::isMark(letter))
            continue;
        folded += QChar::isLetterOrNumber(letter) ? plainSpelling(letter) : QStringLiteral(" ");
    }
    return folded.split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

QString searchableNames(const QStringList &names)
{
    return searchWords(names.join(QLatin1Char('\n'))).join(QLatin1Char(' '));
}

QString searchExpression(const QString &text)
{
    QStringList terms = searchWords(text);
    std::transform(terms.begin(), terms.end(), terms.begin(),
                   [](const QString &word) { return QStringLiteral("\"%1\"*").arg(word); });
    return terms.join(QLatin1Char(' '));
}

bool namesMatch(const QStringList &names, const QString &text)
{
    const QStringList known = searchWords(names.join(QLatin1Char('\n')));
    const QStringList wanted = searchWords(text);
    return std::all_of(wanted.begin(), wanted.end(), [&](const QString &word) {
        return std::any_of(known.begin(), known.end(), [&](const QString &name) { return name.startsWith(word); });
    });
}

QStringList namePatterns(const QString &text)
{
    // A filter travels in a URL: a few letters of a few words narrow it enough.
    constexpr qsizetype maximumWords = 4, maximumLetters = 10;
    // What is plain stands for itself; from the first other letter on, the peer cannot tell.
    const QString other = QStringLiteral("[^\\x00-\\x7f]");
    QStringList patterns;
    const QStringList words = searchWords(text).mid(0, maximumWords);
    for (const QString &word : words) {
        QString pattern = QStringLiteral("(^|[^a-z0-9])");
        int open = 0;
        for (const QChar letter : word.left(maximumLetters)) {
            if (letter.unicode() > 0x7f) {
                pattern += other;
                break;
            }
            pattern += QLatin1Char('(') + other + QLatin1Char('|') + letter;
            ++open;
        }
        patterns << pattern + QString(open, QLatin1Char(')'));
    }
    return patterns;
}

} // namespace teleconsult::records
