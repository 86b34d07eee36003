// The receiving end of systemd's notify protocol (sd_notify(3)).
#pragma once

#include <QObject>

class QSocketNotifier;

namespace teleconsult::test {

/// A datagram socket at `path`; a program that is started with NOTIFY_SOCKET=path reports there. Removes its file at
/// the end.
class NotifySocket : public QObject
{
    Q_OBJECT
public:
    explicit NotifySocket(const QString &path, QObject *parent = nullptr);
    ~NotifySocket() override;

    QString path() const { return m_path; }
    bool isOpen() const { return m_fd >= 0; }

signals:
    /// A message has come: lines of the form NAME=value.
    void notified(const QByteArray &message);
    /// One with the line READY=1.
    void ready();

private:
    void receive();

    QString m_path;
    int m_fd = -1;
};

} // namespace teleconsult::test
