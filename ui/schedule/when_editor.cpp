#include "ui/schedule/when_editor.h"

#include "core/domain/schedule.h"
#include "ui/schedule/date_edit.h"
#include "ui/schedule/time_edit.h"
#include "ui/theme/theme.h"
#include "ui/widgets/date_text.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/field.h"
#include "ui/widgets/themed_icon.h"
#include "ui/widgets/wrapped_label.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QSpinBox>
#include <QStackedWidget>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace teleconsult::ui {

namespace {

constexpr int listedMinutes[] = {15, 20, 30, 45, 60, 90};
/// Beyond what is allowed on both sides, so that a wrong number is explained instead of silently changed.
constexpr int longestMinutes = 9999;
constexpr std::chrono::hours longestOverMidnight(12);

/// Values of the length box that are no number of minutes.
constexpr int otherMinutes = -1;
constexpr int untilTime = -2;

QString startField()
{
    return QStringLiteral("start_date");
}

QString endField()
{
    return QStringLiteral("end_date");
}

QString durationField()
{
    return QStringLiteral("duration_in_seconds");
}

} // namespace

WhenEditor::WhenEditor(const Clock &clock, QWidget *parent)
    : QWidget(parent),
      m_clock(clock),
      m_zone(localZone()),
      m_date(new DateEdit(this)),
      m_time(new TimeEdit(this)),
      m_length(new QComboBox(this)),
      m_minutes(new QSpinBox(this)),
      m_until(new TimeEdit(this)),
      m_dateField(new Field(m_date, this)),
      m_timeField(new Field(m_time, this)),
      m_lengthField(new Field(m_length, this)),
      m_minutesField(new Field(m_minutes)),
      m_untilField(new Field(m_until)),
      m_lengthDetail(new QStackedWidget(this)),
      m_summaryIcon(new QLabel(this)),
      m_summary(new WrappedLabel(QStringLiteral("whenSummary"), QStringLiteral("strong"), this)),
      m_zoneLine(new WrappedLabel(QStringLiteral("timeZone"), QStringLiteral("caption"), this))
{
    prepareControls();
    layOut();
    connectControls();
    setStart(nextHalfHour(clock.now().toTimeZone(m_zone)));
    retranslate();
}

void WhenEditor::prepareControls()
{
    m_date->setObjectName(QStringLiteral("startDate"));
    m_date->setToday(m_clock.now().toTimeZone(m_zone).date());
    m_time->setObjectName(QStringLiteral("startTime"));
    m_length->setObjectName(QStringLiteral("length"));
    m_length->setItemDelegate(new QStyledItemDelegate(m_length));
    m_length->setMaxVisibleItems(10);
    for (const int minutes : listedMinutes)
        m_length->addItem({}, minutes);
    m_length->addItem({}, otherMinutes);
    m_length->addItem({}, untilTime);
    m_length->setCurrentIndex(m_length->findData(m_chosenMinutes));
    m_minutes->setObjectName(QStringLiteral("durationMinutes"));
    m_minutes->setRange(0, longestMinutes);
    m_minutes->setSingleStep(5);
    m_minutes->setValue(m_chosenMinutes);
    m_until->setObjectName(QStringLiteral("endTime"));
    m_zoneLine->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    setThemedIcon(m_summaryIcon, QStringLiteral("clock"), &Colors::textMuted, size::icon);

    // Side by side they are narrow: their sentences take two lines.
    for (Field *field : fields())
        field->setReservedLines(2);
}

void WhenEditor::layOut()
{
    m_lengthDetail->addWidget(new QWidget(this));
    m_lengthDetail->addWidget(m_minutesField);
    m_lengthDetail->addWidget(m_untilField);

    auto *line = new QHBoxLayout;
    line->setSpacing(spacing::m);
    line->addWidget(m_dateField, 17);
    line->addWidget(m_timeField, 18);
    line->addWidget(m_lengthField, 20);
    line->addWidget(m_lengthDetail, 20);

    auto *outcome = new QHBoxLayout;
    outcome->setSpacing(spacing::s);
    outcome->addWidget(m_summaryIcon, 0, Qt::AlignTop);
    outcome->addWidget(m_summary, 3);
    outcome->addWidget(m_zoneLine, 2);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing::s);
    layout->addLayout(line);
    layout->addLayout(outcome);
}

void WhenEditor::connectControls()
{
    connect(m_date, &DateEdit::edited, this, [this] { touch(startField()); });
    connect(m_time, &TimeEdit::timeChanged, this, [this] { touch(startField()); });
    connect(m_minutes, &QSpinBox::valueChanged, this, [this] { touch(durationField()); });
    connect(m_until, &TimeEdit::timeChanged, this, [this] { touch(endField()); });
    connect(m_length, &QComboBox::currentIndexChanged, this, [this] {
        showLength();
        updateOutcome();
        emit changed();
    });
}

