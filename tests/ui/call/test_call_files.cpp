// What is said of the files that come from a call, with an engine that does as it is told.
#include "tests/ui/call/call_scene.h"
#include "ui/widgets/banner.h"

#include <QDir>
#include <QFileDialog>
#include <QLineEdit>
#include <QScopeGuard>

using namespace teleconsult;
using namespace teleconsult::ui;
using namespace teleconsult::test;

class TestCallFiles : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void init() { m_at = std::make_unique<CallScene>(); }
    void cleanup() { m_at.reset(); }
    void filesAreTold();
    void aFileThatIsStillArrivingOutlivesTheCall();
    void whatEndsUnseenIsTold_data();
    void whatEndsUnseenIsTold();
    void aFolderThatIsLockedIsNotOfferedToChange_data();
    void aFolderThatIsLockedIsNotOfferedToChange();
    void theFolderIsChangedInTheCall();

private:
    Banner *bannerCalled(const char *name) const { return m_at->window->findChild<Banner *>(QLatin1String(name)); }

    std::unique_ptr<CallScene> m_at;
};

void TestCallFiles::filesAreTold()
{
    QVERIFY(m_at->enter());
    PretendedDownload download;
    emit m_at->engine.m_view->downloadBegan(&download);
    const QPointer<Banner> banner = bannerCalled("downloadBanner");
    QVERIFY(banner && banner->isVisible());
    download.become(CallDownload::State::Running, 500000);
    QVERIFY2(banner->text().startsWith(QStringLiteral("Saving scan.pdf: 25 % of ")), qPrintable(banner->text()));
    QVERIFY(m_at->button("cancelDownload")->isVisible());
    QVERIFY(!m_at->button("openDownloadFolder")->isVisible());
    QTest::mouseClick(m_at->button("cancelDownload"), Qt::LeftButton);
    QCOMPARE(download.state(), CallDownload::State::Cancelled);
    QCOMPARE(banner->text(), QStringLiteral("scan.pdf was not saved."));
    download.become(CallDownload::State::Saved, 2000000);
    QCOMPARE(banner->text(), QStringLiteral("scan.pdf was saved in /files."));
    QVERIFY(m_at->button("openDownloadFolder")->isVisible());
    // By keyboard away, and back in the call.
    m_at->engine.m_view->setFocusPolicy(Qt::StrongFocus);
    auto *dismiss = banner->findChild<QPushButton *>(QStringLiteral("bannerDismiss"));
    dismiss->setFocus();
    QTest::keyClick(dismiss, Qt::Key_Space);
    QVERIFY(m_at->engine.m_view->hasFocus());
    QTRY_VERIFY(!banner);

    emit m_at->engine.m_view->downloadRefused();
    QVERIFY(bannerCalled("callBanner")->isVisible());
    emit m_at->engine.m_view->ended();
    m_at->flow().retry();
    QVERIFY(!bannerCalled("callBanner")->isVisible()); // The next call begins without it.
}

void TestCallFiles::aFileThatIsStillArrivingOutlivesTheCall()
{
    QVERIFY(m_at->enter());
    PretendedDownload arriving;
    emit m_at->engine.m_view->downloadBegan(&arriving);
    arriving.become(CallDownload::State::Running, 1600000);
    const QPointer<Banner> banner = bannerCalled("downloadBanner");
    emit m_at->engine.m_view->ended(); // The patient hangs up.
    QVERIFY(!m_at->text("afterCallHeadline").isEmpty());
    QVERIFY(banner && banner->isVisible());
    QCOMPARE(arriving.state(), CallDownload::State::Running);
    arriving.become(CallDownload::State::Saved, 2000000);
    QCOMPARE(banner->text(), QStringLiteral("scan.pdf was saved in /files."));
    QVERIFY(banner->isVisible());
    m_at->flow().leave();
    QTRY_VERIFY(!banner);
}

void TestCallFiles::whatEndsUnseenIsTold_data()
{
    QTest::addColumn<CallDownload::State>("end");
    QTest::addColumn<QString>("words");
    QTest::newRow("saved") << CallDownload::State::Saved << QStringLiteral("was saved in");
    QTest::newRow("failed") << CallDownload::State::Failed << QStringLiteral("did not arrive in full");
}

