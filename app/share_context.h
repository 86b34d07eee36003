// What the call engine needs of OpenGL, made when it is needed.
#pragma once

namespace teleconsult::app {

/// Makes the OpenGL context that Qt WebEngine shares with every window, unless there is one. To be called on the GUI
/// thread before the engine's library is loaded. It is deleted with the application object.
///
/// The documented way is Qt::AA_ShareOpenGLContexts, which makes it inside QApplication's constructor. That loads the
/// graphics driver before the first window: more than half of the start-up (docs/decisions/0003-lazy-engine.md).
void ensureShareContext();

} // namespace teleconsult::app