void WhenEditor::setStart(const QDateTime &local)
{
    const QDateTime wanted = local.toTimeZone(m_zone);
    const QDateTime here = wanted.isValid() ? wanted : nextHalfHour(m_clock.now().toTimeZone(m_zone));
    {
        const QSignalBlocker quietDate(m_date);
        const QSignalBlocker quietTime(m_time);
        m_date->setDate(here.date());
        m_time->setTime(QTime(here.time().hour(), here.time().minute()));
    }
    m_touched.clear();
    updateOutcome();
    emit changed();
}

void WhenEditor::setLength(std::chrono::minutes length)
{
    m_chosenMinutes = int(length.count());
    {
        const QSignalBlocker quietLength(m_length);
        const QSignalBlocker quietMinutes(m_minutes);
        const int listed = m_length->findData(m_chosenMinutes);
        m_length->setCurrentIndex(listed < 0 ? m_length->findData(otherMinutes) : listed);
        m_minutes->setValue(m_chosenMinutes);
    }
    showLength();
    m_touched.clear();
    updateOutcome();
    emit changed();
}

QDateTime WhenEditor::start() const
{
    return resolveLocal(m_date->date(), m_time->time(), m_zone).utc;
}

std::optional<QDateTime> WhenEditor::end() const
{
    if (length() != Length::Until)
        return std::nullopt;
    const QDateTime from = start();
    const LocalMoment moment = resolveLocal(m_date->date(), m_until->time(), m_zone);
    const QDateTime sameDay = moment.utc;
    if (!from.isValid() || !sameDay.isValid() || sameDay > from)
        return sameDay;
    if (moment.kind == LocalMoment::Kind::Repeated && moment.second > from)
        return moment.second;
    const QDateTime nextDay = resolveLocal(m_date->date().addDays(1), m_until->time(), m_zone).utc;
    const bool isOverMidnight = std::chrono::seconds(from.secsTo(nextDay)) <= longestOverMidnight;
    return nextDay.isValid() && isOverMidnight ? nextDay : sameDay;
}

std::optional<std::chrono::seconds> WhenEditor::duration() const
{
    switch (length()) {
    case Length::Listed:
        return std::chrono::minutes(m_length->currentData().toInt());
    case Length::Minutes:
        return std::chrono::minutes(m_minutes->value());
    case Length::Until:
        break;
    }
    return std::nullopt;
}

void WhenEditor::showErrors(const QList<Error> &errors)
{
    QString startText;
    QString lengthText;
    const auto isTouched = [this](const QString &field) {
        // An end that nobody touched is wrong as well once the start is moved behind it.
        return m_touched.contains(field) || (field == endField() && m_touched.contains(startField()));
    };
    for (const Error &error : errors) {
        if (error.field == startField() && isTouched(startField()))
            startText = fieldErrorText(error);
        else if ((error.field == endField() || error.field == durationField()) && isTouched(error.field))
            lengthText = fieldErrorText(error);
    }
    const LocalMoment moment = resolveLocal(m_date->date(), m_time->time(), m_zone);
    if (!startText.isEmpty() && moment.kind == LocalMoment::Kind::Skipped)
        startText = tr("The clocks skip this hour that night. Choose another time.");
    QString dateText;
    if (!startText.isEmpty() && !m_date->date().isValid()) {
        dateText = m_date->isUnfinished() ? QString() : dateExpected();
        startText.clear();
    }
    if (m_touched.contains(startField()) && !m_time->time().isValid())
        startText = timeExpected();
    if (!lengthText.isEmpty() && length() == Length::Until && !m_until->time().isValid())
        lengthText = timeExpected();
    m_dateField->setError(dateText);
    m_timeField->setError(startText);
    m_minutesField->setError(length() == Length::Minutes ? lengthText : QString());
    m_untilField->setError(length() == Length::Until ? lengthText : QString());
    m_lengthField->setError(length() == Length::Listed ? lengthText : QString());
}

QString WhenEditor::timeExpected() const
{
    return tr("Write a time of day, such as %1.").arg(QLocale().toString(QTime(9, 30), QLocale::ShortFormat));
}

QString WhenEditor::dateExpected() const
{
    return tr("Write a date, such as %1.").arg(DateEdit::toText(m_clock.now().toTimeZone(m_zone).date(), QLocale()));
}

void WhenEditor::touchAll()
{
    m_touched = {startField(), endField(), durationField()};
}

QList<Field *> WhenEditor::fields() const
{
    return {m_dateField, m_timeField, m_lengthField, m_minutesField, m_untilField};
}

