// What a setting is edited with.
#pragma once

#include "core/config/setting_spec.h"

#include <QWidget>

#include <functional>

namespace teleconsult::ui {

/// A widget and the setting's value in it, as the settings file writes it.
struct ValueControl
{
    QWidget *widget = nullptr;
    std::function<QString()> read;
    std::function<void(const QString &text)> write;
};

/// The usual one of the setting's type, owned by `parent`: a QCheckBox, QComboBox (whose items have the codes as data
/// and no texts yet), QSpinBox with its unit, MinutesBox, QPlainTextEdit, PathEdit or QLineEdit. `edited` is called
/// after every change of the value, whoever made it.
ValueControl makeValueControl(const config::SettingSpec &spec, QWidget *parent, const std::function<void()> &edited);

/// Gives its unit in the interface's language, where it has one.
void retranslateUnit(QWidget *control, config::SettingUnit unit);

} // namespace teleconsult::ui
