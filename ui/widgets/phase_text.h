// How a consultation stands, in words.
#pragma once

#include "core/domain/teleconsultation.h"
#include "ui/widgets/status_pill.h"

#include <QCoreApplication>

namespace teleconsult::ui {

/// Words, tone and icon of a phase. Translated at the time of the call: ask again after a change of language.
class PhaseText
{
    Q_DECLARE_TR_FUNCTIONS(teleconsult::ui::PhaseText)
public:
    /// "Open now" (docs/design.md, States of a consultation)
    static QString words(Phase phase);
    static Tone tone(Phase phase);
    /// From resources/icons; each phase has its own shape.
    static QString iconName(Phase phase);
    static Pill pill(Phase phase) { return {words(phase), iconName(phase), tone(phase)}; }

    /// What a person may expect: "Opens at 10:15", "Waiting for 1 participant".
    static QString sentence(const Teleconsultation &consultation, const ConsultationPolicy &policy,
                            const QDateTime &now);
    /// "Opens at 10:15", "Opens tomorrow at 10:15", "Opens on Monday 12 May at 10:15".
    static QString opening(const QDateTime &opensAtUtc, const QDateTime &now);
};

} // namespace teleconsult::ui
