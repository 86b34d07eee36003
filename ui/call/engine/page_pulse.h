// Whether a page still answers, and how it is connected.
#pragma once

#include "ui/call/call_engine.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QTimer>
#include <QVariantMap>

class QWebEnginePage;

namespace teleconsult::ui {

/// Asks the page every two seconds what engine/page/watch.js and devices.js have noticed. The engine has no word for a
/// page that hangs (Qt 6.4 to 6.8): one that has not answered for eight seconds is one. The page must outlive it, or be
/// its parent.
class PagePulse : public QObject
{
    Q_OBJECT
public:
    /// `isOnThisComputer`: no network is needed to reach the page.
    PagePulse(QWebEnginePage *page, bool isOnThisComputer);

    void start();

signals:
    void unresponsive(bool on);
    void connectionChanged(teleconsult::ui::Connection connection);
    /// As CallView's.
    void devicesMissing();

private:
    void ask();
    void onAnswer(const QVariantMap &facts);

    QWebEnginePage *m_page;
    bool m_isOnThisComputer;
    QTimer m_timer;
    QElapsedTimer m_asked; ///< Invalid: no question is open.
    bool m_isUnresponsive = false;
    Connection m_connection = Connection::Unknown;
    bool m_toldOfDevices = false;
};

/// What the facts of watch.js mean: `online` (bool), `broken` (bool: the last socket closed without a goodbye),
/// `sockets` (number, open), `peers` (list of RTCPeerConnection.connectionState). Facts that are missing say nothing.
Connection connectionOf(const QVariantMap &facts, bool isOnThisComputer);

} // namespace teleconsult::ui
