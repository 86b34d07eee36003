// How a patient is known at a kiosk: codes, typed or held before the camera.
#include "tests/ui/kiosk/kiosk_scene.h"
#include "ui/kiosk/code_page.h"
#include "ui/kiosk/scan_panel.h"

using namespace teleconsult;
using test::KioskScene;
using test::waitUntil;
using Page = ui::KioskWindow::Page;

class TestKioskCode : public QObject
{
    Q_OBJECT

    std::unique_ptr<KioskScene> m_scene;

    const QByteArray phoneLink{"https://clinic.bandyer.example/direct-rest-call-handler/8a7f-93be?lang=it"};

    /// The code page, with a camera that works.
    bool openCamera()
    {
        if (!m_scene->click("kioskStartCodeButton") ||
            !waitUntil([this] { return !m_scene->engine.m_camera.isNull(); }))
            return false;
        emit m_scene->engine.m_camera->stateChanged(ui::DevicePreview::State::Working);
        return m_scene->engine.m_camera->isVisible();
    }

private slots:
    void init() { m_scene = std::make_unique<KioskScene>(); }
    void cleanup() { m_scene.reset(); }

    void wrongCodesBecomeSlow()
    {
        auto *page = m_scene->window->findChild<ui::CodePage *>();
        QVERIFY(m_scene->click("kioskStartCodeButton"));
        for (int i = 0; i < appointmentTries.free; ++i) {
            QVERIFY(page->problem().isEmpty() || i > 0);
            for (int key = 0; key < appointmentCodeLength; ++key)
                QVERIFY(m_scene->click("kioskKeyZ"));
            QVERIFY(waitUntil([&] { return !page->problem().isEmpty() && page->entered().isEmpty(); }));
        }
        QVERIFY(!m_scene->find("kioskKeyZ")->isEnabled());
        QVERIFY(page->problem().contains(QStringLiteral("10")));
        m_scene->practice.clock().advance(std::chrono::seconds(11));
        // The right one is not held back for longer than it says.
        for (const QChar character : m_scene->code())
            QVERIFY(m_scene->click(qPrintable(QStringLiteral("kioskKey%1").arg(character))));
        QVERIFY(m_scene->reaches(Page::Greeting));
    }

    /// By an hour, as after a wrong time was mended: nobody is to wait for as long as that.
    void aClockThatIsSetBackDoesNotHoldCodesBack()
    {
        auto *page = m_scene->window->findChild<ui::CodePage *>();
        QVERIFY(m_scene->click("kioskStartCodeButton"));
        for (int i = 0; i < appointmentTries.free; ++i) {
            for (int key = 0; key < appointmentCodeLength; ++key)
                QVERIFY(m_scene->click("kioskKeyZ"));
            QVERIFY(waitUntil([&] { return !page->problem().isEmpty() && page->entered().isEmpty(); }));
        }
        m_scene->practice.clock().advance(-std::chrono::hours(1));
        QVERIFY(!m_scene->mayTryCodes()); // It has been seen with that, and the pause begins anew.
        QVERIFY(m_scene->click("kioskStartCodeButton"));
        QVERIFY(page->problem().contains(QStringLiteral("10")));
        m_scene->practice.clock().advance(std::chrono::seconds(4));
        QVERIFY(waitUntil([&] { return page->problem().contains(QStringLiteral("6")); }));
        m_scene->practice.clock().advance(std::chrono::seconds(6));
        QVERIFY(waitUntil([&] { return m_scene->find("kioskKeyZ")->isEnabled(); }));
    }

    /// Keys that do nothing while a service is slow would look broken.
    void whileACodeIsLookedUpItSaysSo()
    {
        const auto *page = m_scene->window->findChild<ui::CodePage *>();
        m_scene->practice.records().holdLists();
        QVERIFY(m_scene->enterCode(m_scene->code()));
        QVERIFY(waitUntil([&] { return page->sentence().contains(QStringLiteral("looked for")); }));
        m_scene->window->clearSession();
        QVERIFY(!page->sentence().contains(QStringLiteral("looked for")));
        m_scene->practice.records().releaseLists();
    }

