// What the backend writes down about one call.
#pragma once

#include "core/service/teleconsultation_service.h"

#include <QObject>

#include <optional>

namespace teleconsult::ui {

/// Tells the service that a call has begun, as soon as it is made, and that it is over; afterwards sees that the files
/// which were shared are gone, where the policy says so. A call may be over before the service has said that it has
/// begun. What fails here is finished by recover() at the next start. Does not own the service, which must outlive it.
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
        Failed,  ///< It is not, for now.
    };
    Q_ENUM(State)

    enum class Uploads {
        Kept, ///< The policy says so, or the call goes on.
        Deleting,
        Deleted,
        SomeLeft, ///< uploadsLeft(), or it is not known how many.
    };
    Q_ENUM(Uploads)

    CallRecord(service::TeleconsultationService &service, QString consultationId, QDateTime enteredAt, QObject *parent);

    /// The call is over. Once.
    void end();
    /// Tries again; nothing while that goes on.
    void deleteUploads();
    /// Nobody looks at it any more: it goes when the end is written down.
    void letGo();

    const QString &consultationId() const { return m_id; }
    const QDateTime &enteredAt() const { return m_enteredAt; }
    State state() const { return m_state; }
    Uploads uploads() const { return m_uploads; }
    /// 0: not known.
    int uploadsLeft() const { return m_uploadsLeft; }

signals:
    void changed();
    /// The end is written down, or could not be. Once.
    void settled();

private:
    void writeEnd();
    void settle(State state);

    service::TeleconsultationService &m_service;
    QString m_id;
    QDateTime m_enteredAt;
    State m_state = State::Open;
    Uploads m_uploads = Uploads::Kept;
    int m_uploadsLeft = 0;
    std::optional<Result<qint64>> m_begun; ///< Nothing: not answered yet.
    bool m_isLetGo = false;
};

} // namespace teleconsult::ui
