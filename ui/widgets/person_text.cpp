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

} // namespace teleconsult::ui
