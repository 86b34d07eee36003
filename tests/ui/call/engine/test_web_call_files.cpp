// Files that come out of a call, with the real engine.
#include "tests/ui/call/engine/call_view_test.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace teleconsult::test;
using namespace teleconsult::ui;

class TestWebCallFiles : public CallViewTest
{
    Q_OBJECT
private slots:
    void filesAreSaved_data();
    void filesAreSaved();
    void filesGoToTheFolderThatWasChosenMeanwhile();
    void aFileThatDoesNotArriveLeavesNothing();
    void aFileThatIsArrivingOutlivesItsCall();
};

void TestWebCallFiles::filesAreSaved_data()
{
    QTest::addColumn<QString>("attributes");
    QTest::newRow("of the own host") << QStringLiteral("href='/file' download");
    // In a handler that stands in the markup, URL alone is the document's address.
    QTest::newRow("made by the page") << QStringLiteral("download='scan.pdf' href='#' onclick=\"this.href = "
                                                        "window.URL.createObjectURL(new Blob(['content']))\"");
    QTest::newRow("written in the address") << QStringLiteral("href='data:text/plain,content' download='scan.pdf'");
    QTest::newRow("of an allowed host") << QStringLiteral("href='%1/file'");
}

void TestWebCallFiles::filesAreSaved()
{
    QFETCH(QString, attributes);
    const QByteArray headers = "Content-Type: application/pdf\r\nContent-Disposition: attachment; "
                               "filename=\"scan.pdf\"\r\n";
    for (PageServer *server : {m_own.get(), m_other.get()})
        server->addAnswer(QStringLiteral("/file"), "200 OK", headers, "content");
    m_own->addPage(QStringLiteral("/call"), everywhere(attributes.replace(QStringLiteral("%1"), m_other->origin())));
    const QDir folder(m_storage + QStringLiteral("/files"));
    folder.mkpath(QStringLiteral("."));
    QFile there(folder.filePath(QStringLiteral("scan.pdf")));
    QVERIFY(there.open(QIODevice::WriteOnly));
    QPointer<CallDownload> download;
    connect(m_view, &CallView::downloadBegan, this, [&](CallDownload *began) { download = began; });
    QSignalSpy refused(m_view, &CallView::downloadRefused);
    m_view->open({.link = m_own->url(QStringLiteral("/call")),
                  .endCallRedirectUrl = {},
                  .allowedHosts = {QStringLiteral("127.0.0.1")},
                  .downloadFolder = folder.path()});
    click();
    QTRY_VERIFY_WITH_TIMEOUT(download || refused.count() > 0, patience);
    QCOMPARE(refused.count(), 0);
    QTRY_COMPARE_WITH_TIMEOUT(download->state(), CallDownload::State::Saved, patience);
    QCOMPARE(download->fileName(), QStringLiteral("scan (2).pdf"));
    QCOMPARE(download->folder(), folder.path());
    QFile saved(folder.filePath(download->fileName()));
    QVERIFY(saved.open(QIODevice::ReadOnly));
    QCOMPARE(saved.readAll(), QByteArray("content"));
    QVERIFY(!(saved.permissions() & (QFile::ReadGroup | QFile::ReadOther)));
    QCOMPARE(there.size(), 0);
}

