#include "ui/schedule/typed_line.h"

#include <QMouseEvent>

namespace teleconsult::ui {

void TypedLine::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        selectAll();
}

QString plainTyped(const QString &text)
{
    QString result;
    for (const QChar character : text) {
        if (character.digitValue() >= 0)
            result += QChar(u'0' + character.digitValue());
        else if (!character.isSpace())
            result += character.toLower();
    }
    return result;
}

} // namespace teleconsult::ui
