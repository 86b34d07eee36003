// How many calls there were on a station, and how they went: for those who look after it.
#pragma once

#include "ui/call/call_flow.h"

namespace teleconsult::ui {

/// Counts since the program began. Knows no consultation and no person. A value that is told of each stage.
class CallTally
{
public:
    /// The call flow's stage has changed to this one.
    void onStage(CallFlow::Stage stage);

    CallFlow::Stage stage() const { return m_stage; }
    int entered() const { return m_entered; } ///< Calls; the same one again after it was left counts again.
    int lost() const { return m_lost; }       ///< Times that a page was lost in a call.
    int mended() const { return m_mended; }   ///< Of these, those after which the call went on.
    int failed() const
    {
        return m_failed;
    } ///< Times that somebody wanted to enter, or was in a call, and a page had
      ///< to say that it does not work.

private:
    CallFlow::Stage m_stage = CallFlow::Stage::Idle;
    int m_entered = 0;
    int m_lost = 0;
    int m_mended = 0;
    int m_failed = 0;
};

} // namespace teleconsult::ui
