// What the right mouse button, or the menu key, offers in the text of a call's page.
#pragma once

class QMenu;
class QWebEngineContextMenuRequest;
class QWebEnginePage;
class QWidget;

namespace teleconsult::ui {

/// Other spellings of the word first, where it is misspelt, then cut, copy, paste and all: what the text at that place
/// allows, and nothing that leads out of the page. Null: nothing is to be offered. The menu is the parent's, and
/// deletes itself when it has closed.
QMenu *makeTextMenu(QWebEnginePage *page, const QWebEngineContextMenuRequest &request, QWidget *parent);

} // namespace teleconsult::ui
