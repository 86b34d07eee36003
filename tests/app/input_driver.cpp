#include "tests/app/input_driver.h"

#include <QProcess>

namespace teleconsult::test {

namespace {

bool run(const QStringList &arguments)
{
    return QProcess::execute(QStringLiteral("xdotool"), arguments) == 0;
}

QStringList move(QPoint point)
{
    return {QStringLiteral("mousemove"), QString::number(point.x()), QString::number(point.y())};
}

} // namespace

bool InputDriver::click(QPoint point)
{
    return run(move(point) + QStringList{QStringLiteral("click"), QStringLiteral("1")});
}

bool InputDriver::doubleClick(QPoint point)
{
    return run(move(point) + QStringList{QStringLiteral("click"), QStringLiteral("--repeat"), QStringLiteral("2"),
                                         QStringLiteral("1")});
}

bool InputDriver::type(const QString &text)
{
    return run({QStringLiteral("type"), QStringLiteral("--delay"), QStringLiteral("5"), QStringLiteral("--"), text});
}

bool InputDriver::press(const QString &keys)
{
    return run({QStringLiteral("key"), keys});
}

} // namespace teleconsult::test
