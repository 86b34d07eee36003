#include "ui/widgets/person_text.h"

#include <QCoreApplication>

namespace teleconsult::ui {

namespace {

struct PersonText
{
    Q_DECLARE_TR_FUNCTIONS(teleconsult::ui::PersonText)
};

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
    QStringList basic;
    QStringList plus;
    for (const Participant &participant : consultation.participants) {
        const Result<Role> role = privileges.roleOf(participant.groups);
        (role && *role == Role::Plus ? plus : basic) << participant.fullName;
    }
    QStringList all = basic + plus;
    if (const int unknown = consultation.unknownParticipants(); unknown > 0)
        all << PersonText::tr("%n still to be named", nullptr, unknown);
    return all.join(QStringLiteral(", "));
}

} // namespace teleconsult::ui
