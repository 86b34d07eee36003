#include "tests/app/person.h"

#include "tests/app/input_driver.h"

#include <QGuiApplication>
#include <QRegularExpression>
#include <QScreen>
#include <QTest>

#include <algorithm>

namespace teleconsult::test {

bool Sought::fits(const Accessible &thing) const
{
    if (!role.isEmpty() && thing.role() != role)
        return false;
    if (name.isEmpty())
        return true;
    const QString pattern =
        QRegularExpression::escape(name).replace(QRegularExpression::escape(QStringLiteral("…")), QStringLiteral(".*"));
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern)).match(thing.name()).hasMatch();
}

QString Sought::toText() const
{
    return QStringLiteral("%1 “%2”").arg(role.isEmpty() ? QStringLiteral("something") : role, name);
}

QList<Accessible> Person::findAll(const Sought &sought) const
{
    const Accessible program = AccessibleTree::program(m_product.processId());
    return AccessibleTree::find(program, [&](const Accessible &thing) { return sought.fits(thing); });
}

void Person::waitUntil(const QString &what, const std::function<bool()> &holds, std::chrono::milliseconds limit) const
{
    const auto settled = [&] { return !m_product.isRunning() || holds(); };
    if (!QTest::qWaitFor(settled, int(limit.count())))
        throw TourFailure(QStringLiteral("did not happen: ") + what);
    if (!m_product.isRunning())
        throw TourFailure(QStringLiteral("the application is gone (%1) before: %2").arg(m_product.howItEnded(), what));
}

Accessible Person::see(const Sought &sought) const
{
    Accessible found;
    waitUntil(sought.toText() + QStringLiteral(" shows"), [&] {
        found = findAll(sought).value(0);
        return !found.isNull();
    });
    return found;
}

bool Person::sees(const Sought &sought) const
{
    return !findAll(sought).isEmpty();
}

void Person::seeGone(const Sought &sought) const
{
    waitUntil(sought.toText() + QStringLiteral(" is gone"), [&] { return !sees(sought); });
}

void Person::click(const Sought &sought) const
{
    clickOn(see(sought));
}

void Person::clickOn(const Accessible &thing) const
{
    QRect before;
    waitUntil(QStringLiteral("“%1” is enabled and keeps still").arg(thing.name()), [&] {
        const QRect now = thing.extents();
        const bool still = now == before && !now.isEmpty();
        before = now;
        return still && thing.isEnabled();
    });
    if (!InputDriver::click(before.center()))
        throw TourFailure(QStringLiteral("xdotool cannot click"));
}

void Person::typeInto(const Accessible &field, const QString &text) const
{
    if (!InputDriver::type(text))
        throw TourFailure(QStringLiteral("xdotool cannot type"));
    waitUntil(QStringLiteral("“%1” holds “%2”").arg(field.name(), text), [&] { return field.text() == text; });
}

void Person::fill(const Sought &field, const QString &text) const
{
    const Accessible thing = see(field);
    clickOn(thing);
    press(QStringLiteral("ctrl+a"));
    typeInto(thing, text);
}

void Person::fillTime(const Sought &field, QTime time) const
{
    const Accessible thing = see(field);
    clickOn(thing);
    const QRect area = thing.extents();
    if (!InputDriver::doubleClick({area.left() + area.height() / 2, area.center().y()}))
        throw TourFailure(QStringLiteral("xdotool cannot click"));
    typeInto(thing, time.toString(QStringLiteral("HH:mm")));
}

void Person::choose(const Accessible &comboBox, const QString &item) const
{
    const Sought entry{QStringLiteral("list item"), item};
    clickOn(comboBox);
    see(entry);
    if (!InputDriver::type(item))
        throw TourFailure(QStringLiteral("xdotool cannot type"));
    press(QStringLiteral("Return"));
    seeGone(entry);
}

void Person::press(const QString &keys) const
{
    if (!InputDriver::press(keys))
        throw TourFailure(QStringLiteral("xdotool cannot press ") + keys);
}

Accessible Person::seeRightOf(const Accessible &anchor, const Sought &sought) const
{
    Accessible nearest;
    waitUntil(sought.toText() + QStringLiteral(" shows right of “%1”").arg(anchor.name()), [&] {
        const QRect line = anchor.extents();
        int left = INT_MAX;
        const QList<Accessible> all = findAll(sought);
        for (const Accessible &thing : all) {
            const QRect area = thing.extents();
            const bool sameLine = area.top() <= line.center().y() && area.bottom() >= line.center().y();
            if (sameLine && area.left() >= line.right() && area.left() < left) {
                left = area.left();
                nearest = thing;
            }
        }
        return !nearest.isNull();
    });
    return nearest;
}

QPixmap Person::screen() const
{
    const QPixmap all = QGuiApplication::primaryScreen()->grabWindow(0);
    QRect window;
    const QList<Accessible> windows = AccessibleTree::program(m_product.processId()).children();
    for (const Accessible &candidate : windows) {
        if (candidate.role() == QLatin1String("frame"))
            window |= candidate.extents();
    }
    return window.isEmpty() ? all : all.copy(window.intersected(all.rect()));
}

QString Person::describeScreen() const
{
    return AccessibleTree::describe(AccessibleTree::program(m_product.processId()));
}

} // namespace teleconsult::test
