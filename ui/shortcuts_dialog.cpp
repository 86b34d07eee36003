#include "ui/shortcuts_dialog.h"

#include "ui/theme/theme.h"
#include "ui/widgets/content_scroll.h"

#include <QCoreApplication>
#include <QGridLayout>
#include <QKeyEvent>
#include <QKeySequence>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>

#include <iterator>

namespace teleconsult::ui {

namespace {

constexpr int preferredWidth = 10 * size::control;

/// English; a sequence of keys is written as the desktop writes it.
struct Shortcut
{
    const char *keys;
    const char *meaning;
};

constexpr char arrows[] = QT_TRANSLATE_NOOP("teleconsult::ui::ShortcutsDialog", "Arrows");

constexpr Shortcut shortcuts[] = {
    {"Ctrl+N", QT_TRANSLATE_NOOP("teleconsult::ui::ShortcutsDialog", "Schedule a consultation")},
    {"Ctrl+F", QT_TRANSLATE_NOOP("teleconsult::ui::ShortcutsDialog", "Search participants")},
    {"Ctrl+1", QT_TRANSLATE_NOOP("teleconsult::ui::ShortcutsDialog", "Show a day")},
    {"Ctrl+2", QT_TRANSLATE_NOOP("teleconsult::ui::ShortcutsDialog", "Show a week")},
    {"Ctrl+T", QT_TRANSLATE_NOOP("teleconsult::ui::ShortcutsDialog", "Go to today")},
    {"Alt+Left", QT_TRANSLATE_NOOP("teleconsult::ui::ShortcutsDialog", "Go back a day or a week")},
    {"Alt+Right", QT_TRANSLATE_NOOP("teleconsult::ui::ShortcutsDialog", "Go forward a day or a week")},
    {arrows, QT_TRANSLATE_NOOP("teleconsult::ui::ShortcutsDialog", "Move between consultations")},
    {"Return", QT_TRANSLATE_NOOP("teleconsult::ui::ShortcutsDialog", "Join, or show the details")},
    {"Space", QT_TRANSLATE_NOOP("teleconsult::ui::ShortcutsDialog", "Show the details")},
    {"Ctrl+E", QT_TRANSLATE_NOOP("teleconsult::ui::ShortcutsDialog", "Change date or time")},
    {"Del", QT_TRANSLATE_NOOP("teleconsult::ui::ShortcutsDialog", "Delete the consultation")},
    {"Ctrl+V",
     QT_TRANSLATE_NOOP("teleconsult::ui::ShortcutsDialog", "Open the link of a consultation that was copied")},
    {"F5", QT_TRANSLATE_NOOP("teleconsult::ui::ShortcutsDialog", "Refresh")},
    {"Ctrl+,", QT_TRANSLATE_NOOP("teleconsult::ui::ShortcutsDialog", "Settings")},
    {"Ctrl++", QT_TRANSLATE_NOOP("teleconsult::ui::ShortcutsDialog", "Larger text")},
    {"Ctrl+-", QT_TRANSLATE_NOOP("teleconsult::ui::ShortcutsDialog", "Smaller text")},
    {"Ctrl+0", QT_TRANSLATE_NOOP("teleconsult::ui::ShortcutsDialog", "Normal text")},
    {"Esc", QT_TRANSLATE_NOOP("teleconsult::ui::ShortcutsDialog", "Close what is open")},
    {"F11", QT_TRANSLATE_NOOP("teleconsult::ui::ShortcutsDialog", "Full screen in a call, and back")},
    {"Ctrl+Shift+M", QT_TRANSLATE_NOOP("teleconsult::ui::ShortcutsDialog", "Small window in a call, and back")},
    {"Ctrl+Shift+L", QT_TRANSLATE_NOOP("teleconsult::ui::ShortcutsDialog", "Leave the call")},
    {"F1", QT_TRANSLATE_NOOP("teleconsult::ui::ShortcutsDialog", "Show this list")},
    {"Ctrl+Q", QT_TRANSLATE_NOOP("teleconsult::ui::ShortcutsDialog", "Quit")},
};

QString textOf(const char *keys)
{
    return keys == arrows ? ShortcutsDialog::tr(arrows)
                          : QKeySequence(QLatin1String(keys)).toString(QKeySequence::NativeText);
}

} // namespace

ShortcutsDialog::ShortcutsDialog(QWidget *parent)
    : FramedDialog(QStringLiteral("shortcuts"), parent),
      m_close(addButton(QStringLiteral("Close"), QStringLiteral("primary")))
{
    auto *list = new QWidget(this);
    auto *grid = new QGridLayout(list);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(spacing::xxl);
    grid->setVerticalSpacing(spacing::s);
    grid->setColumnMinimumWidth(0, 2 * size::control);
    grid->setColumnStretch(1, 1);
    for (int i = 0; i < int(std::size(shortcuts)); ++i) {
        const Row row{new QLabel(list), new QLabel(list)};
        row.keys->setProperty("role", QStringLiteral("strong"));
        grid->addWidget(row.keys, i, 0);
        grid->addWidget(row.meaning, i, 1);
        m_rows << row;
    }
    retranslate();
    setScrolledContent(list);
    m_close->installEventFilter(this);
    connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
    fitToScreen(this, preferredWidth);
}

void ShortcutsDialog::retranslate()
{
    setTitle(tr("Keyboard shortcuts"));
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        m_rows.at(i).keys->setText(textOf(shortcuts[i].keys));
        m_rows.at(i).meaning->setText(tr(shortcuts[i].meaning));
    }
    m_close->setText(tr("Close"));
}

bool ShortcutsDialog::eventFilter(QObject *watched, QEvent *event)
{
    // Nothing in the list takes the keyboard.
    if (event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent *>(event)->key()) {
        case Qt::Key_Up:
        case Qt::Key_Down:
        case Qt::Key_PageUp:
        case Qt::Key_PageDown:
        case Qt::Key_Home:
        case Qt::Key_End:
            return QCoreApplication::sendEvent(scroll()->verticalScrollBar(), event);
        default:
            break;
        }
    }
    return FramedDialog::eventFilter(watched, event);
}

} // namespace teleconsult::ui
