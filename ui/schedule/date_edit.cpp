#include "ui/schedule/date_edit.h"

#include "ui/theme/theme.h"
#include "ui/widgets/calendar_popup.h"
#include "ui/widgets/field_button.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QRegularExpression>

#include <algorithm>

namespace teleconsult::ui {

namespace {

constexpr int century = 2000;
/// Until the 29th of February comes again, also over a year like 2100.
constexpr int maximumYearsAhead = 8;

bool dayComesFirst(const QLocale &locale)
{
    const QString format = locale.dateFormat(QLocale::ShortFormat);
    return format.indexOf(u'd') < format.indexOf(u'M');
}

bool yearComesFirst(const QLocale &locale)
{
    return locale.dateFormat(QLocale::ShortFormat).startsWith(u'y');
}

/// The next such day, today included.
QDate nextDay(int day, int month, QDate today)
{
    for (int year = today.year(); year <= today.year() + maximumYearsAhead; ++year) {
        const QDate date(year, month, day);
        if (date.isValid() && date >= today)
            return date;
    }
    return {};
}

int yearOf(const QString &digits)
{
    return digits.size() == 2 ? century + digits.toInt() : digits.toInt();
}

} // namespace

DateEdit::DateEdit(QWidget *parent)
    : TypedEdit(parent),
      m_today(QDate::currentDate()),
      m_open(new FieldButton(QStringLiteral("openCalendarButton"), QStringLiteral("calendar"), lineEdit(), this))
{
    setButtonSymbols(NoButtons);
    connect(m_open, &QPushButton::clicked, this, &DateEdit::openCalendar);
    retranslate();
    setDate(m_today);
}

QDate DateEdit::fromText(const QString &text, const QLocale &locale, QDate today)
{
    const QString typed = plainTyped(text);
    static const QRegularExpression yearFirst(QStringLiteral("^(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})\\.?$"));
    if (const auto match = yearFirst.match(typed); match.hasMatch()) {
        const QDate date(match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt());
        return date.year() >= century ? date : QDate();
    }
    static const QRegularExpression apart(
        QStringLiteral("^(\\d{1,2})[-/.,](\\d{1,2})(?:[-/.,](\\d{2}|\\d{4})?)?\\.?$"));
    static const QRegularExpression together(QStringLiteral("^(\\d{2})(\\d{2})(\\d{2}|\\d{4})?$"));
    QRegularExpressionMatch match = apart.match(typed);
    if (!match.hasMatch())
        match = together.match(typed);
    if (!match.hasMatch())
        return {};
    QStringList parts{match.captured(1), match.captured(2), match.captured(3)};
    const bool hasYear = !parts.at(2).isEmpty();
    // "26/12/05" where people write the year first.
    if (yearComesFirst(locale) && parts.at(2).size() == 2)
        parts = {parts.at(1), parts.at(2), parts.at(0)};
    int day = parts.at(0).toInt();
    int month = parts.at(1).toInt();
    if (!dayComesFirst(locale))
        std::swap(day, month);
    if (!hasYear)
        return nextDay(day, month, today);
    const QDate date(yearOf(parts.at(2)), month, day);
    return date.year() >= century ? date : QDate();
}

QString DateEdit::toText(QDate date, const QLocale &locale)
{
    // Without words: Bulgarian puts its one for "year" behind.
    static const QRegularExpression words(QStringLiteral("\\s*'[^']*'\\.?"));
    QString format = locale.dateFormat(QLocale::ShortFormat).remove(words);
    if (!format.contains(QLatin1String("yyyy")))
        format.replace(format.contains(QLatin1String("yy")) ? QLatin1String("yy") : QLatin1String("y"),
                       QLatin1String("yyyy"));
    // In the C locale, and where names of months are usual: in figures.
    if (format.contains(QLatin1String("MMM")))
        format = QStringLiteral("yyyy-MM-dd");
    return date.isValid() ? locale.toString(date, format) : QString();
}

void DateEdit::setDate(QDate date)
{
    if (date != m_date || !date.isValid())
        lineEdit()->setText(toText(date, locale()));
}

void DateEdit::setToday(QDate today)
{
    m_today = today;
}

bool DateEdit::isUnfinished() const
{
    static const QRegularExpression beginning(
        QStringLiteral("^(?:\\d{0,4}|\\d{1,2}[-/.,]\\d{0,1}|\\d{1,2}[-/.,]\\d{1,2}[-/.,](?:\\d|\\d{3})|"
                       "\\d{4}[-/.]\\d{0,2}|\\d{4}[-/.]\\d{1,2}[-/.]\\d{0,1})$"));
    return !m_date.isValid() && hasFocus() && beginning.match(plainTyped(text())).hasMatch();
}

void DateEdit::onTextChanged(const QString &text)
{
    m_date = fromText(text, locale(), m_today);
    emit edited();
}

void DateEdit::rewrite()
{
    if (!m_date.isValid())
        emit edited();
    TypedEdit::rewrite();
}

QString DateEdit::shownText() const
{
    return toText(m_date, locale());
}

void DateEdit::moveTo(QDate date)
{
    if (m_date.isValid() && date.year() >= century)
        showStepped(toText(date, locale()));
}

void DateEdit::stepBy(int days)
{
    moveTo(m_date.addDays(days));
}

QAbstractSpinBox::StepEnabled DateEdit::stepEnabled() const
{
    return m_date.isValid() ? StepUpEnabled | StepDownEnabled : StepEnabled(StepNone);
}

bool DateEdit::isUnderstood(const QString &text) const
{
    return fromText(text, locale(), m_today).isValid();
}

void DateEdit::openCalendar()
{
    if (!m_calendar) {
        m_calendar = new CalendarPopup(this);
        connect(m_calendar, &CalendarPopup::dateChosen, this, [this](QDate date) {
            setDate(date);
            setFocus(Qt::PopupFocusReason);
        });
    }
    m_calendar->openUnder(*this, m_date.isValid() ? m_date : m_today);
}

int DateEdit::textWidth() const
{
    return fontMetrics().horizontalAdvance(toText(QDate(century + 28, 12, 28), locale())) + spacing::xxl;
}

void DateEdit::changeEvent(QEvent *event)
{
    TypedEdit::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void DateEdit::keyPressEvent(QKeyEvent *event)
{
    const bool isDown = event->key() == Qt::Key_Down && event->modifiers().testFlag(Qt::AltModifier);
    if (isDown || event->key() == Qt::Key_F4) {
        openCalendar();
        return;
    }
    if (event->key() == Qt::Key_PageUp || event->key() == Qt::Key_PageDown) {
        moveTo(m_date.addMonths(event->key() == Qt::Key_PageUp ? 1 : -1));
        return;
    }
    TypedEdit::keyPressEvent(event);
}

void DateEdit::retranslate()
{
    m_open->setWords(tr("Open the calendar"), tr("Open the calendar (Alt+Down)"));
}

} // namespace teleconsult::ui
