// Whether a call is recorded, in words.
#pragma once

#include <QCoreApplication>

namespace teleconsult::ui {

/// `recording` is Kaleyra's word or the setting's: none, manual or automatic (seed 004). Ask again after a change of
/// language.
class RecordingText
{
    Q_DECLARE_TR_FUNCTIONS(teleconsult::ui::RecordingText)
public:
    /// For who is not in the call yet; empty: nothing is recorded.
    static QString before(const QString &recording)
    {
        if (recording == QLatin1String("automatic"))
            return tr("This call will be recorded, picture and sound, from its beginning.");
        if (recording == QLatin1String("manual"))
            return tr("This call may be recorded: somebody who takes part can start that.");
        return {};
    }
    /// For who is in it; empty: nothing is recorded.
    static QString during(const QString &recording)
    {
        if (recording == QLatin1String("automatic"))
            return tr("This call is recorded, picture and sound.");
        return before(recording);
    }
};

} // namespace teleconsult::ui
