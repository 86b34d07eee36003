#include "ui/call/engine/engine_compat.h"

#include <QAbstractListModel>
#include <QGuiApplication>
#include <QQuickWindow>
#include <QWebEnginePage>
#include <QWebEngineProfile>
#include <QWebEngineSettings>

#if QT_VERSION >= QT_VERSION_CHECK(6, 7, 0)
#include <QWebEngineDesktopMediaRequest>
#endif
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
#include <QWebEnginePermission>
#endif

namespace teleconsult::ui::compat {

namespace {

#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
Capability capabilityOf(QWebEnginePermission::PermissionType type)
{
    using Type = QWebEnginePermission::PermissionType;
    switch (type) {
    case Type::MediaAudioCapture:
    case Type::MediaVideoCapture:
    case Type::MediaAudioVideoCapture:
        return Capability::CameraOrMicrophone;
    case Type::DesktopVideoCapture:
    case Type::DesktopAudioVideoCapture:
        return Capability::Screen;
    default:
        return Capability::Other;
    }
}
#else
Capability capabilityOf(QWebEnginePage::Feature feature)
{
    switch (feature) {
    case QWebEnginePage::MediaAudioCapture:
    case QWebEnginePage::MediaVideoCapture:
    case QWebEnginePage::MediaAudioVideoCapture:
        return Capability::CameraOrMicrophone;
    case QWebEnginePage::DesktopVideoCapture:
    case QWebEnginePage::DesktopAudioVideoCapture:
        return Capability::Screen;
    default:
        return Capability::Other;
    }
}
#endif

} // namespace

void watchPermissions(QWebEnginePage *page, std::function<void(PermissionRequest)> handler)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    QObject::connect(page, &QWebEnginePage::permissionRequested, page, [handler](QWebEnginePermission permission) {
        const auto answer = [permission](bool granted) { granted ? permission.grant() : permission.deny(); };
        handler({permission.origin(), capabilityOf(permission.permissionType()), answer});
    });
#else
    QObject::connect(page, &QWebEnginePage::featurePermissionRequested, page,
                     [page, handler](const QUrl &origin, QWebEnginePage::Feature feature) {
                         const auto answer = [page, origin, feature](bool granted) {
                             page->setFeaturePermission(origin, feature,
                                                        granted ? QWebEnginePage::PermissionGrantedByUser
                                                                : QWebEnginePage::PermissionDeniedByUser);
                         };
                         handler({origin, capabilityOf(feature), answer});
                     });
#endif
}

QList<ScreenShareSource> sourcesIn(const QAbstractItemModel &model)
{
    QList<ScreenShareSource> sources;
    for (int row = 0; row < model.rowCount(); ++row)
        sources.append(ScreenShareSource(model.index(row, 0)));
    return sources;
}

void watchScreenShare(QWebEnginePage *page, std::function<void(const ScreenShareRequest &)> handler)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 7, 0)
    QObject::connect(page, &QWebEnginePage::desktopMediaRequested, page,
                     [handler](const QWebEngineDesktopMediaRequest &request) {
                         handler({sourcesIn(*request.screensModel()), sourcesIn(*request.windowsModel()),
                                  [request](const QModelIndex &screen) { request.selectScreen(screen); },
                                  [request](const QModelIndex &window) { request.selectWindow(window); },
                                  [request] { request.cancel(); }});
                     });
#else
    Q_UNUSED(page);
    Q_UNUSED(handler);
#endif
}

bool hasScreenPicker()
{
    return QT_VERSION >= QT_VERSION_CHECK(6, 7, 0);
}

void hardenSettings(QWebEngineSettings *settings)
{
    // Qt 6.4: new there, and on by default.
    settings->setAttribute(QWebEngineSettings::NavigateOnDropEnabled, false);
}

void forgetPermissions(QWebEngineProfile *profile)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    profile->setPersistentPermissionsPolicy(QWebEngineProfile::PersistentPermissionsPolicy::AskEveryTime);
#else
    Q_UNUSED(profile);
#endif
}

void prepareEngine(bool plainly)
{
    if (plainly && QQuickWindow::sceneGraphBackend().isEmpty()) // For a second profile it is too late, and done.
        QQuickWindow::setGraphicsApi(QSGRendererInterface::Software);
    const char variable[] = "QTWEBENGINE_CHROMIUM_FLAGS";
    QByteArray flags = qgetenv(variable);
    if (plainly && !flags.contains("--disable-gpu"))
        flags += " --disable-gpu";
    // Qt < 6.6 on Wayland: screens are shared through PipeWire, which is on by default since Chromium 110 only.
    const bool needsPipeWire =
        QT_VERSION < QT_VERSION_CHECK(6, 6, 0) && QGuiApplication::platformName() == QLatin1String("wayland");
    if (needsPipeWire && !flags.contains("--enable-features"))
        flags += " --enable-features=WebRTCPipeWireCapturer";
    if (flags != qgetenv(variable))
        qputenv(variable, flags);
}

} // namespace teleconsult::ui::compat
