#include "tests/app/accessible_tree.h"

#include <QDBusArgument>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusReply>
#include <QDBusVariant>

namespace teleconsult::test {

namespace {

const QString busName = QStringLiteral("teleconsult-tour-a11y");
const QString accessibleInterface = QStringLiteral("org.a11y.atspi.Accessible");
const QString componentInterface = QStringLiteral("org.a11y.atspi.Component");
const QString textInterface = QStringLiteral("org.a11y.atspi.Text");

constexpr int answerLimit = 5000; ///< Milliseconds; a program that is busy answers late.
constexpr int startLimit = 60000; ///< Milliseconds; the accessibility bus starts when it is asked for.
constexpr uint screenCoordinates = 0;

/// Bits of AT-SPI's state set.
constexpr int stateChecked = 4;
constexpr int stateEnabled = 8;
constexpr int stateShowing = 25;

QDBusConnection bus()
{
    return QDBusConnection(busName);
}

QVariant call(const QString &service, const QString &path, const QString &interface, const QString &method,
              const QVariantList &arguments)
{
    QDBusMessage message = QDBusMessage::createMethodCall(service, path, interface, method);
    message.setArguments(arguments);
    const QDBusMessage answer = bus().call(message, QDBus::Block, answerLimit);
    return answer.type() == QDBusMessage::ReplyMessage ? answer.arguments().value(0) : QVariant();
}

/// References to objects: (service, path) each.
QList<std::pair<QString, QString>> toReferences(const QVariant &value)
{
    QList<std::pair<QString, QString>> list;
    const QDBusArgument argument = value.value<QDBusArgument>();
    if (argument.currentType() != QDBusArgument::ArrayType)
        return list;
    argument.beginArray();
    while (!argument.atEnd()) {
        QString service;
        QDBusObjectPath path;
        argument.beginStructure();
        argument >> service >> path;
        argument.endStructure();
        list.append({service, path.path()});
    }
    argument.endArray();
    return list;
}

bool isWebPage(const QString &role)
{
    return role.startsWith(QLatin1String("document"));
}

} // namespace

QVariant Accessible::ask(const QString &interface, const QString &method, const QVariantList &arguments) const
{
    return isNull() ? QVariant() : call(m_service, m_path, interface, method, arguments);
}

QVariant Accessible::property(const QString &interface, const QString &name) const
{
    return ask(QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("Get"), {interface, name})
        .value<QDBusVariant>()
        .variant();
}

QString Accessible::name() const
{
    return property(accessibleInterface, QStringLiteral("Name")).toString();
}

QString Accessible::description() const
{
    return property(accessibleInterface, QStringLiteral("Description")).toString();
}

QString Accessible::role() const
{
    return ask(accessibleInterface, QStringLiteral("GetRoleName")).toString();
}

QString Accessible::text() const
{
    return ask(textInterface, QStringLiteral("GetText"), {0, -1}).toString();
}

QRect Accessible::extents() const
{
    const QVariant answer = ask(componentInterface, QStringLiteral("GetExtents"), {screenCoordinates});
    const QDBusArgument argument = answer.value<QDBusArgument>();
    if (argument.currentType() != QDBusArgument::StructureType)
        return {};
    int x = 0;
    int y = 0;
    int width = 0;
    int height = 0;
    argument.beginStructure();
    argument >> x >> y >> width >> height;
    argument.endStructure();
    return {x, y, width, height};
}

bool Accessible::hasState(int bit) const
{
    const QDBusArgument argument = ask(accessibleInterface, QStringLiteral("GetState")).value<QDBusArgument>();
    if (argument.currentType() != QDBusArgument::ArrayType)
        return false;
    QList<uint> words;
    argument >> words;
    return (words.value(bit / 32) >> (bit % 32)) & 1U;
}

bool Accessible::isShowing() const
{
    return hasState(stateShowing);
}

bool Accessible::isEnabled() const
{
    return hasState(stateEnabled);
}

bool Accessible::isChecked() const
{
    return hasState(stateChecked);
}

QList<Accessible> Accessible::children() const
{
    QList<Accessible> list;
    const auto references = toReferences(ask(accessibleInterface, QStringLiteral("GetChildren")));
    for (const auto &[service, path] : references)
        list.append(Accessible(service, path));
    return list;
}

bool AccessibleTree::connect(const QString &runtimeDir)
{
    const QDBusConnection session = QDBusConnection::sessionBus();
    const QString dbus = QStringLiteral("org.freedesktop.DBus");
    qDBusRegisterMetaType<QMap<QString, QString>>();
    const QMap<QString, QString> environment{{QStringLiteral("XDG_RUNTIME_DIR"), runtimeDir}};
    QDBusMessage update = QDBusMessage::createMethodCall(dbus, QStringLiteral("/org/freedesktop/DBus"), dbus,
                                                         QStringLiteral("UpdateActivationEnvironment"));
    update << QVariant::fromValue(environment);
    session.call(update, QDBus::Block, startLimit);

    const QDBusMessage ask =
        QDBusMessage::createMethodCall(QStringLiteral("org.a11y.Bus"), QStringLiteral("/org/a11y/bus"),
                                       QStringLiteral("org.a11y.Bus"), QStringLiteral("GetAddress"));
    const QDBusReply<QString> address = session.call(ask, QDBus::Block, startLimit);
    return address.isValid() && QDBusConnection::connectToBus(address.value(), busName).isConnected();
}

QString AccessibleTree::errorString()
{
    const QString session = QDBusConnection::sessionBus().lastError().message();
    return session.isEmpty() ? bus().lastError().message() : session;
}

Accessible AccessibleTree::program(qint64 processId)
{
    const auto programs =
        toReferences(call(QStringLiteral("org.a11y.atspi.Registry"), QStringLiteral("/org/a11y/atspi/accessible/root"),
                          accessibleInterface, QStringLiteral("GetChildren"), {}));
    for (const auto &[service, path] : programs) {
        if (bus().interface()->servicePid(service).value() == processId)
            return {service, path};
    }
    return {};
}

QList<Accessible> AccessibleTree::find(const Accessible &root, const AccessibleTest &test)
{
    QList<Accessible> found;
    const QList<Accessible> children = root.children();
    for (const Accessible &child : children) {
        if (!child.isShowing())
            continue;
        if (test(child))
            found.append(child);
        if (!isWebPage(child.role()))
            found.append(find(child, test));
    }
    return found;
}

QString AccessibleTree::describe(const Accessible &root, int depth)
{
    QString lines;
    const QList<Accessible> children = root.children();
    for (const Accessible &child : children) {
        if (!child.isShowing())
            continue;
        const QRect area = child.extents();
        lines += QStringLiteral("%1%2 “%3” %4,%5 %6×%7\n")
                     .arg(QString(depth * 2, u' '), child.role(), child.name(), QString::number(area.x()),
                          QString::number(area.y()), QString::number(area.width()), QString::number(area.height()));
        if (!isWebPage(child.role()))
            lines += describe(child, depth + 1);
    }
    return lines;
}

} // namespace teleconsult::test
