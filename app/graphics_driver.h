// The graphics driver, loaded when the call engine needs it.
#pragma once

namespace teleconsult::app {

/// Loads the driver and makes the OpenGL context that Qt WebEngine shares with every window, once. To be called on the
/// GUI thread before the engine's library is loaded. The context is deleted with the application object.
///
/// The documented way is Qt::AA_ShareOpenGLContexts, which makes it inside QApplication's constructor. That loads the
/// driver before the first window: more than half of the start-up (docs/decisions/0003-lazy-engine.md).
///
/// Answers whether a graphics card draws then. It does not where there is no OpenGL at all, or where the driver
/// computes every pixel on the processor, as Mesa's does without a card: there drawing without OpenGL costs less
/// (docs/decisions/0017-drawing-without-a-card.md).
bool loadGraphicsDriver();

} // namespace teleconsult::app
