// A desktop's screen saver on a test's own bus.
#pragma once

#include <QDBusConnection>
#include <QDBusContext>
#include <QDBusMessage>
#include <QList>
#include <QObject>
#include <QStringList>

namespace teleconsult::test {

/// A desktop with a screen saver. Answers when it is told to.
class ScreenSaverDouble : public QObject, protected QDBusContext
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.ScreenSaver")
public:
    QList<uint> held() const { return m_held; }
    QStringList reasons() const { return m_reasons; }
    void hesitate() { m_hesitates = true; }
    bool isAsked() const { return m_open.type() == QDBusMessage::MethodCallMessage; }
    void answer(const QDBusConnection &bus)
    {
        m_held << ++m_last;
        bus.send(m_open.createReply(m_last));
    }

public slots:
    Q_SCRIPTABLE uint Inhibit(const QString &program, const QString &reason)
    {
        m_reasons << program + QStringLiteral(": ") + reason;
        if (m_hesitates) {
            setDelayedReply(true);
            m_open = message();
            return 0;
        }
        m_held << ++m_last;
        return m_last;
    }
    Q_SCRIPTABLE void UnInhibit(uint cookie) { m_held.removeOne(cookie); }

private:
    QList<uint> m_held;
    QStringList m_reasons;
    QDBusMessage m_open;
    uint m_last = 40;
    bool m_hesitates = false;
};

} // namespace teleconsult::test
