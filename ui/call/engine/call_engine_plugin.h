// The call engine as a plugin: profile, warm-up, views.
#pragma once

#include "core/files/folder_eraser.h"
#include "ui/call/engine/device_page.h"
#include "ui/call/engine/web_call_view.h"

#include <QList>
#include <QObject>
#include <QPointer>

#include <memory>

class QWebEngineProfile;

namespace teleconsult::ui {

/// Owns the one profile all calls share; the views' pages are gone before it, either with the views or, when the
/// application quits first, by this object's hand. Needs OpenGL contexts to be shared before the library is
/// loaded (Qt::AA_ShareOpenGLContexts, or app/graphics_driver.h).
///
/// forget() ends a profile and erases its folder. The engine's processes may still write for a moment after that, which
/// is why the next profile has another folder, and earlier ones are erased until they stay away.
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
    /// The storage directory of the first call stays that of the profile, until forget().
    bool warmUpStep(const QString &storageDir) override;
    QString version() const override;
    bool letGo() override;
    bool forget(const QString &storageDir) override;
    CallView *createView(const QString &storageDir, QWidget *parent) override;
    DevicePreview *createDevicePreview(const QString &storageDir, QWidget *parent) override;
    CodeCamera *createCodeCamera(const QString &storageDir, QWidget *parent) override;

private:
    enum class Warmth { Cold, HasProfile, HasSurface, Warm };

    void makeProfile(const QString &storageDir);
    void remember(DevicePage *page);
    void shutDown();

    Warmth m_warmth = Warmth::Cold;
    bool m_plainly = false;
    std::unique_ptr<files::FolderEraser> m_eraser; ///< Null: nothing was ever to be forgotten.
    int m_profiles = 0;                            ///< How many there were: none is put in the place of an erased one.
    std::unique_ptr<QWebEngineProfile> m_profile;
    CallSurface m_spare;
    QList<QPointer<WebCallView>> m_views;
    QList<QPointer<DevicePage>> m_devicePages;
};

} // namespace teleconsult::ui