QString WhenEditor::summary() const
{
    const QDateTime from = start();
    const QDateTime to = resultingEnd();
    if (!from.isValid() || !to.isValid() || to <= from)
        return tr("Not complete yet");
    const QDateTime localFrom = from.toTimeZone(m_zone);
    const QDateTime localTo = to.toTimeZone(m_zone);
    const QString day =
        DateText::capitalized(DateText::longDay(localFrom.date(), m_clock.now().toTimeZone(m_zone).date()));
    const QLocale locale;
    const QString first = locale.toString(localFrom.time(), QLocale::ShortFormat);
    const QString last = locale.toString(localTo.time(), QLocale::ShortFormat);
    const QString length = DateText::duration(std::chrono::seconds(from.secsTo(to)));
    switch (localFrom.date().daysTo(localTo.date())) {
    case 0:
        return tr("%1, %2 – %3 (%4)", "day, start – end (duration)").arg(day, first, last, length);
    case 1:
        return tr("%1, %2 – %3 the next day (%4)", "day, start – end (duration)").arg(day, first, last, length);
    default:
        return tr("%1, %2 – %3 on %5 (%4)", "day, start – end on day (duration)")
            .arg(day, first, last, length, DateText::longDay(localTo.date(), localFrom.date()));
    }
}

void WhenEditor::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

WhenEditor::Length WhenEditor::length() const
{
    switch (m_length->currentData().toInt()) {
    case otherMinutes:
        return Length::Minutes;
    case untilTime:
        return Length::Until;
    default:
        return Length::Listed;
    }
}

QDateTime WhenEditor::resultingEnd() const
{
    const QDateTime from = start();
    if (const std::optional<QDateTime> until = end())
        return *until;
    return from.isValid() ? from.addSecs(duration().value_or(std::chrono::seconds(0)).count()) : QDateTime();
}

void WhenEditor::showLength()
{
    const Length wanted = length();
    // What was chosen so far is where the finer choice begins.
    if (wanted != m_shownLength) {
        const QSignalBlocker quietMinutes(m_minutes);
        const QSignalBlocker quietUntil(m_until);
        if (wanted == Length::Minutes && m_shownLength == Length::Listed)
            m_minutes->setValue(m_chosenMinutes);
        if (wanted == Length::Until) {
            const std::chrono::minutes before(m_shownLength == Length::Minutes ? m_minutes->value() : m_chosenMinutes);
            const QDateTime from = start();
            m_until->setTime((from.isValid() ? from : m_clock.now())
                                 .addSecs(std::chrono::seconds(before).count())
                                 .toTimeZone(m_zone)
                                 .time());
        }
        m_shownLength = wanted;
    }
    if (wanted == Length::Listed)
        m_chosenMinutes = m_length->currentData().toInt();
    m_lengthDetail->setCurrentIndex(int(wanted));
}

void WhenEditor::touch(const QString &field)
{
    m_touched.insert(field);
    updateOutcome();
    emit changed();
}

void WhenEditor::updateOutcome()
{
    const LocalMoment moment = resolveLocal(m_date->date(), m_time->time(), m_zone);
    QString warning;
    if (moment.utc.isValid() && moment.utc < m_clock.now())
        warning = tr("This start is in the past.");
    else if (moment.kind == LocalMoment::Kind::Repeated)
        warning = tr("This hour comes twice that night: the first is meant.");
    m_timeField->setWarning(warning);
    m_summary->setText(summary());
    updateZone();
}

void WhenEditor::updateZone()
{
    const QDateTime from = start();
    const QDateTime at = from.isValid() ? from : m_clock.now();
    const QString name = QString::fromLatin1(m_zone.id()).replace(QLatin1Char('_'), QLatin1Char(' '));
    const QString offset = m_zone.displayName(at, QTimeZone::OffsetName);
    const QDateTime to = resultingEnd();
    const bool clocksChange = from.isValid() && to.isValid() && m_zone.offsetFromUtc(from) != m_zone.offsetFromUtc(to);
    m_zoneLine->setText(clocksChange ? tr("Local time, %1 (%2). The clocks change meanwhile.").arg(name, offset)
                                     : tr("Local time, %1 (%2)").arg(name, offset));
}

void WhenEditor::retranslate()
{
    const QLocale locale;
    for (QWidget *widget : std::initializer_list<QWidget *>{m_date, m_time, m_until, m_minutes})
        widget->setLocale(locale);

    m_dateField->setLabel(tr("Date"));
    m_timeField->setLabel(tr("Start time"));
    m_lengthField->setLabel(tr("Duration"));
    m_minutesField->setLabel(tr("Minutes"));
    m_minutesField->setAccessibleLabel(tr("Duration in minutes"));
    m_untilField->setLabel(tr("End time"));
    for (int i = 0; i < m_length->count(); ++i) {
        const int minutes = m_length->itemData(i).toInt();
        m_length->setItemText(i, minutes == otherMinutes ? tr("Other duration")
                                 : minutes == untilTime  ? tr("Until a set time")
                                                         : tr("%1 minutes").arg(minutes));
    }
    updateOutcome();
}

} // namespace teleconsult::ui
