// Fonts, read while Qt starts.
#pragma once

#include <thread>

namespace teleconsult::app {

/// Reads the system's font configuration on another thread, so that the first text finds it read: that takes as long as
/// Qt needs to come up, and would otherwise come after it (docs/decisions/0003-lazy-engine.md, `./dev bench startup`).
/// To be made before QApplication. fontconfig keeps what is read for the whole process and locks for itself; when it
/// cannot read, it says so to Qt again, which then does what it does without this.
class FontPreload
{
public:
    FontPreload();
    /// Waits until everything is read.
    ~FontPreload();

private:
    std::thread m_thread;
};

} // namespace teleconsult::app
