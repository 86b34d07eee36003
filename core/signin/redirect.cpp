#include "core/signin/redirect.h"

#include "core/signin/redirect_address.h"

#include <QHostAddress>
#include <QOAuthHttpServerReplyHandler>
#include <QTimer>

namespace teleconsult::signin {

Redirect::Redirect(quint16 port, const QString &words, QObject *parent)
    : QObject(parent),
      m_handler(std::make_unique<QOAuthHttpServerReplyHandler>(QHostAddress(QHostAddress::LocalHost), port))
{
    m_promise.start();
    // With the slash: newer versions of Qt compare it as it is written.
    m_handler->setCallbackPath(QStringLiteral("/callback"));
    m_handler->setCallbackText(words.toHtmlEscaped());
    connect(m_handler.get(), &QAbstractOAuthReplyHandler::callbackReceived, this, &Redirect::settle);
}

Redirect::~Redirect()
{
    cancel();
}

bool Redirect::isListening() const
{
    return m_handler->isListening();
}

QUrl Redirect::url() const
{
    // Not QOAuthHttpServerReplyHandler::callback(), whose host is another one in newer versions of Qt.
    return redirectAddress(m_handler->port());
}

void Redirect::cancel()
{
    settle({});
}

void Redirect::finish()
{
    m_handler->close();
    QTimer::singleShot(std::chrono::seconds(2), this, &QObject::deleteLater);
}

void Redirect::settle(const QVariantMap &values)
{
    if (m_promise.future().isFinished())
        return;
    m_promise.addResult(values);
    m_promise.finish();
}

} // namespace teleconsult::signin
