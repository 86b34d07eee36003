#include "ui/widgets/centred_column.h"

#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QScrollArea>

namespace teleconsult::ui {

QVBoxLayout *makeCentredColumn(QWidget *page)
{
    auto *scroll = new QScrollArea(page);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *whole = new QVBoxLayout(page);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(scroll);

    auto *content = new QWidget;
    auto *column = new QWidget(content);
    const auto fit = [column] { column->setMaximumWidth(scaled(centredColumnWidth)); };
    fit();
    QObject::connect(&Theme::instance(), &Theme::textScaled, column, fit);
    auto *words = new QVBoxLayout(column);
    words->setContentsMargins(0, 0, 0, 0);
    words->setSpacing(spacing::m);
    // Not aligned: only a stretched item is as high as its wrapped words.
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(column, 1000); // As wide as it may be.
    row->addStretch(1);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(spacing::xl, spacing::xl, spacing::xl, spacing::xl);
    layout->addStretch(2);
    layout->addLayout(row);
    layout->addStretch(3);
    scroll->setWidget(content);
    return words;
}

} // namespace teleconsult::ui
