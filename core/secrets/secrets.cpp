#include "core/secrets/secrets.h"

#include <QHash>

namespace teleconsult::secrets {

namespace {

Error about(Secret which, Error error)
{
    if (error.field.isEmpty())
        error.field = fieldOf(which);
    return error;
}

} // namespace

struct Secrets::Life
{
    std::unique_ptr<SecretStore> store;
    Given given;
    QHash<Secret, QByteArray> known;

    /// An error when what is given would go before what the store has.
    Result<void> mayChange(Secret which) const
    {
        const Result<std::optional<QByteArray>> elsewhere = given(which);
        if (!elsewhere || *elsewhere)
            return failure(about(which, storeError(QStringLiteral("secret_given_elsewhere"))));
        return {};
    }
};

QString nameOf(Secret which)
{
    switch (which) {
    case Secret::KaleyraApiKey:
        return QStringLiteral("kaleyra-api-key");
    case Secret::ServiceToken:
        return QStringLiteral("service-token");
    case Secret::SignIn:
        return QStringLiteral("sign-in");
    }
    Q_UNREACHABLE();
}

QString fieldOf(Secret which)
{
    switch (which) {
    case Secret::KaleyraApiKey:
        return QStringLiteral("kaleyra/api_key");
    case Secret::ServiceToken:
        return QStringLiteral("service/token");
    case Secret::SignIn:
        return QStringLiteral("sign_in/tokens");
    }
    Q_UNREACHABLE();
}

Secrets::Secrets(std::unique_ptr<SecretStore> store, Given given)
    : m_life(std::make_shared<Life>(Life{std::move(store), std::move(given), {}}))
{
    connect(m_life->store.get(), &SecretStore::changed, this, &Secrets::changed);
}

Secrets::~Secrets()
{
    shutDown();
}

void Secrets::shutDown()
{
    m_life->store->shutDown();
}

Task<QByteArray> Secrets::read(Secret which, Asking asking)
{
    return readFor(m_life, which, asking);
}

Task<QByteArray> Secrets::readAnew(Secret which, QByteArray refused)
{
    if (m_life->known.value(which) == refused)
        m_life->known.remove(which);
    return readFor(m_life, which, Asking::Nobody);
}

Task<Secrets::State> Secrets::state(Secret which)
{
    return stateFor(m_life, which);
}

Task<void> Secrets::write(Secret which, QByteArray secret)
{
    return writeFor(m_life, this, which, std::move(secret));
}

Task<void> Secrets::remove(Secret which)
{
    return removeFor(m_life, this, which);
}

Task<QByteArray> Secrets::readFor(std::shared_ptr<Life> life, Secret which, Asking asking)
{
    if (life->known.contains(which))
        co_return life->known.value(which);
    const Result<std::optional<QByteArray>> given = life->given(which);
    if (!given)
        co_return failure(given.error());
    if (*given) {
        life->known.insert(which, **given);
        co_return **given;
    }
    Result<QByteArray> kept = co_await life->store->read(nameOf(which), asking);
    if (!kept)
        co_return failure(about(which, kept.error()));
    life->known.insert(which, *kept);
    co_return kept;
}

Task<Secrets::State> Secrets::stateFor(std::shared_ptr<Life> life, Secret which)
{
    const Result<std::optional<QByteArray>> given = life->given(which);
    if (!given)
        co_return failure(given.error());
    if (*given)
        co_return State{State::From::Given, false};
    const bool mayChange = !life->store->isReadOnly();
    Result<QByteArray> kept = co_await life->store->read(nameOf(which), Asking::Person);
    if (kept)
        co_return State{State::From::Store, mayChange};
    if (isSecretNotFound(kept.error()))
        co_return State{State::From::Nowhere, mayChange};
    co_return failure(about(which, kept.error()));
}

Task<void> Secrets::writeFor(std::shared_ptr<Life> life, QPointer<Secrets> owner, Secret which, QByteArray secret)
{
    const Result<void> allowed = life->mayChange(which);
    if (!allowed)
        co_return allowed;
    Result<void> written = co_await life->store->write(nameOf(which), secret, Asking::Person);
    if (!written)
        co_return failure(about(which, written.error()));
    life->known.insert(which, secret.trimmed());
    if (owner)
        emit owner->changed();
    co_return written;
}

Task<void> Secrets::removeFor(std::shared_ptr<Life> life, QPointer<Secrets> owner, Secret which)
{
    const Result<void> allowed = life->mayChange(which);
    if (!allowed)
        co_return allowed;
    Result<void> removed = co_await life->store->remove(nameOf(which), Asking::Person);
    if (!removed)
        co_return failure(about(which, removed.error()));
    life->known.remove(which);
    if (owner)
        emit owner->changed();
    co_return removed;
}

} // namespace teleconsult::secrets
