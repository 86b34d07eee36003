#include "ui/call/engine/call_engine_plugin.h"

#include "core/files/private_folder.h"
#include "ui/call/engine/call_web_page.h"
#include "ui/call/engine/engine_compat.h"
#include "ui/call/engine/spelling.h"
#include "ui/call/engine/web_download.h"

#include <QCoreApplication>
#include <QDir>
#include <QLocale>
#include <QLoggingCategory>
#include <QWebEngineProfile>
#include <QWebEngineView>
#include <qtwebenginecoreglobal.h>

#include <utility>

namespace teleconsult::ui {

namespace {

Q_LOGGING_CATEGORY(lcEngine, "teleconsult.call.engine")

} // namespace

CallEnginePlugin::CallEnginePlugin()
{
    // The plugin's own instance is destroyed after QApplication, if at all: too late for the engine.
    connect(qApp, &QCoreApplication::aboutToQuit, this, &CallEnginePlugin::shutDown);
}

CallEnginePlugin::~CallEnginePlugin()
{
    shutDown();
}

QString CallEnginePlugin::version() const
{
    return QString::fromLatin1(qWebEngineChromiumVersion());
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
    m_previews.removeAll(QPointer<WebDevicePreview>());
    m_previews.append(preview);
    return preview;
}

void CallEnginePlugin::makeProfile(const QString &storageDir)
{
    compat::prepareCommandLine(m_plainly);
    const QString path = QDir(storageDir).filePath(QStringLiteral("call-profile"));
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
    for (const QPointer<WebDevicePreview> &preview : std::as_const(m_previews)) {
        if (preview)
            preview->shutDown();
    }
    m_previews.clear();
    m_spare = CallSurface();
    if (m_profile) // While it can still be told that they are not wanted any more.
        qDeleteAll(m_profile->findChildren<WebDownload *>(Qt::FindDirectChildrenOnly));
    m_profile.reset();
    m_warmth = Warmth::Cold;
}

} // namespace teleconsult::ui
