// A web server with the pages of one test. Each instance is an origin of its own.
#pragma once

#include <QByteArray>
#include <QHash>
#include <QObject>
#include <QPointer>
#include <QSet>
#include <QStringList>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

namespace teleconsult::test {

/// Serves on 127.0.0.1 from the test's own event loop. Pages tell what happened to them with `report('word')`.
class PageServer : public QObject
{
    Q_OBJECT
public:
    PageServer();

    QUrl url(const QString &path) const;
    /// "http://127.0.0.1:<port>", for use in a page.
    QString origin() const;

    /// A page whose body is this markup; `report()` is defined in it.
    void addPage(const QString &path, const QString &body);
    void addAnswer(const QString &path, const QByteArray &statusLine, const QByteArray &headers,
                   const QByteArray &body);
    /// An answer that begins, and ends with finish() only.
    void addEndless(const QString &path, const QByteArray &headers);
    /// Sends the rest to whoever still waits for it.
    void finish(const QString &path);
    void addRedirect(const QString &path, const QUrl &target);

    /// What pages of this origin reported, in order.
    QStringList reports() const { return m_reports; }
    /// Paths asked for, without reports.
    QStringList requests() const { return m_requests; }
    /// Connections of pages that asked for /hold, which is never answered: they last as long as the page.
    int heldConnections() const { return m_held; }

private:
    void onConnection();
    void answer(QTcpSocket *socket, const QString &path);

    QTcpServer m_server;
    QHash<QString, QByteArray> m_answers;
    QSet<QString> m_endless;
    QHash<QString, QPointer<QTcpSocket>> m_waiting; ///< By the path of what never ends.
    QStringList m_reports;
    QStringList m_requests;
    int m_held = 0;
};

} // namespace teleconsult::test
