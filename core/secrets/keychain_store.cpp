#include "core/secrets/keychain_store.h"

#include "core/files/secret.h"
#include "core/http/redaction.h"
#include "core/secrets/secret_service.h"

#include <QAbstractEventDispatcher>
#include <QCoroFuture>
#include <QLibrary>

#include <qt6keychain/keychain.h>

namespace teleconsult::secrets {

namespace {

const QString application = QStringLiteral("teleconsult");

Error errorOf(QKeychain::Error error, const QString &detail)
{
    switch (error) {
    case QKeychain::EntryNotFound:
        return storeError(codes::notFound);
    case QKeychain::AccessDeniedByUser:
    case QKeychain::AccessDenied:
        return storeError(codes::denied);
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return storeError(codes::noKeychain);
    default:
        return storeError(codes::keychainFailed, http::redactedText(detail));
    }
}

/// What a job of QtKeychain came to; the secret if it was one that reads.
QFuture<Result<QByteArray>> begun(QKeychain::Job *job, const QString &name)
{
    auto promise = std::make_shared<QPromise<Result<QByteArray>>>();
    promise->start();
    job->setKey(name);
    QObject::connect(job, &QKeychain::Job::finished, job, [promise](QKeychain::Job *done) {
        const auto *reading = qobject_cast<QKeychain::ReadPasswordJob *>(done);
        if (done->error() != QKeychain::NoError)
            promise->addResult(failure(errorOf(done->error(), done->errorString())));
        else
            promise->addResult(reading ? reading->textData().toLatin1() : QByteArray());
        promise->finish();
    });
    const QFuture<Result<QByteArray>> future = promise->future();
    job->start();
    return future;
}

/// QtKeychain's library for the Secret Service waits in GLib's event loop. Under another one it would wait for ever.
bool canWait()
{
    const QAbstractEventDispatcher *dispatcher = QAbstractEventDispatcher::instance();
    return dispatcher && QByteArray(dispatcher->metaObject()->className()).contains("Glib");
}

/// libsecret goes on speaking to a keychain that has ended and was started anew, which does not know it any more, until
/// it is told to begin afresh. QtKeychain, which loads it, has no word for that.
void forgetOldKeychain()
{
    using Disconnect = void (*)();
    QLibrary library(QStringLiteral("secret-1"), 0);
    if (const auto disconnect = reinterpret_cast<Disconnect>(library.resolve("secret_service_disconnect")))
        disconnect();
}

} // namespace

KeychainStore::KeychainStore() = default;
KeychainStore::~KeychainStore() = default;

SecretService &KeychainStore::service()
{
    if (!m_service) {
        m_service = std::make_unique<SecretService>();
        connect(m_service.get(), &SecretService::changed, this, &SecretStore::changed);
        connect(m_service.get(), &SecretService::ownerChanged, this, &forgetOldKeychain);
    }
    return *m_service;
}

void KeychainStore::shutDown()
{
    m_isShutDown = true;
    if (m_service)
        m_service->shutDown();
}

Task<void> KeychainStore::reach()
{
    if (m_isShutDown)
        co_return failure(makeError(Error::Kind::Cancelled));
    if (!canWait())
        co_return failure(storeError(codes::noKeychain, QStringLiteral("no GLib event loop")));
    Result<void> reached = co_await service().reach();
    co_return reached;
}

/// Whether there is such an item; then it is open.
Task<bool> KeychainStore::open(QString name, Asking asking)
{
    Result<void> reached = co_await reach();
    if (!reached)
        co_return failure(reached.error());
    Result<SecretService::Found> found = co_await service().search(application, name);
    if (!found)
        co_return failure(found.error());
    if (!found->open.isEmpty())
        co_return true;
    // What is in a locked keychain is known all the same, so nobody is asked to open it for something that is not
    // there.
    if (found->locked.isEmpty())
        co_return false;
    Result<void> unlocked = co_await service().unlock(found->locked, asking);
    if (!unlocked)
        co_return failure(unlocked.error());
    Result<SecretService::Found> again = co_await service().search(application, name);
    if (!again)
        co_return failure(again.error());
    if (again->open.isEmpty())
        co_return failure(storeError(codes::locked));
    co_return true;
}

Task<QByteArray> KeychainStore::read(QString name, Asking asking)
{
    Result<bool> isThere = co_await open(name, asking);
    if (!isThere)
        co_return failure(isThere.error());
    if (!*isThere)
        co_return failure(storeError(codes::notFound));
    const QFuture<Result<QByteArray>> reading = begun(new QKeychain::ReadPasswordJob(application), name);
    Result<QByteArray> secret = co_await reading;
    if (!secret)
        co_return secret;
    co_return files::checkedSecret(*secret, codes::malformed, {});
}

Task<void> KeychainStore::write(QString name, QByteArray secret, Asking asking)
{
    const Result<QByteArray> word = files::checkedSecret(secret, codes::malformed, {});
    if (!word)
        co_return failure(word.error());
    Result<void> reached = co_await reach();
    if (!reached)
        co_return reached;
    Result<std::optional<QString>> locked = co_await service().lockedCollection();
    if (!locked)
        co_return failure(locked.error());
    if (*locked) {
        QStringList collection;
        collection << **locked;
        Result<void> unlocked = co_await service().unlock(collection, asking);
        if (!unlocked)
            co_return unlocked;
    }
    auto *job = new QKeychain::WritePasswordJob(application);
    job->setTextData(QString::fromLatin1(*word));
    const QFuture<Result<QByteArray>> writing = begun(job, name);
    Result<QByteArray> written = co_await writing;
    if (!written)
        co_return failure(written.error());
    co_return Result<void>();
}

Task<void> KeychainStore::remove(QString name, Asking asking)
{
    Result<bool> isThere = co_await open(name, asking);
    if (!isThere)
        co_return failure(isThere.error());
    if (!*isThere)
        co_return Result<void>();
    const QFuture<Result<QByteArray>> removing = begun(new QKeychain::DeletePasswordJob(application), name);
    Result<QByteArray> removed = co_await removing;
    if (!removed && !isSecretNotFound(removed.error()))
        co_return failure(removed.error());
    co_return Result<void>();
}

} // namespace teleconsult::secrets
