#include "ui/widgets/wrapped_label.h"

#include <QEvent>

namespace teleconsult::ui {

WrappedLabel::WrappedLabel(QWidget *parent) : QLabel(parent)
{
    setWordWrap(true);
    setTextFormat(Qt::PlainText);
}

WrappedLabel::WrappedLabel(const QString &objectName, const QString &role, QWidget *parent) : WrappedLabel(parent)
{
    setObjectName(objectName);
    if (!role.isEmpty())
        setProperty("role", role);
}

int WrappedLabel::heightForWidth(int width) const
{
    if (const Basis basis{text(), contentsMargins()}; basis != m_basis) {
        m_basis = basis;
        m_heights.clear();
    }
    auto known = m_heights.constFind(width);
    if (known == m_heights.cend())
        known = m_heights.insert(width, QLabel::heightForWidth(width));
    return *known;
}

void WrappedLabel::changeEvent(QEvent *event)
{
    m_heights.clear();
    QLabel::changeEvent(event);
}

} // namespace teleconsult::ui
