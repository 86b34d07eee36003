// Waiting, in words.
#pragma once

#include "core/domain/teleconsultation.h"

#include <QCoreApplication>

#include <chrono>

namespace teleconsult::ui {

/// Why a consultation cannot be joined yet. Ask again after a change of language.
class WaitingText
{
    Q_DECLARE_TR_FUNCTIONS(teleconsult::ui::WaitingText)
public:
    /// "It is known when it opens", "Somebody is still to be named".
    static QString headline(const Teleconsultation &consultation, const ConsultationPolicy &policy,
                            const QDateTime &now);
    /// Who is known, how many are not, and when the room opens.
    static QString reason(const Teleconsultation &consultation, const ConsultationPolicy &policy, const QDateTime &now);
    /// "4:05", "1:04:05"; "2 d 4:00:00" from a day on. Rounded up: at "0:00" it is time. Never negative.
    static QString countdown(std::chrono::milliseconds left);
    /// The same for somebody who listens, in whole minutes: "in 5 minutes".
    static QString spokenCountdown(std::chrono::milliseconds left);
};

} // namespace teleconsult::ui
