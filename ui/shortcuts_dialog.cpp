#include "ui/shortcuts_dialog.h"

#include "ui/theme/theme.h"
#include "ui/widgets/content_scroll.h"
#include "ui/widgets/scroll_bar_room.h"

#include <QCoreApplication>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QKeySequence>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace teleconsult::ui {

ShortcutsDialog::ShortcutsDialog(QWidget *parent) : QDialog(parent)
{
    setObjectName(QStringLiteral("shortcutsDialog"));
    setWindowTitle(tr("Keyboard shortcuts"));
    const auto keys = [](const char *sequence) {
        return QKeySequence(QLatin1String(sequence)).toString(QKeySequence::NativeText);
    };
    const QList<std::pair<QString, QString>> lines{
        {keys("Ctrl+N"), tr("Schedule a consultation")},
        {keys("Ctrl+F"), tr("Search participants")},
        {keys("Ctrl+1"), tr("Show a day")},
        {keys("Ctrl+2"), tr("Show a week")},
        {keys("Ctrl+T"), tr("Go to today")},
        {keys("Alt+Left"), tr("Go back a day or a week")},
        {keys("Alt+Right"), tr("Go forward a day or a week")},
        {tr("Arrows"), tr("Move between consultations")},
        {keys("Return"), tr("Join, or show the details")},
        {keys("Space"), tr("Show the details")},
        {keys("Ctrl+E"), tr("Change date or time")},
        {keys("Del"), tr("Delete the consultation")},
        {keys("Ctrl+V"), tr("Open the link of a consultation that was copied")},
        {keys("F5"), tr("Refresh")},
        {keys("Ctrl+,"), tr("Settings")},
        {keys("Ctrl++"), tr("Larger text")},
        {keys("Ctrl+-"), tr("Smaller text")},
        {keys("Ctrl+0"), tr("Normal text")},
        {keys("Esc"), tr("Close what is open")},
        {keys("F11"), tr("Full screen in a call, and back")},
        {keys("Ctrl+Shift+M"), tr("Small window in a call, and back")},
        {keys("Ctrl+Shift+L"), tr("Leave the call")},
        {keys("F1"), tr("Show this list")},
        {keys("Ctrl+Q"), tr("Quit")},
    };

    auto *title = new QLabel(tr("Keyboard shortcuts"), this);
    title->setProperty("role", QStringLiteral("title"));
    auto *list = new QWidget;
    auto *grid = new QGridLayout(list);
    grid->setContentsMargins(0, 0, spacing::xl - scrollBarRoom, 0);
    grid->setHorizontalSpacing(spacing::xxl);
    grid->setVerticalSpacing(spacing::s);
    grid->setColumnMinimumWidth(0, 2 * size::control);
    int row = 0;
    for (const auto &[key, meaning] : lines) {
        auto *keyLabel = new QLabel(key, list);
        keyLabel->setProperty("role", QStringLiteral("strong"));
        grid->addWidget(keyLabel, row, 0);
        grid->addWidget(new QLabel(meaning, list), row, 1);
        ++row;
    }
    grid->setColumnStretch(1, 1);
    m_scroll = new ContentScroll(list, this);
    auto *close = new QPushButton(tr("Close"), this);
    close->setObjectName(QStringLiteral("closeButton"));
    close->setDefault(true);
    close->installEventFilter(this);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::xl, spacing::xl, 0, spacing::xl);
    layout->setSpacing(spacing::l);
    layout->addWidget(title);
    layout->addWidget(m_scroll, 1);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(0, 0, spacing::xl, 0);
    foot->addStretch();
    foot->addWidget(close);
    layout->addLayout(foot);
    fitToScreen(this, 10 * size::control);
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
            return QCoreApplication::sendEvent(m_scroll->verticalScrollBar(), event);
        default:
            break;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace teleconsult::ui
