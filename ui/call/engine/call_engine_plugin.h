// The call engine as a plugin: profile, warm-up, views.
#pragma once

#include "ui/call/engine/web_call_view.h"
#include "ui/call/engine/web_device_preview.h"

#include <QList>
#include <QObject>
#include <QPointer>

#include <memory>

class QWebEngineProfile;

namespace teleconsult::ui {

/// Owns the one profile all calls share; the views' pages are gone before it, either with the views or, when the
/// application quits first, by this object's hand. Needs OpenGL contexts to be shared before the library is
/// loaded (Qt::AA_ShareOpenGLContexts, or app/share_context.h).
///
/// The profile is a named one on disk: in a nameless one Kaleyra's page fails with RE14 (reference §4.3). No address of
/// a call is kept there: there is no history, no icon database, and the HTTP cache stays in memory.
class CallEnginePlugin final : public QObject, public CallEngine
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID TELECONSULT_CALL_ENGINE_IID)
    Q_INTERFACES(teleconsult::ui::CallEngine)
public:
    CallEnginePlugin();
    ~CallEnginePlugin() override;

    void drawPlainly() override { m_plainly = true; }
    /// The storage directory of the first call stays that of the profile.
    QString version() const override;
    bool warmUpStep(const QString &storageDir) override;
    CallView *createView(const QString &storageDir, QWidget *parent) override;
    DevicePreview *createDevicePreview(const QString &storageDir, QWidget *parent) override;

private:
    enum class Warmth { Cold, HasProfile, HasSurface, Warm };

    void makeProfile(const QString &storageDir);
    void shutDown();

    Warmth m_warmth = Warmth::Cold;
    bool m_plainly = false;
    std::unique_ptr<QWebEngineProfile> m_profile;
    CallSurface m_spare;
    QList<QPointer<WebCallView>> m_views;
    QList<QPointer<WebDevicePreview>> m_previews;
};

} // namespace teleconsult::ui
