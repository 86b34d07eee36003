// A time of day, typed or stepped.
#pragma once

#include <QAbstractSpinBox>
#include <QLocale>
#include <QTime>

namespace teleconsult::ui {

/// Takes a time as people write it: "10:34", "1034", "9:5", "9", "10.34", "10h34", "2:30 pm"; seconds
/// are dropped. Nothing is refused while
/// it is being typed: what is no time of day is an invalid time, and it is for the owner to say so. Shown in the manner
/// of the widget's locale; what was typed is rewritten so when the keyboard leaves. The arrow keys step the hours or
/// the minutes, whichever the cursor is in, by one, Page Up and Page Down by ten; with all of the text selected, the
/// hours.
class TimeEdit : public QAbstractSpinBox
{
    Q_OBJECT
    Q_PROPERTY(QTime time READ time WRITE setTime NOTIFY timeChanged USER true)
public:
    explicit TimeEdit(QWidget *parent = nullptr);

    /// The time that a text means; invalid: none. In a locale with halves of the day a text without one counts from 0
    /// to 24 all the same.
    static QTime fromText(const QString &text, const QLocale &locale);

    QTime time() const { return m_time; }
    void setTime(QTime time);

    void stepBy(int steps) override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    /// With every character that changes it; invalid when what stands there is no time.
    void timeChanged(QTime time);

protected:
    StepEnabled stepEnabled() const override;
    QValidator::State validate(QString &text, int &position) const override;
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    enum class Section { Hours, Minutes, HalfOfDay };

    QString toText(QTime time) const;
    Section sectionAtCursor() const;
    void rewrite();
    void onTextChanged(const QString &text);

    QTime m_time;
};

} // namespace teleconsult::ui
