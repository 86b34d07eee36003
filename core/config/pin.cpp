#include "core/config/pin.h"

#include "core/config/setting_keys.h"
#include "core/domain/backoff.h"

#include <QCoroFuture>
#include <QLoggingCategory>
#include <QPointer>

#include <sodium.h>

#include <algorithm>
#include <array>

namespace teleconsult::config {

namespace {

Q_LOGGING_CATEGORY(lcPin, "teleconsult.pin")

constexpr int freeTries = 3;
constexpr std::chrono::seconds firstPause{30};
constexpr std::chrono::seconds longestPause{900};

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

std::chrono::seconds pauseAfter(int failures)
{
    if (failures < freeTries)
        return std::chrono::seconds(0);
    return std::chrono::duration_cast<std::chrono::seconds>(doubled(firstPause, failures - freeTries, longestPause));
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
    return !m_settings.pinHash().isEmpty();
}

QString PinGate::lockText() const
{
    return m_settings.lockText(keys::settingsPin);
}

std::chrono::seconds PinGate::wait() const
{
    const PinFailures failures = m_settings.pinFailures();
    const std::chrono::seconds pause = pauseAfter(failures.count);
    if (pause.count() == 0 || !failures.last.isValid())
        return pause;
    const std::chrono::seconds passed(failures.last.secsTo(m_clock.now()));
    // A clock that was set back does not make the pause longer than it is.
    return std::clamp(pause - passed, std::chrono::seconds(0), pause);
}

Task<PinGate::Answer> PinGate::tryPin(QString pin)
{
    if (wait().count() > 0)
        co_return Answer::TooSoon;
    // Counted before it is looked at: neither a second try at the same time nor an end of the program meanwhile is for
    // free.
    const int count = m_settings.pinFailures().count + 1;
    m_settings.setPinFailures({count, m_clock.now()});
    const QPointer<PinGate> self(this);
    const QString hash = m_settings.pinHash();
    const QFuture<bool> looking = m_worker.run([pin, hash] { return matches(pin, hash); });
    const bool isRight = co_await looking;
    if (!self)
        co_return failure(nobodyAsks());
    if (isRight) {
        m_settings.setPinFailures({});
        co_return Answer::Right;
    }
    qCWarning(lcPin) << "The PIN of the settings was wrong; wrong tries in a row:" << count;
    co_return Answer::Wrong;
}

Task<void> PinGate::set(QString pin)
{
    const QString field = QStringLiteral("settings.pin");
    if (pin.size() < shortestPin)
        co_return invalid(QStringLiteral("too_short"), field, QStringLiteral("the PIN must have 4 characters or more"));
    if (pin.size() > longestPin)
        co_return invalid(QStringLiteral("too_long"), field,
                          QStringLiteral("the PIN must have 64 characters or fewer"));
    const QPointer<PinGate> self(this);
    const QFuture<QString> hashing = m_worker.run([pin] { return hashPin(pin); });
    const QString hash = co_await hashing;
    if (!self)
        co_return failure(nobodyAsks());
    if (hash.isEmpty())
        co_return failure(makeError(Error::Kind::Storage, QStringLiteral("no_memory")));
    m_settings.setPinHash(hash);
    m_settings.setPinFailures({});
    co_return Result<void>();
}

void PinGate::remove()
{
    m_settings.setPinHash({});
    m_settings.setPinFailures({});
}

} // namespace teleconsult::config
