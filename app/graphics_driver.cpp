#include "app/graphics_driver.h"

#include <QOffscreenSurface>
#include <QOpenGLContext>
#include <QOpenGLFunctions>

#include <algorithm>

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

/// Of whatever draws for this context; empty: nothing does.
QByteArray rendererOf(QOpenGLContext &context)
{
    QOffscreenSurface surface;
    surface.setFormat(context.format());
    surface.create();
    if (!context.isValid() || !context.makeCurrent(&surface))
        return {};
    const QByteArray name(reinterpret_cast<const char *>(context.functions()->glGetString(GL_RENDERER)));
    context.doneCurrent();
    return name.toLower();
}

bool isCard(const QByteArray &renderer)
{
    // By the names that Mesa's and Chromium's own give themselves.
    const auto programs = {"llvmpipe", "softpipe", "software rasterizer", "swiftshader"};
    return !renderer.isEmpty() && std::none_of(programs.begin(), programs.end(),
                                               [&](const char *program) { return renderer.contains(program); });
}

} // namespace

bool loadGraphicsDriver()
{
    static bool hasCard = false;
    if (qt_gl_global_share_context())
        return hasCard;
    auto *context = new QOpenGLContext;
    context->create();
    hasCard = isCard(rendererOf(*context));
    qt_gl_set_global_share_context(context);
    qAddPostRoutine(deleteShareContext);
    return hasCard;
}

} // namespace teleconsult::app
