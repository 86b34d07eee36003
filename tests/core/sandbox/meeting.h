// What the tests of calls share: a doctor and a patient, and what their pages send and hear.
#pragma once

#include "tests/core/sandbox/sandbox_fixture.h"

#include <QJsonDocument>
#include <QTest>

#include <memory>

namespace teleconsult::sandbox::test {

inline QJsonObject said(const char *json)
{
    return QJsonDocument::fromJson(json).object();
}

inline QString textOf(const QJsonObject &message, const char *field)
{
    return message.value(QLatin1String(field)).toString();
}

inline const QString ended = QStringLiteral("ended");
inline const QString peerLeft = QStringLiteral("peer-left");
inline const QString peerJoined = QStringLiteral("peer-joined");

/// The base of a test: a sandbox for each of its functions, and a call in it once they meet().
class Meeting
{
protected:
    void openSandbox() { m_fixture = std::make_unique<Fixture>(); }
    void closeSandbox()
    {
        m_doctor.reset();
        m_patient.reset();
        m_fixture.reset();
    }

    void meet(const QJsonObject &more = {})
    {
        m_room = m_fixture->room(more);
        m_doctor = std::make_unique<Visitor>(*m_fixture, tokenOf(m_room, 0));
        m_patient = std::make_unique<Visitor>(*m_fixture, tokenOf(m_room, 1));
        QVERIFY(!m_doctor->join(QStringLiteral("Anna")).isEmpty());
        QVERIFY(!m_patient->join(QStringLiteral("Mario")).isEmpty());
        QVERIFY(!m_doctor->take(peerJoined).isEmpty());
    }

    QString roomPath() const { return QStringLiteral("/v2/rooms/") + m_room.value(QLatin1String("id")).toString(); }
    QString status() { return m_fixture->get(roomPath()).text("status"); }
    int durationUsed() { return m_fixture->get(roomPath()).json.value(QLatin1String("duration_used")).toInt(-1); }

    std::unique_ptr<Fixture> m_fixture;
    QJsonObject m_room;
    std::unique_ptr<Visitor> m_doctor;
    std::unique_ptr<Visitor> m_patient;
};

} // namespace teleconsult::sandbox::test
