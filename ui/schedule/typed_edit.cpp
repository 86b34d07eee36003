#include "ui/schedule/typed_edit.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMouseEvent>

namespace teleconsult::ui {

namespace {

/// Room for a mistake, no more.
constexpr int maximumTextLength = 16;

/// A double click takes all of it, not the digits up to the colon.
class TypedLine : public QLineEdit
{
public:
    using QLineEdit::QLineEdit;

protected:
    void mouseDoubleClickEvent(QMouseEvent *event) override
    {
        if (event->button() == Qt::LeftButton)
            selectAll();
    }
};

} // namespace

TypedEdit::TypedEdit(QWidget *parent) : QAbstractSpinBox(parent)
{
    setLineEdit(new TypedLine(this));
    lineEdit()->setMaxLength(maximumTextLength);
    connect(lineEdit(), &QLineEdit::textChanged, this, &TypedEdit::onTextChanged);
}

void TypedEdit::rewrite()
{
    const QString shown = shownText();
    if (!shown.isEmpty() && shown != text())
        lineEdit()->setText(shown);
}

void TypedEdit::showStepped(const QString &text, Cursor cursor)
{
    const bool all = lineEdit()->selectedText() == lineEdit()->text();
    const int before = lineEdit()->cursorPosition();
    const int after = int(lineEdit()->text().size()) - before;
    lineEdit()->setText(text);
    if (all)
        lineEdit()->selectAll();
    else
        lineEdit()->setCursorPosition(cursor == Cursor::WithThoseBefore ? before : int(text.size()) - after);
}

QValidator::State TypedEdit::validate(QString &text, int &) const
{
    return isUnderstood(text) ? QValidator::Acceptable : QValidator::Intermediate;
}

QSize TypedEdit::sizeHint() const
{
    QSize size = QAbstractSpinBox::sizeHint();
    size.rwidth() += textWidth();
    return size;
}

QSize TypedEdit::minimumSizeHint() const
{
    QSize size = QAbstractSpinBox::minimumSizeHint();
    size.rwidth() += textWidth();
    return size;
}

void TypedEdit::changeEvent(QEvent *event)
{
    QAbstractSpinBox::changeEvent(event);
    // What it holds stays, in other characters: the text might mean another thing now.
    if (event->type() == QEvent::LocaleChange)
        TypedEdit::rewrite();
}

void TypedEdit::focusInEvent(QFocusEvent *event)
{
    QAbstractSpinBox::focusInEvent(event);
    // Also when a form takes the keyboard to a mistake: typing replaces it.
    if (event->reason() == Qt::OtherFocusReason || event->reason() == Qt::ShortcutFocusReason)
        selectAll();
}

void TypedEdit::focusOutEvent(QFocusEvent *event)
{
    QAbstractSpinBox::focusOutEvent(event);
    rewrite();
}

void TypedEdit::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        rewrite();
    QAbstractSpinBox::keyPressEvent(event);
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
