// What a person is told about an Error of the settings. Part of error_text.h; nobody else includes it.
#pragma once

#include <QString>

namespace teleconsult::ui {

/// What is wrong with a picture, the company or the PIN, and what to do; empty: the error is about none of them.
QString settingsSentence(const QString &field, const QString &code);

/// Of records that are moved, or were; empty: another code.
QString movingSentence(const QString &code);

} // namespace teleconsult::ui