void TestWebCallFiles::filesGoToTheFolderThatWasChosenMeanwhile()
{
    const QString path = QStringLiteral("/file");
    m_own->addEndless(path, "Content-Type: application/pdf\r\n"
                            "Content-Disposition: attachment; filename=scan.pdf\r\n");
    m_own->addPage(QStringLiteral("/call"), everywhere(QStringLiteral("href='/file'")));
    QList<QPointer<CallDownload>> downloads;
    connect(m_view, &CallView::downloadBegan, this, [&](CallDownload *began) { downloads << began; });
    const QString first = m_storage + QStringLiteral("/files");
    const QString second = m_storage + QStringLiteral("/others");
    m_view->open({.link = m_own->url(QStringLiteral("/call")),
                  .endCallRedirectUrl = {},
                  .allowedHosts = {},
                  .downloadFolder = first});
    click();
    QTRY_VERIFY_WITH_TIMEOUT(downloads.size() == 1 && downloads.first()->received() > 0, patience);
    m_view->setDownloadFolder(second);
    click();
    QTRY_VERIFY_WITH_TIMEOUT(downloads.size() == 2 && downloads.last()->received() > 0, patience);
    // What had begun goes where it went.
    QCOMPARE(downloads.first()->folder(), first);
    QCOMPARE(downloads.last()->folder(), second);
    QVERIFY(QFile::exists(first + QStringLiteral("/scan.pdf")));
    QVERIFY(QFile::exists(second + QStringLiteral("/scan.pdf")));
    for (const QPointer<CallDownload> &download : downloads)
        download->cancel();
}

void TestWebCallFiles::aFileThatDoesNotArriveLeavesNothing()
{
    m_own->addEndless(QStringLiteral("/file"), "Content-Type: application/pdf\r\n"
                                               "Content-Disposition: attachment; filename=scan.pdf\r\n");
    m_own->addPage(QStringLiteral("/call"), everywhere(QStringLiteral("href='/file'")));
    const QDir folder(m_storage + QStringLiteral("/files"));
    QPointer<CallDownload> download;
    connect(m_view, &CallView::downloadBegan, this, [&](CallDownload *began) { download = began; });
    for (const bool byHand : {true, false}) {
        m_view->open({.link = m_own->url(QStringLiteral("/call")),
                      .endCallRedirectUrl = {},
                      .allowedHosts = {},
                      .downloadFolder = folder.path()});
        const qsizetype drawn = m_own->reports().size();
        QTRY_VERIFY_WITH_TIMEOUT(m_own->reports().size() > drawn, patience);
        click();
        QTRY_VERIFY_WITH_TIMEOUT(download && download->received() > 0, patience);
        QCOMPARE(folder.entryList({QStringLiteral("scan.pdf")}, QDir::Files).size(), 1);
        if (byHand) {
            download->cancel();
            QCOMPARE(download->state(), CallDownload::State::Cancelled);
        } else {
            m_engine.reset(); // The program ends.
            QVERIFY(!download);
        }
        QTRY_VERIFY_WITH_TIMEOUT(folder.entryList(QDir::Files).isEmpty(), patience);
    }
}

void TestWebCallFiles::aFileThatIsArrivingOutlivesItsCall()
{
    const QString path = QStringLiteral("/file");
    m_own->addEndless(path, "Content-Type: application/pdf\r\n"
                            "Content-Disposition: attachment; filename=scan.pdf\r\n");
    m_own->addPage(QStringLiteral("/call"), everywhere(QStringLiteral("href='/file'")));
    const QDir folder(m_storage + QStringLiteral("/files"));
    QPointer<CallDownload> download;
    CallDownload::State state = CallDownload::State::Running;
    connect(m_view, &CallView::downloadBegan, this, [&](CallDownload *began) {
        download = began;
        connect(began, &CallDownload::changed, this, [&state, began] { state = began->state(); });
    });
    m_view->open({.link = m_own->url(QStringLiteral("/call")),
                  .endCallRedirectUrl = {},
                  .allowedHosts = {},
                  .downloadFolder = folder.path()});
    click();
    QTRY_VERIFY_WITH_TIMEOUT(download && download->received() > 0, patience);
    m_view->leave();
    delete m_view; // as after each call
    QVERIFY(download);
    QCOMPARE(state, CallDownload::State::Running);
    m_own->finish(path);
    QTRY_COMPARE_WITH_TIMEOUT(state, CallDownload::State::Saved, patience);
    QCOMPARE(QFileInfo(folder.filePath(QStringLiteral("scan.pdf"))).size(), 1000000);
    QTRY_VERIFY(!download);
}

int main(int argc, char **argv)
{
    return runCallViewTest(argc, argv, [] { return std::make_unique<TestWebCallFiles>(); });
}

#include "test_web_call_files.moc"
