// A date, typed, stepped or chosen from a calendar.
#pragma once

#include "ui/schedule/typed_edit.h"

#include <QDate>

namespace teleconsult::ui {

class CalendarPopup;
class FieldButton;

/// Takes a date as people write it: "5/12", "05/12/2026", "5.12.26", "5-12-2026", "051226", and "2026-12-05"
/// everywhere; day and month in the order of the widget's locale. Without a year it is the next such day, today
/// included; a year of two digits is of this century. Nothing is changed into another date: what is no date is an
/// invalid one, and it is for the owner to say so. Shown with all digits of the year. The arrow keys step by a day,
/// Page Up and Page Down by a month; Alt and Down, F4 or the button open a calendar.
class DateEdit : public TypedEdit
{
    Q_OBJECT
    Q_PROPERTY(QDate date READ date WRITE setDate NOTIFY edited USER true)
public:
    explicit DateEdit(QWidget *parent = nullptr);

    /// The date that a text means; invalid: none. `today` is what a date without a year counts from.
    static QDate fromText(const QString &text, const QLocale &locale, QDate today);
    /// With all digits of the year, in the manner of the locale; empty for an invalid one.
    static QString toText(QDate date, const QLocale &locale);

    QDate date() const { return m_date; }
    void setDate(QDate date);
    /// What a date without a year counts from, and where the calendar opens while there is no date.
    void setToday(QDate today);
    /// There is no date, but may be one with the next characters: the keyboard is still here.
    bool isUnfinished() const;

    void stepBy(int days) override;

signals:
    /// With every character, as another one may make a mistake of what was unfinished, and when the keyboard leaves
    /// what is no date.
    void edited();

protected:
    void onTextChanged(const QString &text) override;
    bool isUnderstood(const QString &text) const override;
    QString shownText() const override;
    int textWidth() const override;
    void rewrite() override;
    StepEnabled stepEnabled() const override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void moveTo(QDate date);
    void openCalendar();
    void retranslate();

    QDate m_date;
    QDate m_today;
    FieldButton *m_open;
    CalendarPopup *m_calendar = nullptr;
};

} // namespace teleconsult::ui