    /// A scanner in the shape of a keyboard does the same.
    void aCodeIsTypedOnAKeyboard()
    {
        QVERIFY(m_scene->click("kioskStartCodeButton"));
        QTest::keyClicks(m_scene->window->findChild<ui::CodePage *>(), m_scene->code().toLower());
        QVERIFY(m_scene->reaches(Page::Greeting));
    }

    /// Most end what they type with Enter, which may arrive when the code has been found: it is no answer.
    void aScannersEnterDoesNotSayWhoIsThere()
    {
        QVERIFY(m_scene->click("kioskStartCodeButton"));
        QTest::keyClicks(m_scene->window->findChild<ui::CodePage *>(), m_scene->code());
        QVERIFY(m_scene->reaches(Page::Greeting));
        QPushButton *yes = m_scene->find("kioskGreetingYesButton");
        QVERIFY(waitUntil([&] { return yes->hasFocus(); }));
        QTest::keyClick(m_scene->window->windowHandle(), Qt::Key_Return);
        QCOMPARE(m_scene->window->page(), Page::Greeting);
        QTest::keyClick(m_scene->window->windowHandle(), Qt::Key_Space); // Somebody at a keyboard.
        QVERIFY(m_scene->reaches(Page::Visit));
    }

    /// The slip holds a code for telephones too.
    void aSlipIsHeldBeforeTheCamera()
    {
        QVERIFY(openCamera());
        emit m_scene->engine.m_camera->seen({phoneLink, m_scene->code().toLatin1()});
        QVERIFY(m_scene->reaches(Page::Greeting));
        QVERIFY(m_scene->words().contains(QStringLiteral("Luca")));
        QVERIFY(waitUntil([this] { return m_scene->engine.m_camera.isNull(); }));
    }

    void whatIsNoCodeLeadsNowhere()
    {
        QVERIFY(openCamera());
        const auto *page = m_scene->window->findChild<ui::CodePage *>();
        for (const QList<QByteArray> &contents :
             {QList<QByteArray>{phoneLink}, QList<QByteArray>{"javascript:alert(1)"},
              QList<QByteArray>{QByteArray(2953, 'A')}, QList<QByteArray>{"0123ABCD", m_scene->code().toLatin1()}})
        {
            const QString before = m_scene->words();
            for (int picture = 0; picture < 50; ++picture)
                emit m_scene->engine.m_camera->seen(contents);
            QVERIFY(page->entered().isEmpty() && page->problem().isEmpty());
            QVERIFY(!m_scene->words().contains(QStringLiteral("bandyer")));
            const bool isSeveral = contents.size() > 1;
            QVERIFY(m_scene->words().contains(isSeveral ? QStringLiteral("only one slip")
                                                        : QStringLiteral("not a code for the kiosk")));
        }
        for (int picture = 0; picture < 50; ++picture)
            emit m_scene->engine.m_camera->seen({});
        QVERIFY(!m_scene->words().contains(QStringLiteral("only one slip"))); // It was taken away.
        QCOMPARE(m_scene->window->page(), Page::Code);
        emit m_scene->engine.m_camera->seen({m_scene->code().toLatin1()});
        QVERIFY(m_scene->reaches(Page::Greeting)); // None of it was counted as a try.
    }

    /// A code that lies before the camera is tried once, and counts as one that was typed.
    void aWrongCodeBeforeTheCameraIsOneTry()
    {
        QVERIFY(openCamera());
        const auto *page = m_scene->window->findChild<ui::CodePage *>();
        for (int i = 0; i < appointmentTries.free; ++i) {
            if (i > 0)
                QVERIFY(m_scene->click("kioskScanAgainButton"));
            QVERIFY(waitUntil([this] { return !m_scene->engine.m_camera.isNull(); }));
            const QPointer<test::PretendedCamera> camera = m_scene->engine.m_camera;
            for (int picture = 0; picture < 10; ++picture)
                emit camera->seen({"ZZZZZZZZ"});
            QVERIFY(waitUntil([&] { return camera.isNull() && !page->problem().isEmpty(); }));
            QCOMPARE(m_scene->find("kioskKeyZ")->isEnabled(), i + 1 < appointmentTries.free);
        }
        QVERIFY(page->problem().contains(QStringLiteral("10")));
        QVERIFY(!m_scene->find("kioskScanAgainButton")->isEnabled()); // Nor is it looked at, now.
        m_scene->practice.clock().advance(std::chrono::seconds(11));
        QVERIFY(m_scene->click("kioskScanAgainButton"));
        emit m_scene->engine.m_camera->seen({m_scene->code().toLatin1()});
        QVERIFY(m_scene->reaches(Page::Greeting));
    }

