#include "ui/call/call_tally.h"

#include <utility>

namespace teleconsult::ui {

void CallTally::onStage(CallFlow::Stage stage)
{
    using Stage = CallFlow::Stage;
    const Stage before = std::exchange(m_stage, stage);
    if (stage == before)
        return;
    if (stage == Stage::InCall)
        ++(before == Stage::Mending ? m_mended : m_entered);
    else if (stage == Stage::Mending)
        ++m_lost;
    else if (stage == Stage::Failed)
        ++m_failed;
}

} // namespace teleconsult::ui
