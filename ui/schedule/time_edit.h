// A time of day, typed or stepped.
#pragma once

#include "ui/schedule/typed_edit.h"

#include <QLocale>
#include <QTime>

namespace teleconsult::ui {

/// Takes a time as people write it: "10:34", "1034", "9:5", "9", "10.34", "10h34", "2:30 pm"; seconds
/// are dropped. What is no time of day is an invalid time, and it is for the owner to say so. Shown in the manner of
/// the widget's locale. The arrow keys step the hours or the minutes, whichever the cursor is in, by one, Page Up and
/// Page Down by ten; with all of the text selected, the hours.
class TimeEdit : public TypedEdit
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

signals:
    /// With every character that changes it; invalid when what stands there is no time.
    void timeChanged(QTime time);

protected:
    void onTextChanged(const QString &text) override;
    bool isUnderstood(const QString &text) const override;
    QString shownText() const override;
    int textWidth() const override;
    StepEnabled stepEnabled() const override;

private:
    enum class Section { Hours, Minutes, HalfOfDay };

    QString toText(QTime time) const;
    Section sectionAtCursor() const;

    QTime m_time;
};

} // namespace teleconsult::ui
