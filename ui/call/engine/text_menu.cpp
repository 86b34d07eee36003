#include "ui/call/engine/text_menu.h"

#include <QAction>
#include <QCoreApplication>
#include <QKeySequence>
#include <QMenu>
#include <QWebEngineContextMenuRequest>
#include <QWebEnginePage>

#include <memory>

namespace teleconsult::ui {

namespace {

constexpr int maximumSpellings = 5;

using Edit = QWebEngineContextMenuRequest::EditFlag;

/// Something that can be done to the text.
struct Deed
{
    Edit allowed;
    QWebEnginePage::WebAction action;
    QKeySequence::StandardKey key;
    const char *text;
};

const Deed deeds[] = {
    {Edit::CanCut, QWebEnginePage::Cut, QKeySequence::Cut, QT_TRANSLATE_NOOP("TextMenu", "Cu&t")},
    {Edit::CanCopy, QWebEnginePage::Copy, QKeySequence::Copy, QT_TRANSLATE_NOOP("TextMenu", "&Copy")},
    {Edit::CanPaste, QWebEnginePage::Paste, QKeySequence::Paste, QT_TRANSLATE_NOOP("TextMenu", "&Paste")},
    {Edit::CanSelectAll, QWebEnginePage::SelectAll, QKeySequence::SelectAll,
     QT_TRANSLATE_NOOP("TextMenu", "Select &all")},
};

void addSpellings(QMenu *menu, QWebEnginePage *page, const QStringList &spellings)
{
    for (const QString &spelling : spellings.mid(0, maximumSpellings)) {
        QString text = spelling;
        QAction *action = menu->addAction(text.replace(u'&', QLatin1String("&&")));
        QObject::connect(action, &QAction::triggered, page,
                         [page, spelling] { page->replaceMisspelledWord(spelling); });
    }
    if (spellings.isEmpty())
        menu->addAction(QCoreApplication::translate("TextMenu", "No suggestions"))->setEnabled(false);
    menu->addSeparator();
}

} // namespace

QMenu *makeTextMenu(QWebEnginePage *page, const QWebEngineContextMenuRequest &request, QWidget *parent)
{
    const bool hasSelection = !request.selectedText().isEmpty();
    if (!request.isContentEditable() && !hasSelection)
        return nullptr;
    auto menu = std::make_unique<QMenu>(parent);
    menu->setObjectName(QStringLiteral("callTextMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (request.isContentEditable() && !request.misspelledWord().isEmpty())
        addSpellings(menu.get(), page, request.spellCheckerSuggestions());
    for (const Deed &deed : deeds) {
        const bool changes = deed.action == QWebEnginePage::Cut || deed.action == QWebEnginePage::Paste;
        if (changes && !request.isContentEditable())
            continue;
        QAction *action = menu->addAction(QCoreApplication::translate("TextMenu", deed.text));
        action->setShortcut(QKeySequence(deed.key)); // For the eye: the page hears the keys itself.
        action->setEnabled(request.editFlags().testFlag(deed.allowed));
        QObject::connect(action, &QAction::triggered, page, [page, what = deed.action] { page->triggerAction(what); });
    }
    return menu.release();
}

} // namespace teleconsult::ui
