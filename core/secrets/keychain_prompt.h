// The keychain's own window that asks a person to open it.
#pragma once

#include <QDBusVariant>
#include <QFuture>
#include <QObject>
#include <QPromise>

namespace teleconsult::secrets {

/// Waits for one prompt of the Secret Service (Secret Service API, Prompts) to be answered. Whoever made it destroys
/// it.
class KeychainPrompt : public QObject
{
    Q_OBJECT
public:
    enum class Answer { Given, Dismissed, Cancelled };

    KeychainPrompt() { m_promise.start(); }
    ~KeychainPrompt() override { settle(Answer::Cancelled); }

    QFuture<Answer> answer() const { return m_promise.future(); }

    void settle(Answer answer)
    {
        if (m_promise.future().isFinished())
            return;
        m_promise.addResult(answer);
        m_promise.finish();
    }

public slots:
    void onCompleted(bool dismissed, const QDBusVariant &) { settle(dismissed ? Answer::Dismissed : Answer::Given); }

private:
    QPromise<Answer> m_promise;
};

} // namespace teleconsult::secrets
