#include "ui/widgets/private_opening.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QStandardPaths>
#include <QTemporaryFile>
#include <QTimer>

#include <chrono>

namespace teleconsult::ui {

namespace {

/// Enough for a browser that has to start on a slow computer.
constexpr std::chrono::minutes pageLife{2};

QByteArray pageFor(const QUrl &link)
{
    const QString address = link.toString(QUrl::FullyEncoded).toHtmlEscaped();
    return QStringLiteral("<!doctype html><meta charset=\"utf-8\"><title>Teleconsult</title>"
                          "<meta name=\"referrer\" content=\"no-referrer\">"
                          "<meta http-equiv=\"refresh\" content=\"0;url=%1\">")
        .arg(address)
        .toUtf8();
}

} // namespace

bool openPrivately(const QUrl &link)
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    // Made with mode 600.
    auto *page = new QTemporaryFile(folder + QStringLiteral("/teleconsult-XXXXXX.html"), QCoreApplication::instance());
    if (!page->open() || page->write(pageFor(link)) < 0 || !page->flush() ||
        !QDesktopServices::openUrl(QUrl::fromLocalFile(page->fileName())))
    {
        delete page;
        return false;
    }
    page->close();
    QTimer::singleShot(pageLife, page, &QObject::deleteLater);
    return true;
}

} // namespace teleconsult::ui
