// What the fields that take free text have in common.
#pragma once

#include <QLineEdit>
#include <QString>

namespace teleconsult::ui {

/// The line of a field that holds one thing, such as a time: a double click takes all of it, not the digits up to the
/// colon.
class TypedLine : public QLineEdit
{
    Q_OBJECT
public:
    using QLineEdit::QLineEdit;

protected:
    void mouseDoubleClickEvent(QMouseEvent *event) override;
};

/// Digits of every script as ASCII, without blanks, in small letters: "2:30 PM" has no-break spaces of several kinds.
QString plainTyped(const QString &text);

} // namespace teleconsult::ui
