#include "ui/schedule/time_edit.h"

#include <QLineEdit>
#include <QRegularExpression>

#include <algorithm>

namespace teleconsult::ui {

namespace {

constexpr int minutesOfHour = 60;
constexpr int minutesOfHalf = 12 * minutesOfHour;
constexpr int lastMinute = 2 * minutesOfHalf - 1;

/// Takes one of the words for a half of the day away from either end.
bool takeWord(QString &text, QStringList words)
{
    std::sort(words.begin(), words.end(), [](const QString &a, const QString &b) { return a.size() > b.size(); });
    for (const QString &word : words) {
        if (word.isEmpty() || text.size() == word.size())
            continue;
        if (text.endsWith(word)) {
            text.chop(word.size());
            return true;
        }
        if (text.startsWith(word)) {
            text.remove(0, word.size());
            return true;
        }
    }
    return false;
}

} // namespace

TimeEdit::TimeEdit(QWidget *parent) : TypedEdit(parent)
{
    setTime(QTime(0, 0));
}

QTime TimeEdit::fromText(const QString &text, const QLocale &locale)
{
    QString rest = plainTyped(text);
    const bool isPm = takeWord(
        rest, {plainTyped(locale.pmText()), QStringLiteral("pm"), QStringLiteral("p.m."), QStringLiteral("p")});
    const bool isAm = !isPm && takeWord(rest, {plainTyped(locale.amText()), QStringLiteral("am"),
                                               QStringLiteral("a.m."), QStringLiteral("a")});
    static const QRegularExpression apart(QStringLiteral("^(\\d{1,2})(?:[:.,h](\\d{0,2})(?:[:.]\\d{2})?)?$"));
    static const QRegularExpression together(QStringLiteral("^(\\d{1,2})(\\d{2})$"));
    QRegularExpressionMatch match = apart.match(rest);
    if (!match.hasMatch())
        match = together.match(rest);
    if (!match.hasMatch())
        return {};
    int hour = match.captured(1).toInt();
    if (isAm && hour > 12)
        return {};
    if (isPm && hour < 12)
        hour += 12;
    else if (isAm && hour == 12)
        hour = 0;
    return {hour, match.captured(2).toInt()};
}

void TimeEdit::setTime(QTime time)
{
    // The text says it as well, except that an invalid time is no text at all.
    if (time != m_time || !time.isValid())
        lineEdit()->setText(toText(time));
}

QString TimeEdit::toText(QTime time) const
{
    static const QRegularExpression seconds(QStringLiteral("[:.]s+")); // in the C locale
    return time.isValid() ? locale().toString(time, locale().timeFormat(QLocale::ShortFormat).remove(seconds))
                          : QString();
}

void TimeEdit::onTextChanged(const QString &text)
{
    const QTime time = fromText(text, locale());
    if (time == m_time)
        return;
    m_time = time;
    update(); // the arrows
    emit timeChanged(m_time);
}

QString TimeEdit::shownText() const
{
    return toText(m_time);
}

TimeEdit::Section TimeEdit::sectionAtCursor() const
{
    if (lineEdit()->hasSelectedText() && lineEdit()->selectedText() == text())
        return Section::Hours;
    const QString before = text().left(lineEdit()->cursorPosition());
    int numbers = 0; // Begun before the cursor, or at it.
    bool wasDigit = false;
    for (const QChar character : text().left(before.size() + 1)) {
        numbers += character.isDigit() && !wasDigit ? 1 : 0;
        wasDigit = character.isDigit();
    }
    const bool hasDigitsAhead = std::any_of(text().cbegin() + before.size(), text().cend(),
                                            [](QChar character) { return character.isDigit(); });
    if (numbers == 0)
        return Section::HalfOfDay;
    const bool isBehindAll = !hasDigitsAhead && !before.isEmpty() && !before.back().isDigit();
    if (isBehindAll)
        return Section::HalfOfDay;
    return numbers == 1 ? Section::Hours : Section::Minutes;
}

void TimeEdit::stepBy(int steps)
{
    if (!m_time.isValid())
        return;
    const Section section = sectionAtCursor();
    const int now = m_time.msecsSinceStartOfDay() / 60'000;
    int then = now;
    switch (section) {
    case Section::Hours: {
        const int hour = std::clamp(now / minutesOfHour + steps, 0, lastMinute / minutesOfHour);
        then = hour * minutesOfHour + now % minutesOfHour;
        break;
    }
    case Section::Minutes:
        then = std::clamp(now + steps, 0, lastMinute);
        break;
    case Section::HalfOfDay:
        then = (now + minutesOfHalf) % (2 * minutesOfHalf);
        break;
    }
    // The cursor stays in its section, also when the hours lose or gain a digit.
    showStepped(toText(QTime(then / minutesOfHour, then % minutesOfHour)),
                section == Section::Hours ? Cursor::WithThoseBefore : Cursor::WithThoseAfter);
}

QAbstractSpinBox::StepEnabled TimeEdit::stepEnabled() const
{
    StepEnabled enabled = StepNone;
    if (m_time.isValid() && m_time > QTime(0, 0))
        enabled |= StepDownEnabled;
    if (m_time.isValid() && m_time < QTime(23, 59))
        enabled |= StepUpEnabled;
    return enabled;
}

bool TimeEdit::isUnderstood(const QString &text) const
{
    return fromText(text, locale()).isValid();
}

int TimeEdit::textWidth() const
{
    return fontMetrics().horizontalAdvance(toText(QTime(22, 58)));
}

} // namespace teleconsult::ui
