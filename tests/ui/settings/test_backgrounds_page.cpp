// The gallery of the company's pictures, and adding one over a network that fails.
#include "tests/ui/support/company_scene.h"
#include "tests/ui/support/keyboard.h"
#include "ui/settings/background_editor.h"
#include "ui/settings/background_gallery.h"
#include "ui/settings/backgrounds_page.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/empty_state.h"

#include <QCheckBox>
#include <QClipboard>
#include <QDropEvent>
#include <QLabel>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>

using namespace teleconsult;
using namespace teleconsult::ui;
using namespace teleconsult::test;
using Fault = FaultProxy::Fault;

class TestBackgroundsPage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void init() { m_scene = std::make_unique<CompanyScene>(); }
    void cleanup()
    {
        m_page.reset();
        m_withoutKey.reset();
        m_scene.reset();
    }

    void showsThePicturesAndWhichOneIsUsed()
    {
        const QStringList aliases = m_scene->addPictures(3);
        open();
        QVERIFY(waitUntil([this] { return gallery()->count() == 3; }));
        // Newest first, and the default is said in words.
        QCOMPARE(gallery()->chosen(), aliases.last());
        QVERIFY(gallery()->item(0)->text().startsWith(QStringLiteral("Used in calls")));
        QVERIFY(gallery()->item(1)->text().startsWith(QStringLiteral("Picture 2")));
        QVERIFY(!button("backgroundDefaultButton")->isEnabled());
        QCOMPARE(label("backgroundCount")->text(),
                 QStringLiteral("3 of 10 places are taken. You can also drop a picture here, or paste it."));
    }

    void withoutPicturesItSaysSo()
    {
        open();
        QVERIFY(waitUntil([this] { return message()->headline() == QStringLiteral("No pictures yet"); }));
        QVERIFY(button("backgroundAddButton")->isEnabled());
    }

    void aGalleryThatDoesNotLoadIsTriedAgain()
    {
        m_scene->addPictures(1);
        m_scene->network().refuse();
        open();
        QVERIFY(
            waitUntil([this] { return message()->headline() == QStringLiteral("The pictures could not be loaded"); }));
        m_scene->network().accept();
        message()->actionButton()->click();
        QVERIFY(waitUntil([this] { return gallery()->count() == 1; }));
    }

    void addsAFileAndUsesIt()
    {
        openReady();
        m_page->add(
            m_scene->pictureFile(QStringLiteral("waiting-room.png"), CompanyScene::picture({1600, 900}, "png")));
        QVERIFY(waitUntil([this] { return button("pictureUploadButton")->isEnabled(); }));
        QCOMPARE(label("pictureHeadline")->text(), QStringLiteral("waiting-room.png · 1,600 × 900 pixels"));
        QVERIFY(label("pictureWords")->text().contains(QStringLiteral("enlarged to 2,275 × 1,280 pixels")));
        button("pictureUploadButton")->click();
        QVERIFY(waitUntil([this] { return gallery()->count() == 1; }));
        const kaleyra::Backgrounds there = m_scene->backgrounds();
        QCOMPARE(there.all.size(), 1);
        QCOMPARE(there.defaultAlias, there.all.first().alias);
        const Result<QByteArray> kept = await(m_scene->company().picture(there.all.first().url));
        QVERIFY(kept);
        QCOMPARE(QImage::fromData(*kept).size(), QSize(2275, 1280));
    }

    void whatIsNotWantedAsTheDefaultIsNone()
    {
        const QStringList before = m_scene->addPictures(1);
        openReady();
        m_page->add(goodFile());
        QVERIFY(waitUntil([this] { return button("pictureUploadButton")->isEnabled(); }));
        m_page->findChild<QCheckBox *>(QStringLiteral("pictureDefault"))->setChecked(false);
        button("pictureUploadButton")->click();
        QVERIFY(waitUntil([this] { return gallery()->count() == 2; }));
        QCOMPARE(m_scene->backgrounds().defaultAlias, before.first());
    }

    void takesWhatIsDropped()
    {
        openReady();
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(goodFile())});
        QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_page.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_page.get(), &drop);
        QVERIFY(waitUntil([this] { return button("pictureUploadButton")->isEnabled(); }));
        QVERIFY(label("pictureHeadline")->text().startsWith(QStringLiteral("good.jpg")));
    }

    void takesWhatIsPasted()
    {
        openReady();
        QGuiApplication::clipboard()->setImage(QImage::fromData(CompanyScene::picture({1400, 1400})));
        press(*m_page, Qt::Key_V, Qt::ControlModifier);
        QVERIFY(waitUntil([this] { return button("pictureUploadButton")->isEnabled(); }));
        QVERIFY(label("pictureHeadline")->text().startsWith(QStringLiteral("The pasted picture")));
    }

    void pastedWordsAreNoPicture()
    {
        openReady();
        QSignalSpy told(m_page.get(), &SettingsPage::told);
        QGuiApplication::clipboard()->setText(QStringLiteral("hello"));
        press(*m_page, Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(told.size(), 1);
        QVERIFY(!m_page->findChild<BackgroundEditor *>()->isVisible());
    }

    void aFileThatCannotBeUsedSaysWhy()
    {
        openReady();
        m_page->add(m_scene->pictureFile(QStringLiteral("letter.jpg"), "Dear colleague"));
        QVERIFY(waitUntil(
            [this] { return label("pictureHeadline")->text() == QStringLiteral("letter.jpg cannot be used"); }));
        QVERIFY(label("pictureWords")->text().contains(QStringLiteral("not a picture")));
        QVERIFY(!button("pictureUploadButton")->isVisible());
        button("pictureCancelButton")->click();
        QVERIFY(button("backgroundAddButton")->isVisible());
    }

    /// The connection breaks before the service has seen anything.
    void anUploadThatFailsIsTriedAgain()
    {
        openReady();
        m_page->add(goodFile());
        QVERIFY(waitUntil([this] { return button("pictureUploadButton")->isEnabled(); }));
        m_scene->network().setFaults({Fault::ResetBefore});
        button("pictureUploadButton")->click();
        QVERIFY(waitUntil([this] { return button("pictureUploadButton")->text() == QStringLiteral("Try again"); }));
        QVERIFY(!label("pictureWords")->text().isEmpty());
        button("pictureUploadButton")->click();
        QVERIFY(waitUntil([this] { return gallery()->count() == 1; }));
        QCOMPARE(m_scene->backgrounds().all.size(), 1);
    }

    /// The service has taken it, and the answer is lost: there are few places, so it is not sent again.
    void anUploadWhoseAnswerIsLostIsRecognised()
    {
        const QStringList before = m_scene->addPictures(1);
        openReady();
        m_page->add(goodFile());
        QVERIFY(waitUntil([this] { return button("pictureUploadButton")->isEnabled(); }));
        m_scene->network().setFaults({Fault::ResetAfter});
        button("pictureUploadButton")->click();
        QVERIFY(waitUntil([this] { return gallery()->count() == 2; }));
        const kaleyra::Backgrounds there = m_scene->backgrounds();
        QCOMPARE(there.all.size(), 2);
        QVERIFY(there.defaultAlias != before.first());
    }

    void whoLeavesWhileItIsLookedForIsLeftAlone()
    {
        const QString before = m_scene->backgrounds().defaultAlias;
        openReady();
        m_page->add(goodFile());
        QVERIFY(waitUntil([this] { return button("pictureUploadButton")->isEnabled(); }));
        m_scene->network().setDelay(std::chrono::milliseconds(300));
        m_scene->network().setFaults({Fault::ResetAfter, Fault::Delay});
        const int connections = m_scene->network().connections();
        button("pictureUploadButton")->click();
        QVERIFY(waitUntil([&] { return m_scene->network().connections() == connections + 2; })); // It is looked for.
        button("pictureCancelButton")->click();
        m_page->add(goodFile());
        QVERIFY(waitUntil([this] { return button("pictureUploadButton")->isEnabled(); }));
        QVERIFY(waitUntil([this] { return m_scene->company().isIdle(); }));
        QVERIFY(button("pictureUploadButton")->isVisible()); // The next one is still there.
        QCOMPARE(m_scene->backgrounds().all.size(), 1);
        QCOMPARE(m_scene->backgrounds().defaultAlias, before);
    }

    void anUploadIsStopped()
    {
        openReady();
        m_page->add(goodFile());
        QVERIFY(waitUntil([this] { return button("pictureUploadButton")->isEnabled(); }));
        m_scene->network().setFaults({Fault::Stall});
        button("pictureUploadButton")->click();
        const auto *progress = m_page->findChild<QProgressBar *>(QStringLiteral("pictureProgress"));
        QVERIFY(waitUntil([&] { return progress->value() == 100; }));
        QVERIFY(m_page->isBusy());
        QCOMPARE(button("pictureCancelButton")->text(), QStringLiteral("Stop the upload"));
        button("pictureCancelButton")->click();
        QVERIFY(!m_page->isBusy());
        // It had arrived all the same: the gallery, which is read again, says so.
        QVERIFY(waitUntil([this] { return gallery()->count() == 1 || message()->isVisible(); }));
        QVERIFY(button("backgroundAddButton")->isVisible());
    }

    void closingGivesAnUploadUp()
    {
        openReady();
        m_page->add(goodFile());
        QVERIFY(waitUntil([this] { return button("pictureUploadButton")->isEnabled(); }));
        m_scene->network().setFaults({Fault::Stall});
        button("pictureUploadButton")->click();
        QVERIFY(waitUntil([this] { return m_page->isBusy(); }));
        m_page.reset();
        QVERIFY(waitUntil([this] { return m_scene->company().isIdle(); }));
    }

    void anotherOneIsChosen()
    {
        const QStringList aliases = m_scene->addPictures(2);
        openReady();
        gallery()->choose(aliases.first());
        button("backgroundDefaultButton")->click();
        QVERIFY(waitUntil([this] { return gallery()->item(1)->text().startsWith(QStringLiteral("Used in calls")); }));
        QCOMPARE(m_scene->backgrounds().defaultAlias, aliases.first());
    }

    void deletingAsksFirst()
    {
        m_scene->addPictures(2);
        openReady();
        button("backgroundDeleteButton")->click();
        m_page->findChild<QPushButton *>(QStringLiteral("confirmCancelButton"))->click();
        QCOMPARE(m_scene->backgrounds().all.size(), 2);
        QVERIFY(waitUntil([this] { return !m_page->findChild<QPushButton *>(QStringLiteral("confirmActionButton")); }));
        button("backgroundDeleteButton")->click();
        m_page->findChild<QPushButton *>(QStringLiteral("confirmActionButton"))->click();
        QVERIFY(waitUntil([this] { return gallery()->count() == 1; }));
        QVERIFY(m_scene->backgrounds().defaultAlias.isEmpty());
    }

    void elevenDoNotFit()
    {
        m_scene->addPictures(kaleyra::maximumBackgrounds);
        openReady();
        QVERIFY(!button("backgroundAddButton")->isEnabled());
        QCOMPARE(label("backgroundCount")->text(),
                 QStringLiteral("All 10 places are taken. Delete a picture to add another one."));
    }

    void aStationWithoutTheKeySaysWhatItCannot()
    {
        m_scene->addPictures(2);
        m_withoutKey = std::make_unique<CompanyWithoutKey>(m_scene->company());
        open(m_withoutKey.get());
        QVERIFY(waitUntil([this] { return gallery()->count() == 1; }));
        QVERIFY(m_page->findChild<Banner *>(QStringLiteral("backgroundLimits"))->isVisible());
        QVERIFY(!button("backgroundDeleteButton")->isVisible());
        m_page->add(goodFile());
        QVERIFY(waitUntil([this] { return button("pictureUploadButton")->isEnabled(); }));
        button("pictureUploadButton")->click();
        QVERIFY(
            waitUntil([this] { return m_scene->company().isIdle() && button("backgroundAddButton")->isVisible(); }));
        QCOMPARE(m_scene->backgrounds().all.size(), 3);
    }

    void theTestSaysWhatIsWrong()
    {
        m_scene->addPictures(1);
        openReady();
        QSignalSpy told(m_page.get(), &SettingsPage::told);
        m_page->test();
        QVERIFY(waitUntil([&] { return told.size() == 1; }));
        QCOMPARE(told.first().first().value<SettingsVerdict>().tone, Tone::Success);
        m_scene->network().refuse();
        m_page->test();
        QVERIFY(waitUntil([&] { return told.size() == 2; }));
        QCOMPARE(told.last().first().value<SettingsVerdict>().tone, Tone::Danger);
        QVERIFY(told.last().first().value<SettingsVerdict>().text().contains(QStringLiteral("cannot be reached")));
    }

private:
    void open(service::CompanyService *company = nullptr)
    {
        m_page = std::make_unique<BackgroundsPage>(company ? *company : m_scene->company());
        m_page->resize(640, 560);
        QVERIFY(showActive(*m_page));
    }
    void openReady()
    {
        open();
        QVERIFY(waitUntil([this] { return button("backgroundAddButton")->isEnabled() || gallery()->count() > 0; }));
    }
    QString goodFile() { return m_scene->pictureFile(QStringLiteral("good.jpg"), CompanyScene::picture({1920, 1280})); }
    BackgroundGallery *gallery() const { return m_page->findChild<BackgroundGallery *>(); }
    EmptyState *message() const { return m_page->findChild<EmptyState *>(QStringLiteral("backgroundMessage")); }
    QPushButton *button(const char *name) const { return m_page->findChild<QPushButton *>(QLatin1String(name)); }
    QLabel *label(const char *name) const { return m_page->findChild<QLabel *>(QLatin1String(name)); }

    std::unique_ptr<CompanyScene> m_scene;
    std::unique_ptr<CompanyWithoutKey> m_withoutKey;
    std::unique_ptr<BackgroundsPage> m_page;
};

QTEST_MAIN(TestBackgroundsPage)
#include "test_backgrounds_page.moc"
