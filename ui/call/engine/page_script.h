// Scripts of ours that run in the call's page.
#pragma once

#include "core/config/device_choice.h"

#include <QString>

class QUrl;
class QWebEngineScript;

namespace teleconsult::ui {

/// A script of engine/page/, for the main frame, before the page's own scripts. It does its work only on pages of this
/// link's origin. `name`: the file's, without ".js".
QWebEngineScript pageScript(const QString &name, const QUrl &link);

/// The script that gives the page the chosen devices.
QWebEngineScript deviceScript(const config::DeviceChoice &devices, const QUrl &link);

/// {camera, microphone, speaker, withoutCamera}, as a JavaScript literal.
QString toJavaScript(const config::DeviceChoice &devices);

/// A text as a JavaScript string literal, quotes included.
QString toJavaScript(const QString &text);

} // namespace teleconsult::ui
