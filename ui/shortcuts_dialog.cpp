#include "ui/shortcuts_dialog.h"

#include "ui/theme/theme.h"

#include <QGridLayout>
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
        {keys("Del"), tr("Delete the consultation")},
        {keys("Ctrl+V"), tr("Open the link of a consultation that was copied")},
        {keys("F5"), tr("Refresh")},
        {keys("Esc"), tr("Close what is open")},
        {keys("F11"), tr("Full screen in a call, and back")},
        {keys("F1"), tr("Show this list")},
        {keys("Ctrl+Q"), tr("Quit")},
    };

    auto *title = new QLabel(tr("Keyboard shortcuts"), this);
    title->setProperty("role", QStringLiteral("title"));
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(spacing::xxl);
    grid->setVerticalSpacing(spacing::s);
    grid->setColumnMinimumWidth(0, 2 * size::control);
    int row = 0;
    for (const auto &[key, meaning] : lines) {
        auto *keyLabel = new QLabel(key, this);
        keyLabel->setProperty("role", QStringLiteral("strong"));
        grid->addWidget(keyLabel, row, 0);
        grid->addWidget(new QLabel(meaning, this), row, 1);
        ++row;
    }
    grid->setColumnStretch(1, 1);
    auto *close = new QPushButton(tr("Close"), this);
    close->setObjectName(QStringLiteral("closeButton"));
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::xl, spacing::xl, spacing::xl, spacing::xl);
    layout->setSpacing(spacing::l);
    layout->addWidget(title);
    layout->addLayout(grid);
    layout->addWidget(close, 0, Qt::AlignRight);
    setMinimumWidth(10 * size::control);
}

} // namespace teleconsult::ui
