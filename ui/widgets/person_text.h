// Words for who somebody is, and for who takes part.
#pragma once

#include "core/domain/language.h"
#include "core/domain/teleconsultation.h"

#include <QStringList>

#include <optional>

namespace teleconsult::ui {

/// "Doctor", "Patient"; a group that only this clinic knows stays as it is written in its configuration.
QString groupText(const QString &group);

/// All groups of a person, in their order.
QString groupsText(const QStringList &groups);

/// "Italian", "English", or that the company's default holds.
QString languageText(std::optional<Language> language);

/// The participants, those who come to be seen before those who see them, and how many are still to be named.
QString participantNames(const Teleconsultation &consultation, const Privileges &privileges);

/// The initials of the first of participantNames(): "LR" for "Luca Romano", "AB" for "Dr. Anna Bianchi". Empty when
/// nobody is named yet.
QString firstInitials(const Teleconsultation &consultation, const Privileges &privileges);

} // namespace teleconsult::ui
