// Opening a link that is a secret.
#pragma once

#include <QUrl>

namespace teleconsult::ui {

/// Opens an access link in the person's browser. What a browser is started with stands on a command line that others on
/// this computer can read, so it is started with a page of its own, in a folder and file that only this person can
/// read, which leads on to the link. The page goes after two minutes, and with the program. False: there is no browser,
/// or the page could not be written. To be called on the main thread.
bool openPrivately(const QUrl &link);

} // namespace teleconsult::ui