/// On the agenda at once, and with the next call as long as it has not been seen there.
void TestCallFiles::whatEndsUnseenIsTold()
{
    QFETCH(CallDownload::State, end);
    QFETCH(QString, words);
    QVERIFY(m_at->enter());
    PretendedDownload arriving;
    emit m_at->engine.m_view->downloadBegan(&arriving);
    const QPointer<Banner> banner = bannerCalled("downloadBanner");
    emit m_at->engine.m_view->ended();
    QVERIFY(m_at->seesProgress(Progress::Held));
    m_at->flow().leave();
    QVERIFY(!bannerCalled("notice"));
    arriving.become(end);
    QVERIFY(bannerCalled("notice") && bannerCalled("notice")->isVisible());
    QVERIFY2(bannerCalled("notice")->text().contains(words), qPrintable(bannerCalled("notice")->text()));

    QVERIFY(m_at->enter());
    QVERIFY(banner && banner->isVisible());
    QVERIFY2(banner->text().contains(words), qPrintable(banner->text()));
    emit m_at->engine.m_view->ended();
    QVERIFY(m_at->seesProgress(Progress::Held));
    m_at->flow().leave();
    QVERIFY(m_at->enter());
    QTRY_VERIFY(!banner); // Now it has been.
}

void TestCallFiles::aFolderThatIsLockedIsNotOfferedToChange_data()
{
    QTest::addColumn<bool>("isLocked");
    QTest::newRow("free") << false;
    QTest::newRow("locked") << true;
}

void TestCallFiles::aFolderThatIsLockedIsNotOfferedToChange()
{
    QFETCH(bool, isLocked);
    qputenv("TELECONSULT_DOWNLOAD_FOLDER", isLocked ? "/files" : "");
    const auto freeAgain = qScopeGuard([] { qunsetenv("TELECONSULT_DOWNLOAD_FOLDER"); });
    m_at.reset(); // There is one theme at a time.
    m_at = std::make_unique<CallScene>();
    QVERIFY(m_at->enter());
    PretendedDownload download;
    emit m_at->engine.m_view->downloadBegan(&download);
    download.become(CallDownload::State::Saved, 2000000);
    QVERIFY(m_at->button("openDownloadFolder")->isVisible());
    QCOMPARE(m_at->button("changeDownloadFolder")->isVisible(), !isLocked);
}

void TestCallFiles::theFolderIsChangedInTheCall()
{
    QVERIFY(m_at->enter());
    PretendedDownload download;
    emit m_at->engine.m_view->downloadBegan(&download);
    download.become(CallDownload::State::Saved, 2000000);
    const QString before = m_at->engine.m_view->m_target.downloadFolder;
    const QString chosen = m_at->practice.folder() + QStringLiteral("/from calls");
    QVERIFY(QDir().mkpath(chosen));
    const auto choose = [&] {
        QTest::mouseClick(m_at->button("changeDownloadFolder"), Qt::LeftButton);
        return m_at->window->findChild<QFileDialog *>(QStringLiteral("downloadFolderDialog"));
    };
    // Who thinks better of it changes nothing.
    QPointer<QFileDialog> dialog = choose();
    QVERIFY(dialog);
    dialog->reject();
    QTRY_VERIFY(!dialog);
    QCOMPARE(m_at->engine.m_view->m_target.downloadFolder, before);
    dialog = choose();
    QVERIFY(dialog);
    dialog->findChild<QLineEdit *>(QStringLiteral("fileNameEdit"))->setText(chosen);
    QVERIFY(QMetaObject::invokeMethod(dialog, "accept"));
    QTRY_VERIFY(!dialog);
    QCOMPARE(m_at->engine.m_view->m_target.downloadFolder, chosen); // the very next file
    QCOMPARE(m_at->practice.settings().downloadFolder(), chosen);   // and those of other calls
}

QTEST_MAIN(TestCallFiles)
#include "test_call_files.moc"
