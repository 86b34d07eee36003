#include "core/config/pin.h"

#include "core/async/outcome_of.h"
#include "core/config/setting_keys.h"
#include "core/domain/try_rule.h"

#include <QLoggingCategory>
#include <QPointer>

#include <sodium.h>

#include <array>

namespace teleconsult::config {

namespace {

Q_LOGGING_CATEGORY(lcPin, "teleconsult.pin")

constexpr TryRule pinTries{3, std::chrono::seconds(30), std::chrono::seconds(900)};

/// May be called any number of times, from any thread.
bool isReady()
{
    return sodium_init() >= 0;
}

bool matches(const QString &pin, const QString &hash)
{
    const QByteArray word = pin.toUtf8();
    const QByteArray stored = hash.toLatin1();
    return isReady() && crypto_pwhash_str_verify(stored.constData(), word.constData(),
                                                 static_cast<unsigned long long>(word.size())) == 0;
}

/// What a try ends with when nobody is there any more to say whether it was right.
Error nobodyAsks()
{
    return makeError(Error::Kind::Cancelled);
}

} // namespace

QString hashPin(const QString &pin)
{
    const QByteArray word = pin.toUtf8();
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    const bool made =
        isReady() && crypto_pwhash_str(hash.data(), word.constData(), static_cast<unsigned long long>(word.size()),
                                       crypto_pwhash_OPSLIMIT_INTERACTIVE, crypto_pwhash_MEMLIMIT_INTERACTIVE) == 0;
    return made ? QString::fromLatin1(hash.data()) : QString();
}

bool PinGate::isSet() const
{
    return !m_settings.pinHash(m_which).isEmpty();
}

QString PinGate::lockText() const
{
    return m_settings.lockText(keyOf(m_which));
}

std::chrono::seconds PinGate::wait() const
{
    PinFailures failures = m_settings.pinFailures(m_which);
    const QDateTime now = m_clock.now();
    if (failures.count > 0 && failures.last > now) { // Else the pause would last until the clock is there again.
        failures.last = now;
        m_settings.setPinFailures(m_which, failures);
    }
    return pinTries.wait(failures.count, failures.last, now);
}

Task<PinGate::Answer> PinGate::tryPin(QString pin)
{
    if (wait().count() > 0)
        co_return Answer::TooSoon;
    // Counted before it is looked at: neither a second try at the same time nor an end of the program meanwhile is for
    // free.
    const int count = m_settings.pinFailures(m_which).count + 1;
    m_settings.setPinFailures(m_which, {count, m_clock.now()});
    const QPointer<PinGate> self(this);
    const QString hash = m_settings.pinHash(m_which);
    const QFuture<bool> looking = m_worker.run([pin, hash] { return matches(pin, hash); });
    const bool isRight = co_await outcomeOf(looking);
    if (!self)
        co_return failure(nobodyAsks());
    if (isRight) {
        m_settings.setPinFailures(m_which, {});
        co_return Answer::Right;
    }
    qCWarning(lcPin) << (m_which == Pin::Settings ? "The PIN of the settings" : "The reception's PIN")
                     << "was wrong; wrong tries in a row:" << count;
    co_return Answer::Wrong;
}

Result<void> PinGate::check(const QString &pin) const
{
    const QString field = QString(keyOf(m_which)).replace(QLatin1Char('/'), QLatin1Char('.'));
    if (pin.size() < minimumPinLength)
        return invalid(QStringLiteral("too_short"), field, QStringLiteral("the PIN must have 4 characters or more"));
    if (pin.size() > maximumPinLength)
        return invalid(QStringLiteral("too_long"), field, QStringLiteral("the PIN must have 64 characters or fewer"));
    return {};
}

Task<void> PinGate::set(QString pin)
{
    if (const Result<void> checked = check(pin); !checked)
        co_return failure(checked.error());
    const QPointer<PinGate> self(this);
    const QFuture<QString> hashing = m_worker.run([pin] { return hashPin(pin); });
    const QString hash = co_await outcomeOf(hashing);
    if (!self)
        co_return failure(nobodyAsks());
    if (hash.isEmpty())
        co_return failure(makeError(Error::Kind::Storage, QStringLiteral("no_memory")));
    co_return keep(hash);
}

Result<void> PinGate::remove()
{
    return keep({});
}

Result<void> PinGate::keep(const QString &hash)
{
    Result<void> written = m_settings.setPinHash(m_which, hash);
    if (written)
        m_settings.setPinFailures(m_which, {});
    return written;
}

} // namespace teleconsult::config
