#include "core/service/appointments.h"

#include "core/config/setting_keys.h"

#include <QLoggingCategory>

namespace teleconsult::service {

namespace {

Q_LOGGING_CATEGORY(lcAppointments, "teleconsult.appointments")

Result<QByteArray> keyOf(const config::Settings &settings)
{
    const Result<std::optional<QByteArray>> key = settings.appointmentKey();
    if (!key)
        return failure(key.error());
    if (!*key) {
        Error error = makeError(Error::Kind::Storage, QStringLiteral("appointment_key_not_set"));
        error.field = config::keys::appointmentKeyFile;
        return failure(std::move(error));
    }
    return **key;
}

} // namespace

Result<QString> appointmentCodeFor(const config::Settings &settings, const Teleconsultation &consultation,
                                   const QString &kaleyraUserId)
{
    const Result<QByteArray> key = keyOf(settings);
    if (!key)
        return failure(key.error());
    return appointmentCode(*key, consultation, kaleyraUserId);
}

int Appointments::failures()
{
    // The clock was set back: pauses and forgetting would last until it is there again.
    if (m_lastFailure.isValid() && m_lastFailure > m_clock.now())
        m_lastFailure = m_clock.now();
    const bool isLongAgo =
        m_lastFailure.isValid() &&
        m_lastFailure.addSecs(std::chrono::seconds(appointmentTriesForgotten).count()) <= m_clock.now();
    return isLongAgo ? 0 : m_failures;
}

std::chrono::seconds Appointments::wait()
{
    const int wrong = failures();
    return appointmentTries.wait(wrong, m_lastFailure, m_clock.now());
}

Task<Appointment> Appointments::find(QString typed)
{
    const Operations::Scope operation(m_operations);
    const QString code = readAppointmentCode(typed);
    if (code.isEmpty())
        co_return invalid(QStringLiteral("appointment_malformed"), QStringLiteral("code"), QString());
    if (const std::chrono::seconds left = wait(); left.count() > 0) {
        Error error = makeError(Error::Kind::RateLimited, QStringLiteral("appointment_too_soon"));
        error.retryAfter = left;
        co_return failure(std::move(error));
    }
    const Result<QByteArray> key = keyOf(m_settings);
    if (!key)
        co_return failure(key.error());
    const QDateTime now = m_clock.now();
    Result<QList<Teleconsultation>> consultations = co_await around(now);
    if (!consultations)
        co_return failure(consultations.error());
    const std::optional<Appointment> found = findAppointment(*key, code, *consultations, now);
    if (found)
        co_return *found;
    m_failures = failures() + 1;
    m_lastFailure = now;
    qCWarning(lcAppointments) << "A code that is nobody's was entered; wrong tries in a row:" << m_failures;
    co_return invalid(QStringLiteral("appointment_unknown"), QStringLiteral("code"), QString());
}

/// All that may take codes now.
Task<QList<Teleconsultation>> Appointments::around(QDateTime now)
{
    records::Query query;
    query.from = now.addSecs(-std::chrono::seconds(appointmentGrace).count());
    query.until = now.addSecs(std::chrono::seconds(appointmentLead).count() + 1);
    QList<Teleconsultation> all;
    while (true) {
        query.offset = int(all.size());
        Result<QList<Teleconsultation>> page = co_await m_service.list(query);
        if (!page)
            co_return failure(page.error());
        all += *page;
        if (page->size() < query.limit)
            co_return all;
    }
}

} // namespace teleconsult::service
