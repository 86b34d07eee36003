// What the backend writes down about one call.
#pragma once

#include "core/service/teleconsultation_service.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <optional>

namespace teleconsult::ui {

/// Tells the service that a call has begun, as soon as it is made, and that it is over; afterwards sees that the files
/// which were shared are gone, where the policy says so. A call may be over before the service has said that it has
/// begun. What fails for now is tried again, with backoff and jitter, for as long as this lives; a journal of the
/// service's own may finish it at the next start (recover()). Does not own the service, which must outlive it.
///
/// A call was held once its page was there, whoever came: Kaleyra's count of the time with two people or more is not
/// documented to be right at once, and a call that was held must not be lost from the records
/// (docs/decisions/0010-held.md).
class CallRecord : public QObject
{
    Q_OBJECT
public:
    enum class State {
        Open,    ///< The call goes on.
        Writing, ///< It is over, and that is being written down.
        Held,    ///< It is written down.
        Failed,  ///< It is not; see isTriedAgain().
    };
    Q_ENUM(State)

    enum class Uploads {
        Kept, ///< The policy says so, or the call goes on.
        Deleting,
        Deleted,
        SomeLeft, ///< uploadsLeft(), or it is not known how many.
    };
    Q_ENUM(Uploads)

    /// `random` in [0, 1), for jitter.
    CallRecord(service::TeleconsultationService &service, QString consultationId, QDateTime enteredAt,
               std::function<double()> random, QObject *parent);

    /// The call is over. Once.
    void end();
    /// The service may be reached again: what failed is tried at once.
    void tryNow();
    /// Tries again; nothing while that goes on.
    void deleteUploads();
    /// Nobody looks at it any more: it goes when the end is written down, or never will be.
    void letGo();

    const QString &consultationId() const { return m_id; }
    const QDateTime &enteredAt() const { return m_enteredAt; }
    State state() const { return m_state; }
    /// Of what failed: whether it is still attempted.
    bool isTriedAgain() const { return m_isTriedAgain; }
    /// Nothing is on its way that would have to be followed by something else.
    bool waitsForAnotherTry() const { return m_again.isActive(); }
    Uploads uploads() const { return m_uploads; }
    /// 0: not known.
    int uploadsLeft() const { return m_uploadsLeft; }

signals:
    void changed();
    /// The end is written down, or could not be; said once more when a later try has brought it.
    void settled();

private:
    void write();
    void writeBegin();
    void writeEnd();
    void onFailure(const Error &error);
    void settle(State state);

    service::TeleconsultationService &m_service;
    QString m_id;
    QDateTime m_enteredAt;
    State m_state = State::Open;
    Uploads m_uploads = Uploads::Kept;
    int m_uploadsLeft = 0;
    std::function<double()> m_random;
    std::optional<qint64> m_begun; ///< Nothing: the service does not know of it yet.
    bool m_isAsking = false;
    bool m_isTriedAgain = false;
    bool m_isToldToWait = false; ///< The service has said when m_again may ask.
    bool m_isLetGo = false;
    int m_tries = 0;
    QTimer m_again;
};

} // namespace teleconsult::ui
