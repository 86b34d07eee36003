#include "ui/call/engine/call_engine_plugin.h"

#include "core/files/private_folder.h"
#include "ui/call/engine/call_web_page.h"
#include "ui/call/engine/engine_compat.h"
#include "ui/call/engine/spelling.h"
#include "ui/call/engine/web_code_camera.h"
#include "ui/call/engine/web_device_preview.h"
#include "ui/call/engine/web_download.h"

#include <QCoreApplication>
#include <QDir>
#include <QLocale>
#include <QLoggingCategory>
#include <QWebEngineProfile>
#include <QWebEngineView>
#include <QtWebEngineCore/qtwebenginecoreglobal.h>

#include <algorithm>
#include <utility>

namespace teleconsult::ui {

namespace {

Q_LOGGING_CATEGORY(lcEngine, "teleconsult.call.engine")

const QString firstProfile = QStringLiteral("call-profile");

QString profileName(int number)
{
    return number == 0 ? firstProfile : QStringLiteral("%1-%2").arg(firstProfile).arg(number);
}

QStringList profilesIn(const QString &storageDir)
{
    const QDir folder(storageDir);
    QStringList profiles = folder.entryList({firstProfile + QLatin1Char('*')}, QDir::Dirs | QDir::Hidden);
    for (QString &profile : profiles)
        profile = folder.filePath(profile);
    return profiles;
}

} // namespace

CallEnginePlugin::CallEnginePlugin()
{
    // The plugin's own instance is destroyed after QApplication, if at all: too late for the engine.
    connect(qApp, &QCoreApplication::aboutToQuit, this, [this] {
        shutDown();
        m_eraser.reset();
    });
}

CallEnginePlugin::~CallEnginePlugin()
{
    shutDown();
}

bool CallEnginePlugin::warmUpStep(const QString &storageDir)
{
    switch (m_warmth) {
    case Warmth::Cold:
        makeProfile(storageDir);
        m_warmth = Warmth::HasProfile;
        return false;
    case Warmth::HasProfile:
        m_spare = CallSurface::make(m_profile.get());
        m_warmth = Warmth::HasSurface;
        return false;
    case Warmth::HasSurface:
        m_spare.page->load(QUrl(QStringLiteral("about:blank"))); // Starts the processes a page needs.
        m_warmth = Warmth::Warm;
        return true;
    case Warmth::Warm:
        break;
    }
    return true;
}

QString CallEnginePlugin::version() const
{
    return QStringLiteral("Chromium %1").arg(QLatin1String(qWebEngineChromiumVersion()));
}

bool CallEnginePlugin::letGo()
{
    const auto isThere = [](const auto &widget) { return !widget.isNull(); };
    const bool isSeen = std::any_of(m_views.cbegin(), m_views.cend(), isThere) ||
                        std::any_of(m_devicePages.cbegin(), m_devicePages.cend(), isThere);
    const bool isLoading = m_profile && m_profile->findChild<WebDownload *>(QString(), Qt::FindDirectChildrenOnly);
    if (isSeen || isLoading)
        return false;
    shutDown();
    return true;
}

CallView *CallEnginePlugin::createView(const QString &storageDir, QWidget *parent)
{
    if (m_warmth == Warmth::Cold)
        warmUpStep(storageDir);
    auto *view = new WebCallView(m_profile.get(), std::exchange(m_spare, CallSurface()), parent);
    m_warmth = Warmth::Warm;
    m_views.removeAll(QPointer<WebCallView>());
    m_views.append(view);
    return view;
}

DevicePreview *CallEnginePlugin::createDevicePreview(const QString &storageDir, QWidget *parent)
{
    if (m_warmth == Warmth::Cold)
        warmUpStep(storageDir);
    auto *preview = new WebDevicePreview(m_profile.get(), parent);
    remember(preview->page());
    return preview;
}

CodeCamera *CallEnginePlugin::createCodeCamera(const QString &storageDir, QWidget *parent)
{
    if (m_warmth == Warmth::Cold)
        warmUpStep(storageDir);
    auto *camera = new WebCodeCamera(m_profile.get(), parent);
    remember(camera->page());
    return camera;
}

void CallEnginePlugin::remember(DevicePage *page)
{
    m_devicePages.removeAll(QPointer<DevicePage>());
    m_devicePages.append(page);
}

bool CallEnginePlugin::forget(const QString &storageDir)
{
    shutDown();
    ++m_profiles; // What cannot be erased yet is opened by nobody.
    if (!m_eraser)
        m_eraser = std::make_unique<files::FolderEraser>();
    return m_eraser->erase(profilesIn(storageDir));
}

void CallEnginePlugin::makeProfile(const QString &storageDir)
{
    compat::prepareEngine(m_plainly);
    const QString path = QDir(storageDir).filePath(profileName(m_profiles));
    if (const Result<void> made = files::makePrivateFolder(path); !made)
        qCWarning(lcEngine).noquote() << "the call page can keep nothing:" << made.error().toLogLine();
    m_profile = std::make_unique<QWebEngineProfile>(QStringLiteral("teleconsult"));
    m_profile->setPersistentStoragePath(path);
    m_profile->setCachePath(path);
    m_profile->setHttpCacheType(QWebEngineProfile::MemoryHttpCache);
    const QStringList dictionaries = dictionariesIn(dictionaryFolder(), QLocale::system().name());
    m_profile->setSpellCheckLanguages(dictionaries);
    m_profile->setSpellCheckEnabled(!dictionaries.isEmpty());
    compat::forgetPermissions(m_profile.get());
}

void CallEnginePlugin::shutDown()
{
    for (const QPointer<WebCallView> &view : std::as_const(m_views)) {
        if (view)
            view->shutDown();
    }
    m_views.clear();
    for (const QPointer<DevicePage> &page : std::as_const(m_devicePages)) {
        if (page)
            page->shutDown();
    }
    m_devicePages.clear();
    m_spare = CallSurface();
    if (m_profile) // While it can still be told that they are not wanted any more.
        qDeleteAll(m_profile->findChildren<WebDownload *>(Qt::FindDirectChildrenOnly));
    m_profile.reset();
    m_warmth = Warmth::Cold;
}

} // namespace teleconsult::ui
