// A served clinic, and the bodies of the contract's requests.
#pragma once

#include "tests/core/api/served_clinic.h"

#include <QTest>

#include <memory>

namespace teleconsult::test {

namespace bodies {

inline QByteArray participant(const char *id, const char *group)
{
    return QByteArray(R"({"userExternalId":"%1","groups":["%2"],"fullName":"Name of %1","language":"it"})")
        .replace("%1", id)
        .replace("%2", group);
}

inline QByteArray people(int number, const QByteArrayList &data)
{
    return "\"participants\":{\"number\":" + QByteArray::number(number) + ",\"data\":[" + data.join(',') + "]}";
}

inline const QByteArray doctor = participant("user1", "doctor");
inline const QByteArray patient = participant("user2", "patient");

} // namespace bodies

/// New for every test.
class ApiTest : public QObject
{
    Q_OBJECT

protected:
    std::unique_ptr<ServedClinic> m_clinic;

    QByteArray date(int secondsFromNow) const
    {
        return m_clinic->clock.now().addSecs(secondsFromNow).toString(Qt::ISODateWithMs).toLatin1();
    }
    /// `start` and `end` in seconds from now.
    QByteArray body(const QByteArray &participants, int start = 3600, int end = 7200) const
    {
        return "{" + participants + ",\"start_date\":\"" + date(start) + "\",\"end_date\":\"" + date(end) + "\"}";
    }
    /// Its id; empty: it was refused.
    QString created(const QByteArray &json)
    {
        const ServedClinic::Reply reply = m_clinic->send("POST", QStringLiteral("/teleconsultation"), json);
        return reply.status == 201 ? reply.json()[QStringLiteral("roomId")].toString() : QString();
    }
    static QString pathOf(const QString &id, const QString &more = {})
    {
        return QStringLiteral("/teleconsultation/") + id + more;
    }

private slots:
    void init() { m_clinic = std::make_unique<ServedClinic>(); }
    void cleanup() { m_clinic.reset(); }
};

} // namespace teleconsult::test
