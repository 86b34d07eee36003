#include "app/share_context.h"

#include <QCoreApplication>
#include <QOpenGLContext>

// Exported by Qt Gui under its public version tag for Qt's other modules, and declared in no public header; Qt
// WebEngine declares them like this (Qt 6.4 to 6.8).
Q_GUI_EXPORT QOpenGLContext *qt_gl_global_share_context();
Q_GUI_EXPORT void qt_gl_set_global_share_context(QOpenGLContext *context);

namespace teleconsult::app {

namespace {

void deleteShareContext()
{
    delete qt_gl_global_share_context();
    qt_gl_set_global_share_context(nullptr);
}

} // namespace

void ensureShareContext()
{
    if (qt_gl_global_share_context())
        return;
    auto *context = new QOpenGLContext;
    // Where there is no OpenGL at all this fails, and the engine draws in software.
    context->create();
    qt_gl_set_global_share_context(context);
    qAddPostRoutine(deleteShareContext);
}

} // namespace teleconsult::app
