// The layout of a page that has a few words in its middle.
#pragma once

#include "ui/theme/theme.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/wrapped_label.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace teleconsult::ui {

inline constexpr int centredColumnWidth = 12 * size::control; ///< With text of the designed size.

/// Makes the page's layout and answers the column in its middle. What does not fit in height is for the page to scroll.
inline QVBoxLayout *makeCentredColumn(QWidget *page)
{
    auto *column = new QWidget(page);
    const auto fit = [column] { column->setFixedWidth(scaled(centredColumnWidth)); };
    fit();
    QObject::connect(&Theme::instance(), &Theme::textScaled, column, fit);
    auto *words = new QVBoxLayout(column);
    words->setContentsMargins(0, 0, 0, 0);
    words->setSpacing(spacing::m);
    // Not aligned: only a stretched item is as high as its wrapped words.
    auto *row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(column);
    row->addStretch();
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(spacing::xl, spacing::xl, spacing::xl, spacing::xl);
    layout->addStretch(2);
    layout->addLayout(row);
    layout->addStretch(3);
    return words;
}

/// A line of such a column: wrapped, in the middle, as it is written.
inline WrappedLabel *makeCentredLabel(const QString &objectName, const QString &role, QWidget *parent)
{
    auto *label = new WrappedLabel(objectName, role, parent);
    label->setAlignment(Qt::AlignHCenter);
    return label;
}

/// A text that is not there takes no room.
inline void setTextOrHide(QLabel *label, const QString &text)
{
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

} // namespace teleconsult::ui
