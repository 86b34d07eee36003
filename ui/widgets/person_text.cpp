#include "ui/widgets/person_text.h"

#include <QCoreApplication>
#include <QTextBoundaryFinder>

#include <algorithm>

namespace teleconsult::ui {

namespace {

struct PersonText
{
    Q_DECLARE_TR_FUNCTIONS(teleconsult::ui::PersonText)
};

/// Those who come to be seen, then those who see them.
QStringList namesInOrder(const Teleconsultation &consultation, const Privileges &privileges)
{
    QStringList basic;
    QStringList plus;
    for (const Participant &participant : consultation.participants) {
        (privileges.isPlus(participant.groups) ? plus : basic) << participant.fullName;
    }
    return basic + plus;
}

/// With the marks that stand on it.
QString firstLetter(const QString &word)
{
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, word);
    return word.left(std::max<qsizetype>(finder.toNextBoundary(), 1));
}

} // namespace

QString groupText(const QString &group)
{
    if (group == QLatin1String("doctor"))
        return PersonText::tr("Doctor");
    if (group == QLatin1String("patient"))
        return PersonText::tr("Patient");
    if (group == QLatin1String("customer"))
        return PersonText::tr("Customer");
    return group;
}

QString groupsText(const QStringList &groups)
{
    QStringList words;
    for (const QString &group : groups)
        words << groupText(group);
    return words.join(QStringLiteral(", "));
}

QString languageText(std::optional<Language> language)
{
    if (!language)
        return PersonText::tr("Company default");
    return *language == Language::Italian ? PersonText::tr("Italian") : PersonText::tr("English");
}

QString participantNames(const Teleconsultation &consultation, const Privileges &privileges)
{
    QStringList all = namesInOrder(consultation, privileges);
    if (const int unknown = consultation.unknownParticipants(); unknown > 0)
        all << PersonText::tr("%n still to be named", nullptr, unknown);
    return all.join(QStringLiteral(", "));
}

QString firstInitials(const Teleconsultation &consultation, const Privileges &privileges)
{
    QStringList words = namesInOrder(consultation, privileges).value(0).split(u' ', Qt::SkipEmptyParts);
    // A title is no name.
    words.removeIf([](const QString &word) { return word.endsWith(u'.'); });
    if (words.isEmpty())
        return {};
    QString initials = firstLetter(words.constFirst());
    if (words.size() > 1)
        initials += firstLetter(words.constLast());
    return initials.toUpper();
}

} // namespace teleconsult::ui
