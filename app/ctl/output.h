// What a person reads of an answer.
#pragma once

#include "app/ctl/options.h"
#include "core/domain/teleconsultation.h"

#include <QJsonObject>

namespace teleconsult::ctl {

/// To standard output or standard error, a line break at the end.
void print(const QString &text);
void printError(const QString &text);
/// One line, to standard output.
void printJson(const QJsonObject &object);

/// The answer of a verb's request in words; never empty.
QString textOf(Verb verb, const QJsonObject &answer);
/// One line for each; local time.
QString textOf(const QList<Teleconsultation> &consultations);
QString companyText(const QJsonObject &company);

} // namespace teleconsult::ctl
