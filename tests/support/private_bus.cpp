#include "tests/support/private_bus.h"

#include "tests/support/await.h"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDir>

#include <optional>

namespace teleconsult::test {

/// A secret as the Secret Service has it on the bus.
struct PlainSecret
{
    QDBusObjectPath session;
    QByteArray parameters;
    QByteArray value;
    QString contentType;
};

QDBusArgument &operator<<(QDBusArgument &argument, const PlainSecret &secret)
{
    argument.beginStructure();
    argument << secret.session << secret.parameters << secret.value << secret.contentType;
    argument.endStructure();
    return argument;
}

const QDBusArgument &operator>>(const QDBusArgument &argument, PlainSecret &secret)
{
    argument.beginStructure();
    argument >> secret.session >> secret.parameters >> secret.value >> secret.contentType;
    argument.endStructure();
    return argument;
}

namespace {

const QString keyringName = QStringLiteral("org.freedesktop.secrets");
const QString collection = QStringLiteral("/org/freedesktop/secrets/collection/login");
const QByteArray password = "a password of the test";

/// Speaks, and lets nobody start a service.
const char *configuration = R"(<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy>
</busconfig>)";

/// What the keychain answers; nothing: it refuses.
std::optional<QVariantList> asked(const QString &interface, const QString &method, const QVariantList &arguments)
{
    QDBusMessage message =
        QDBusMessage::createMethodCall(keyringName, QStringLiteral("/org/freedesktop/secrets"), interface, method);
    message.setArguments(arguments);
    const QDBusMessage answer = QDBusConnection::sessionBus().call(message);
    return answer.type() == QDBusMessage::ReplyMessage ? std::optional(answer.arguments()) : std::nullopt;
}

} // namespace

PrivateBus::PrivateBus()
{
    qDBusRegisterMetaType<PlainSecret>();
    const QString config = m_folder.filePath(QStringLiteral("bus.conf"));
    QFile file(config);
    if (!file.open(QFile::WriteOnly) || file.write(configuration) < 0)
        qFatal("the test's folder cannot be written to");
    file.close();
    QDir(m_folder.path()).mkdir(QStringLiteral("runtime"), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QFile::setPermissions(m_folder.filePath(QStringLiteral("runtime")),
                          QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    qputenv("HOME", m_folder.path().toLocal8Bit());
    qputenv("XDG_RUNTIME_DIR", m_folder.filePath(QStringLiteral("runtime")).toLocal8Bit());
    for (const char *variable : {"XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "DISPLAY", "WAYLAND_DISPLAY"})
        qunsetenv(variable);
    m_bus.start(QStringLiteral("dbus-daemon"), {QStringLiteral("--config-file=") + config, QStringLiteral("--nofork"),
                                                QStringLiteral("--print-address")});
    if (!m_bus.waitForReadyRead())
        qFatal("no dbus-daemon");
    qputenv("DBUS_SESSION_BUS_ADDRESS", m_bus.readLine().trimmed());
}

PrivateBus::~PrivateBus()
{
    stopKeyring();
    m_bus.terminate();
    m_bus.waitForFinished();
}

bool PrivateBus::isKeyringThere() const
{
    return QDBusConnection::sessionBus().interface()->isServiceRegistered(keyringName);
}

bool PrivateBus::startKeyring()
{
    m_keyring.start(QStringLiteral("gnome-keyring-daemon"), {QStringLiteral("--foreground"), QStringLiteral("--unlock"),
                                                             QStringLiteral("--components=secrets")});
    m_keyring.write(password);
    m_keyring.closeWriteChannel();
    return waitUntil([this] { return isKeyringThere(); });
}

bool PrivateBus::stopKeyring()
{
    if (m_keyring.state() == QProcess::NotRunning)
        return true;
    m_keyring.terminate();
    return m_keyring.waitForFinished() && waitUntil([this] { return !isKeyringThere(); });
}

bool PrivateBus::lock()
{
    const QVariantList collections{QVariant::fromValue(QList<QDBusObjectPath>{QDBusObjectPath(collection)})};
    return asked(QStringLiteral("org.freedesktop.Secret.Service"), QStringLiteral("Lock"), collections).has_value();
}

bool PrivateBus::unlock()
{
    const QVariantList plain{QStringLiteral("plain"), QVariant::fromValue(QDBusVariant(QString()))};
    const std::optional<QVariantList> session =
        asked(QStringLiteral("org.freedesktop.Secret.Service"), QStringLiteral("OpenSession"), plain);
    if (!session)
        return false;
    const PlainSecret secret{session->value(1).value<QDBusObjectPath>(), {}, password, QStringLiteral("text/plain")};
    return asked(QStringLiteral("org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface"),
                 QStringLiteral("UnlockWithMasterPassword"),
                 {QVariant::fromValue(QDBusObjectPath(collection)), QVariant::fromValue(secret)})
        .has_value();
}

} // namespace teleconsult::test
