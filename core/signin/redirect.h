// Where the browser comes back to.
#pragma once

#include "core/async/task.h"

#include <QFuture>
#include <QObject>
#include <QPromise>
#include <QUrl>
#include <QVariantMap>

#include <memory>

class QOAuthHttpServerReplyHandler;

namespace teleconsult::signin {

/// An address on this computer (RFC 8252, 7.3) that a browser is led to with the provider's answer. It listens until
/// finish(), and lives on for a moment, in which the browser reads its page.
class Redirect : public QObject
{
    Q_OBJECT
public:
    /// `port` 0: any that is free. `words`: what the person then reads in the browser.
    Redirect(quint16 port, const QString &words, QObject *parent);
    ~Redirect() override;

    bool isListening() const;
    /// As the provider has to know it: http://127.0.0.1:<port>/callback
    QUrl url() const;
    /// The query's fields as the browser brought them; nothing: cancel() came first.
    QFuture<QVariantMap> answer() const { return m_promise.future(); }
    void cancel();
    /// Listens no more, and destroys itself when the browser has read its page.
    void finish();

private:
    void settle(const QVariantMap &values);

    std::unique_ptr<QOAuthHttpServerReplyHandler> m_handler;
    QPromise<QVariantMap> m_promise;
};

} // namespace teleconsult::signin
