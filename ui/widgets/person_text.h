// Words for who somebody is.
#pragma once

#include "core/domain/language.h"

#include <QStringList>

#include <optional>

namespace teleconsult::ui {

/// "Doctor", "Patient"; a group that only this clinic knows stays as it is written in its configuration.
QString groupText(const QString &group);

/// All groups of a person, in their order.
QString groupsText(const QStringList &groups);

/// "Italian", "English", or that the company's default holds.
QString languageText(std::optional<Language> language);

} // namespace teleconsult::ui
