// The layout of a page that has a few words in its middle.
#pragma once

#include "ui/theme/tokens.h"
#include "ui/widgets/wrapped_label.h"

#include <QLabel>
#include <QVBoxLayout>

namespace teleconsult::ui {

inline constexpr int centredColumnWidth = 12 * size::control; ///< With text of the designed size.

/// Makes the page's layout and answers the column in its middle, which is narrower where there is no room. What does
/// not fit in height is scrolled.
QVBoxLayout *makeCentredColumn(QWidget *page);

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
