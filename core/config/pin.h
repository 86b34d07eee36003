// The PINs of a station that several people use.
#pragma once

#include "core/async/serial_executor.h"
#include "core/async/task.h"
#include "core/config/settings.h"
#include "core/domain/clock.h"

namespace teleconsult::config {

/// In characters. Any characters: what is a PIN on a kiosk may be a password elsewhere.
inline constexpr int minimumPinLength = 4;
inline constexpr int maximumPinLength = 64;

/// Argon2id with a salt of its own, in the form that names its parameters ("$argon2id$…"); empty: there is not enough
/// memory (64 MiB). Takes about a tenth of a second.
QString hashPin(const QString &pin);

/// Keeps the PIN's hash and the count of wrong tries in the settings, so that starting the program again does not begin
/// the tries anew. Hashes on a thread of its own. Does not own what it is given; destroying it ends what is under way
/// with an error of kind Cancelled, once the loop comes round to it.
class PinGate : public QObject
{
public:
    enum class Answer {
        Right,
        Wrong,
        TooSoon, ///< Not looked at: see wait().
    };

    PinGate(Settings &settings, const Clock &clock, Pin which = Pin::Settings)
        : m_settings(settings), m_clock(clock), m_which(which)
    {}

    Pin which() const { return m_which; }
    bool isSet() const;
    /// Why the PIN cannot be changed here; empty: it can.
    QString lockText() const;
    /// Three tries in a row are free; then there is to be a pause of half a minute, which doubles with every wrong try
    /// up to a quarter of an hour. 0: a try is allowed now. When the clock was set back to before the last try, the
    /// pause begins anew.
    std::chrono::seconds wait() const;
    /// A wrong one is written to the log, without the PIN. A try is counted when it begins; a right one ends the count.
    Task<Answer> tryPin(QString pin);

    /// Whether it may be one. Errors of kind Invalid, field settings.pin or kiosk.reception_pin: too_short, too_long.
    Result<void> check(const QString &pin) const;
    /// Errors: those of check() and Settings::setPinHash, and Storage (code no_memory). The PIN is then as it was.
    Task<void> set(QString pin);
    /// Errors: those of Settings::setPinHash. The PIN is then as it was.
    Result<void> remove();

private:
    Result<void> keep(const QString &hash);

    Settings &m_settings;
    const Clock &m_clock;
    Pin m_which;
    SerialExecutor m_worker;
};

} // namespace teleconsult::config
