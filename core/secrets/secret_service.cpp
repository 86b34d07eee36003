#include "core/secrets/secret_service.h"

#include "core/http/redaction.h"
#include "core/secrets/keychain_prompt.h"

#include <QCoroDBusPendingCall>
#include <QCoroFuture>
#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMetaType>
#include <QDBusObjectPath>

#include <memory>

namespace teleconsult::secrets {

namespace {

// Secret Service API, version 0.2.
const QString serviceName = QStringLiteral("org.freedesktop.secrets");
const QString servicePath = QStringLiteral("/org/freedesktop/secrets");
const QString serviceInterface = QStringLiteral("org.freedesktop.Secret.Service");
const QString collectionInterface = QStringLiteral("org.freedesktop.Secret.Collection");
const QString promptInterface = QStringLiteral("org.freedesktop.Secret.Prompt");
const QString propertiesInterface = QStringLiteral("org.freedesktop.DBus.Properties");
/// Stands for "none" where a path is answered.
const QString noObject = QStringLiteral("/");

/// A keychain that has only just been started reads its files first.
constexpr int patienceInMilliseconds = 15000;

using Attributes = QMap<QString, QString>;

/// The attributes by which QtKeychain finds its items again (its schema "org.qt.keychain").
Attributes attributesOf(const QString &application, const QString &name)
{
    return {{QStringLiteral("xdg:schema"), QStringLiteral("org.qt.keychain")},
            {QStringLiteral("server"), application},
            {QStringLiteral("user"), name}};
}

QStringList pathsIn(const QVariant &value)
{
    QStringList paths;
    const auto objects = qdbus_cast<QList<QDBusObjectPath>>(value);
    for (const QDBusObjectPath &object : objects)
        paths << object.path();
    return paths;
}

QVariant asObjects(const QStringList &paths)
{
    QList<QDBusObjectPath> objects;
    for (const QString &path : paths)
        objects << QDBusObjectPath(path);
    return QVariant::fromValue(objects);
}

Error unanswered(const QDBusMessage &answer)
{
    static const QStringList nobodyThere{
        QStringLiteral("org.freedesktop.DBus.Error.ServiceUnknown"),
        QStringLiteral("org.freedesktop.DBus.Error.NameHasNoOwner"),
        QStringLiteral("org.freedesktop.DBus.Error.Disconnected"),
        QStringLiteral("org.freedesktop.DBus.Error.NoServer"),
    };
    const QString name = answer.errorName();
    const bool cannotBeStarted = name.startsWith(QLatin1String("org.freedesktop.DBus.Error.Spawn"));
    if (name == QLatin1String("org.freedesktop.Secret.Error.IsLocked"))
        return storeError(codes::locked);
    if (nobodyThere.contains(name) || cannotBeStarted)
        return storeError(codes::noKeychain, http::safeCode(name));
    return storeError(codes::keychainFailed, http::safeCode(name));
}

} // namespace

SecretService::SecretService()
    : m_watcher(serviceName, QDBusConnection::sessionBus(), QDBusServiceWatcher::WatchForOwnerChange)
{
    qDBusRegisterMetaType<Attributes>();
    connect(&m_watcher, &QDBusServiceWatcher::serviceOwnerChanged, this, [this] {
        emit ownerChanged();
        emit changed();
    });
    QDBusConnection bus = QDBusConnection::sessionBus();
    bus.connect(serviceName, servicePath, serviceInterface, QStringLiteral("CollectionChanged"), this,
                SLOT(onCollectionChanged()));
}

SecretService::~SecretService()
{
    shutDown();
}

Task<QDBusMessage> SecretService::call(QString path, QString interface, QString method, QVariantList arguments)
{
    if (m_isShutDown)
        co_return failure(makeError(Error::Kind::Cancelled));
    QDBusMessage message = QDBusMessage::createMethodCall(serviceName, path, interface, method);
    message.setArguments(arguments);
    const QDBusPendingCall pending = QDBusConnection::sessionBus().asyncCall(message, patienceInMilliseconds);
    const QDBusMessage answer = co_await pending;
    if (answer.type() != QDBusMessage::ReplyMessage)
        co_return failure(unanswered(answer));
    co_return answer;
}

Task<void> SecretService::reach()
{
    if (!QDBusConnection::sessionBus().isConnected())
        co_return failure(storeError(codes::noKeychain, QStringLiteral("no session bus")));
    // Any question starts a service that the session knows how to start.
    QVariantList arguments;
    arguments << serviceInterface << QStringLiteral("Collections");
    Result<QDBusMessage> answer = co_await call(servicePath, propertiesInterface, QStringLiteral("Get"), arguments);
    if (!answer)
        co_return failure(answer.error());
    co_return Result<void>();
}

Task<SecretService::Found> SecretService::search(QString application, QString name)
{
    QVariantList arguments;
    arguments << QVariant::fromValue(attributesOf(application, name));
    Result<QDBusMessage> answer =
        co_await call(servicePath, serviceInterface, QStringLiteral("SearchItems"), arguments);
    if (!answer)
        co_return failure(answer.error());
    if (answer->arguments().size() != 2)
        co_return failure(storeError(codes::keychainFailed, QStringLiteral("SearchItems")));
    co_return Found{pathsIn(answer->arguments().at(0)), pathsIn(answer->arguments().at(1))};
}

Task<std::optional<QString>> SecretService::lockedCollection()
{
    QVariantList alias;
    alias << QStringLiteral("default");
    Result<QDBusMessage> known = co_await call(servicePath, serviceInterface, QStringLiteral("ReadAlias"), alias);
    if (!known)
        co_return failure(known.error());
    const QString path = known->arguments().value(0).value<QDBusObjectPath>().path();
    if (path.isEmpty() || path == noObject)
        co_return std::optional<QString>();
    QVariantList property;
    property << collectionInterface << QStringLiteral("Locked");
    Result<QDBusMessage> locked = co_await call(path, propertiesInterface, QStringLiteral("Get"), property);
    if (!locked)
        co_return failure(locked.error());
    const bool isLocked = locked->arguments().value(0).value<QDBusVariant>().variant().toBool();
    co_return isLocked ? std::optional<QString>(path) : std::optional<QString>();
}

Task<void> SecretService::unlock(QStringList objects, Asking asking)
{
    if (asking == Asking::Nobody)
        co_return failure(storeError(codes::locked));
    QVariantList arguments;
    arguments << asObjects(objects);
    Result<QDBusMessage> answer = co_await call(servicePath, serviceInterface, QStringLiteral("Unlock"), arguments);
    if (!answer)
        co_return failure(answer.error());
    const QString prompt = answer->arguments().value(1).value<QDBusObjectPath>().path();
    if (prompt.isEmpty() || prompt == noObject)
        co_return Result<void>();
    co_return co_await showPrompt(prompt);
}

Task<void> SecretService::showPrompt(QString path)
{
    const auto prompt = std::make_unique<KeychainPrompt>();
    m_prompt = prompt.get();
    // A keychain that ends meanwhile answers no more.
    connect(&m_watcher, &QDBusServiceWatcher::serviceOwnerChanged, prompt.get(),
            [shown = prompt.get()] { shown->settle(KeychainPrompt::Answer::Dismissed); });
    QDBusConnection::sessionBus().connect(serviceName, path, promptInterface, QStringLiteral("Completed"), prompt.get(),
                                          SLOT(onCompleted(bool, QDBusVariant)));
    QVariantList noWindow;
    noWindow << QString();
    Result<QDBusMessage> shown = co_await call(path, promptInterface, QStringLiteral("Prompt"), noWindow);
    if (!shown)
        co_return failure(shown.error());
    const QFuture<KeychainPrompt::Answer> answered = prompt->answer();
    const KeychainPrompt::Answer answer = co_await answered;
    if (answer == KeychainPrompt::Answer::Cancelled)
        co_return failure(makeError(Error::Kind::Cancelled));
    if (answer == KeychainPrompt::Answer::Dismissed)
        co_return failure(storeError(codes::denied));
    co_return Result<void>();
}

void SecretService::shutDown()
{
    m_isShutDown = true;
    if (m_prompt)
        m_prompt->settle(KeychainPrompt::Answer::Cancelled);
}

} // namespace teleconsult::secrets
