// Telling a person something while another program has the screen.
#pragma once

#include <QObject>
#include <QString>

namespace teleconsult::ui {

/// One notification. Anybody who looks at the screen may read it, locked or not.
struct Notice
{
    QString consultationId; ///< A later one of the same consultation takes its place.
    QString title;
    QString body;     ///< Plain text.
    QString join;     ///< What the button says that joins; empty: it cannot be joined yet.
    QString showText; ///< What it means to choose the notification itself, for who cannot see it.
};

/// Shows notices, and hears what a person does with them.
class Notifier : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    virtual void show(const Notice &notice) = 0;
    /// Takes it back, if it still stands.
    virtual void withdraw(const QString &consultationId) = 0;

signals:
    void joinRequested(const QString &consultationId);
    /// The notification itself was chosen.
    void showRequested(const QString &consultationId);
};

} // namespace teleconsult::ui
