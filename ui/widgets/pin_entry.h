// What asking for a PIN is about, whatever it looks like.
#pragma once

#include "core/config/pin.h"

#include <QObject>
#include <QTimer>

class QLineEdit;

namespace teleconsult::ui {

/// Tries the PIN that is typed into a field, and says what stands in the way: a wrong one, or the pause after too many,
/// which it counts down. What was typed is gone with each try, and with begin(). Makes the field one for a PIN.
class PinEntry : public QObject
{
    Q_OBJECT
public:
    /// The field is not owned; it must outlive this.
    explicit PinEntry(QLineEdit *field, QObject *parent = nullptr);

    /// Asks for this gate's PIN from now on, as if nobody had been asked before. What an earlier try comes to is
    /// nobody's any more. The gate must outlive this.
    void begin(config::PinGate &gate);
    /// Nothing while mayTry() is false.
    void tryPin();
    bool mayTry() const;
    /// A sentence; empty: nothing.
    QString problem() const;

signals:
    /// mayTry() or problem().
    void changed();
    void right();

private:
    void onTried(int asked, const Result<config::PinGate::Answer> &answer);
    void update();
    int pause() const; ///< Seconds until a try is allowed.

    QLineEdit *m_field;
    config::PinGate *m_gate = nullptr;
    int m_asked = 0; ///< How often begin() was called.
    bool m_isTrying = false;
    bool m_isWrong = false;
    QTimer m_tick; ///< While there is a pause.
};

} // namespace teleconsult::ui
