// When a consultation takes place, in the schedule form.
#pragma once

#include "core/domain/clock.h"
#include "core/domain/error.h"
#include "ui/schedule/local_time.h"

#include <QSet>
#include <QWidget>

#include <chrono>
#include <optional>

class QComboBox;
class QLabel;
class QSpinBox;
class QStackedWidget;

namespace teleconsult::ui {

class DateEdit;
class Field;
class TimeEdit;

/// Date, start and either a duration or an end, in this computer's time zone. Says in words what comes out. An end that
/// is not after the start is on the next day when that makes at most 12 hours; else it is a mistake, as is a
/// start that the clocks skip. A start in the past is allowed and pointed out. The clock must outlive the editor.
class WhenEditor : public QWidget
{
    Q_OBJECT
public:
    WhenEditor(const Clock &clock, QWidget *parent);

    /// Local time; nothing counts as touched. An invalid one: the next half hour.
    void setStart(const QDateTime &local);

    /// How long it takes; nothing counts as touched.
    void setLength(std::chrono::minutes length);

    /// UTC; invalid when that time does not exist on that day.
    QDateTime start() const;
    /// Given when an end is asked for, else nothing; UTC, invalid when it does not exist.
    std::optional<QDateTime> end() const;
    /// Given when a duration is asked for, else nothing.
    std::optional<std::chrono::seconds> duration() const;

    /// Every error that is about the schedule; shown are those of touched fields.
    void showErrors(const QList<Error> &errors);
    void touchAll();

    /// In the order of the eye.
    QList<Field *> fields() const;

    /// What comes out, e.g. "Monday 2 March, 10:00 – 10:30 (30 min)".
    QString summary() const;

signals:
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    enum class Length { Listed, Minutes, Until };

    void prepareControls();
    void layOut();
    void connectControls();
    Length length() const;
    /// The end of the appointment however it was given; invalid when it cannot be told.
    QDateTime resultingEnd() const;
    void showLength();
    QString timeExpected() const;
    QString dateExpected() const;
    void touch(const QString &field);
    void updateOutcome();
    void updateZone();
    void retranslate();

    const Clock &m_clock;
    QTimeZone m_zone;
    QSet<QString> m_touched; ///< API names of fields.
    Length m_shownLength = Length::Listed;
    int m_chosenMinutes = 30; ///< Of the list; at first what most appointments take.

    DateEdit *m_date;
    TimeEdit *m_time;
    QComboBox *m_length;
    QSpinBox *m_minutes;
    TimeEdit *m_until;
    Field *m_dateField;
    Field *m_timeField;
    Field *m_lengthField;
    Field *m_minutesField;
    Field *m_untilField;
    QStackedWidget *m_lengthDetail;
    QLabel *m_summaryIcon;
    QLabel *m_summary;
    QLabel *m_zoneLine;
};

} // namespace teleconsult::ui
