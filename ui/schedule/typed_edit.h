// What the fields that take free text for one thing, such as a date or a time, have in common.
#pragma once

#include <QAbstractSpinBox>

namespace teleconsult::ui {

/// A field that takes one thing as people write it, and can be stepped. Nothing is refused while it is being typed;
/// what was typed is rewritten in the field's own manner with Return, when the keyboard leaves and when the locale
/// changes. All of it is selected when a form takes the keyboard here, and by a double click. Wide enough for what it
/// shows.
class TypedEdit : public QAbstractSpinBox
{
    Q_OBJECT
public:
    explicit TypedEdit(QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    /// With every character, and when the field is rewritten.
    virtual void onTextChanged(const QString &text) = 0;
    /// Whether the text is what the field is for.
    virtual bool isUnderstood(const QString &text) const = 0;
    /// What the field holds, in its own manner; empty: nothing to show, and what stands there is left.
    virtual QString shownText() const = 0;
    /// Room that the text needs, in pixels.
    virtual int textWidth() const = 0;
    virtual void rewrite();

    /// Which of the characters the cursor stays with when a step changes how many there are.
    enum class Cursor { WithThoseBefore, WithThoseAfter };
    /// Shows the next or previous thing. Where all was selected it still is: it is replaced by typing on.
    void showStepped(const QString &text, Cursor cursor = Cursor::WithThoseBefore);

    QValidator::State validate(QString &text, int &position) const override;
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
};

/// Digits of every script as ASCII, without blanks, in small letters: "2:30 PM" has no-break spaces of several kinds.
QString plainTyped(const QString &text);

} // namespace teleconsult::ui