    void theCameraIsOffWhenThePageIsLeft_data()
    {
        QTest::addColumn<QString>("how");
        QTest::newRow("back") << QStringLiteral("back");
        QTest::newRow("a code was typed") << QStringLiteral("typed");
        QTest::newRow("the session ends") << QStringLiteral("ends");
        QTest::newRow("leaving") << QStringLiteral("leaving");
    }

    void theCameraIsOffWhenThePageIsLeft()
    {
        QFETCH(QString, how);
        QVERIFY(openCamera());
        if (how == QLatin1String("back"))
            QVERIFY(m_scene->click("kioskCodeBackButton"));
        else if (how == QLatin1String("typed"))
            QTest::keyClicks(m_scene->window->findChild<ui::CodePage *>(), m_scene->code());
        else if (how == QLatin1String("ends"))
            m_scene->window->clearSession();
        else
            m_scene->window->close(); // asks for the PIN
        QVERIFY(waitUntil([this] { return m_scene->engine.m_camera.isNull(); }));
        QVERIFY(waitUntil([this] { return m_scene->window->page() != Page::Code; }));
        QVERIFY(!m_scene->window->findChild<ui::ScanPanel *>()->isOn());
    }

    void withoutACameraTheCodeIsTyped_data()
    {
        using State = ui::DevicePreview::State;
        QTest::addColumn<State>("state");
        QTest::addColumn<QString>("words");
        QTest::newRow("none") << State::Missing << QStringLiteral("There is no camera");
        QTest::newRow("refused") << State::Refused << QStringLiteral("may not be used");
        QTest::newRow("in use") << State::InUse << QStringLiteral("in use");
        QTest::newRow("the engine has ended") << State::Failed << QStringLiteral("cannot be used just now");
    }

    void withoutACameraTheCodeIsTyped()
    {
        QFETCH(ui::DevicePreview::State, state);
        QFETCH(QString, words);
        QVERIFY(openCamera());
        emit m_scene->engine.m_camera->stateChanged(state);
        QVERIFY2(m_scene->words().contains(words), qPrintable(m_scene->words()));
        const QPointer<test::PretendedCamera> first = m_scene->engine.m_camera;
        QVERIFY(m_scene->click("kioskScanAgainButton"));
        QVERIFY(waitUntil([&] { return first.isNull() && !m_scene->engine.m_camera.isNull(); }));
        emit m_scene->engine.m_camera->stateChanged(state);
        QTest::keyClicks(m_scene->window->findChild<ui::CodePage *>(), m_scene->code());
        QVERIFY(m_scene->reaches(Page::Greeting));
    }

    /// Where calls are made without it, it is not asked for here either.
    void aKioskWithoutCamera()
    {
        m_scene->practice.settings().setDevices({.camera = {}, .microphone = {}, .speaker = {}, .withoutCamera = true});
        QVERIFY(m_scene->enterCode(m_scene->code()) && m_scene->reaches(Page::Greeting));
        QVERIFY(!m_scene->words().contains(QStringLiteral("camera")));
        QCOMPARE(m_scene->engineAsked, 0);
    }

    void aCodeIsForOnePerson()
    {
        QVERIFY(m_scene->enterCode(m_scene->code(QStringLiteral("u-bianchi"))));
        QVERIFY(m_scene->reaches(Page::Greeting));
        QVERIFY(m_scene->words().contains(QStringLiteral("Anna")));
        QVERIFY(!m_scene->words().contains(QStringLiteral("Luca")));
    }

    void withoutAKeyItSaysWhomToAsk()
    {
        QVERIFY(m_scene->practice.settings().unset(config::keys::appointmentKeyFile));
        QVERIFY(m_scene->enterCode(QStringLiteral("7K3M9QXD")));
        auto *page = m_scene->window->findChild<ui::CodePage *>();
        QVERIFY(waitUntil([&] { return !page->problem().isEmpty(); }));
        QCOMPARE(m_scene->window->page(), Page::Code);
    }
};

QTEST_MAIN(TestKioskCode)
#include "test_kiosk_code.moc"
