// Each screen in both languages: nothing is cut off, and with TELECONSULT_PICTURES=folder one can look at them.
#include "tests/ui/kiosk/kiosk_scene.h"
#include "ui/agenda/agenda_model.h"
#include "ui/agenda/agenda_page.h"
#include "ui/kiosk/kiosk_device_page.h"
#include "ui/kiosk/outage_page.h"

#include <QAbstractButton>
#include <QDir>
#include <QLocale>
#include <QTranslator>

using namespace teleconsult;
using test::KioskScene;
using test::waitUntil;
using Page = ui::KioskWindow::Page;

class TestKioskPictures : public QObject
{
    Q_OBJECT

    std::unique_ptr<KioskScene> m_scene;
    QString m_kind;
    QString m_cut; ///< What does not fit.

    /// A button is as wide as its words, a label as high as its lines, and everything inside the window.
    void take(const QString &name)
    {
        ui::KioskWindow &window = *m_scene->window;
        QVERIFY(waitUntil([&] { return window.isVisible(); }));
        QCoreApplication::processEvents();
        const QString folder = qEnvironmentVariable("TELECONSULT_PICTURES");
        if (!folder.isEmpty())
            window.grab().save(QDir(folder).filePath(QStringLiteral("kiosk-%1-%2.png").arg(name, m_kind)));
        if (window.page() == Page::Reception)
            return; // The agenda has tests of its own.
        for (const QWidget *widget : window.findChildren<QWidget *>()) {
            if (!widget->isVisible())
                continue;
            const auto *button = qobject_cast<const QAbstractButton *>(widget);
            const auto *label = qobject_cast<const QLabel *>(widget);
            const bool inWindow = window.rect().contains(QRect(widget->mapTo(&window, QPoint()), widget->size()));
            bool fits = true;
            if (button && !button->text().isEmpty())
                fits = inWindow && button->width() >= button->fontMetrics().horizontalAdvance(button->text());
            else if (label && label->wordWrap())
                fits = label->height() >= label->heightForWidth(label->width());
            if (!fits)
                m_cut += QStringLiteral("%1: %2\n").arg(name, widget->objectName());
        }
    }

private slots:
    void screens_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QSize>("screen");
        QTest::addColumn<bool>("contrast");
        for (const QString &language : {QStringLiteral("it"), QStringLiteral("en")}) {
            QTest::addRow("%s-1920", qPrintable(language)) << language << QSize(1920, 1080) << false;
            QTest::addRow("%s-contrast", qPrintable(language)) << language << QSize(1280, 800) << true;
            QTest::addRow("%s-upright", qPrintable(language)) << language << QSize(1080, 1920) << false;
            QTest::addRow("%s-4k", qPrintable(language)) << language << QSize(3840, 2160) << false;
        }
    }
    void screens()
    {
        QFETCH(QString, language);
        QFETCH(QSize, screen);
        QFETCH(bool, contrast);
        m_kind = QString::fromLatin1(QTest::currentDataTag());
        m_cut.clear();
        QTranslator words;
        QVERIFY(words.load(QStringLiteral(":/i18n/teleconsult_%1.qm").arg(language)));
        QLocale::setDefault(localeOf(*languageFromCode(language)));
        QCoreApplication::installTranslator(&words);
        m_scene = std::make_unique<KioskScene>(
            std::nullopt, std::chrono::seconds(15),
            config::SettingValues{{config::keys::kioskOpeningHours, QStringLiteral("Mo-Fr 07:30-19:00")},
                                  {config::keys::supportAddress, QStringLiteral("+39 02 1234567")}});
        m_scene->window->resize(screen);
        QVERIFY(waitUntil([&] { return m_scene->window->size() == screen; }));
        const auto begin = [&] {
            m_scene->window->clearSession();
            if (contrast)
                m_scene->click("kioskContrast");
        };
        begin();
        take(QStringLiteral("start"));
        for (const checks::Outage::What what : {checks::Outage::What::Network, checks::Outage::What::Clock}) {
            m_scene->outage = checks::Outage{what, std::chrono::minutes(7)};
            auto *advice = m_scene->window->findChild<ui::OutagePage *>();
            QVERIFY(waitUntil([&] { return advice->isVisible() && advice->outage().what == what; }));
            take(what == checks::Outage::What::Clock ? QStringLiteral("clock") : QStringLiteral("network"));
        }
        m_scene->outage.reset();
        QVERIFY(waitUntil([&] { return m_scene->find("kioskStartCodeButton")->isVisible(); }));
        QVERIFY(m_scene->click("kioskStartCodeButton"));
        QVERIFY(waitUntil([&] { return !m_scene->engine.m_camera.isNull(); }));
        emit m_scene->engine.m_camera->stateChanged(ui::DevicePreview::State::Missing);
        take(QStringLiteral("code-without-camera"));
        emit m_scene->engine.m_camera->stateChanged(ui::DevicePreview::State::Working);
        QTest::keyClicks(m_scene->find<QWidget>("kioskCodePage"), QStringLiteral("7K3M9"));
        take(QStringLiteral("code"));
        QTest::keyClicks(m_scene->find<QWidget>("kioskCodePage"), QStringLiteral("QXD"));
        QVERIFY(waitUntil([&] { return m_scene->find<QLabel>("kioskCodeProblem")->isVisible(); }));
        take(QStringLiteral("code-wrong"));
        begin();
        QVERIFY(m_scene->enterCode(m_scene->code()) && m_scene->reaches(Page::Greeting));
        take(QStringLiteral("greeting"));
        QVERIFY(m_scene->click("kioskGreetingYesButton"));
        QVERIFY(waitUntil([&] { return m_scene->find("kioskNoticeAgreeButton")->isVisible(); }));
        take(QStringLiteral("notice"));
        QVERIFY(m_scene->click("kioskNoticeAgreeButton"));
        QVERIFY(waitUntil([&] { return m_scene->find("kioskDeviceContinueButton")->isVisible(); }));
        emit m_scene->window->findChild<ui::DevicePreview *>()->stateChanged(ui::DevicePreview::State::Working,
                                                                             ui::DevicePreview::State::Missing);
        take(QStringLiteral("devices"));
        QVERIFY(m_scene->click("kioskDeviceContinueButton"));
        QVERIFY(waitUntil([&] { return m_scene->engine.m_view && m_scene->engine.m_view->m_target.link.isValid(); }));
        emit m_scene->engine.m_view->pageReady();
        take(QStringLiteral("call"));
        QVERIFY(m_scene->click("kioskLeaveButton"));
        take(QStringLiteral("thanks"));
        begin();
        QVERIFY(m_scene->click("kioskStartScheduleButton"));
        QVERIFY(waitUntil([&] { return m_scene->find<QWidget>("touchKeyboard")->isVisible(); }));
        take(QStringLiteral("pin"));
        m_scene->typePin(QStringLiteral("2468"));
        QVERIFY(m_scene->click("kioskPinOpenButton") && m_scene->reaches(Page::Reception));
        auto *agenda = m_scene->window->findChild<ui::AgendaPage *>();
        QVERIFY(waitUntil([&] { return agenda->model().rowOf(m_scene->id) >= 0; }));
        take(QStringLiteral("agenda"));
        agenda->schedule();
        take(QStringLiteral("form"));
        m_scene->window->clearSession();
        m_scene->practice.clock().advance(std::chrono::hours(12));
        QVERIFY(waitUntil([&] { return m_scene->find<QWidget>("kioskClosedPage")->isVisible(); }));
        take(QStringLiteral("closed"));
        m_scene.reset();
        QCoreApplication::removeTranslator(&words);
        QVERIFY2(m_cut.isEmpty(), qPrintable(m_cut));
    }

    /// A room that is not open yet, and the question whether somebody is there.
    void waiting()
    {
        m_kind = QStringLiteral("en");
        m_cut.clear();
        m_scene = std::make_unique<KioskScene>(std::chrono::milliseconds(100), std::chrono::seconds(15));
        m_scene->practice.clock().advance(std::chrono::minutes(-30));
        QVERIFY(m_scene->enterCode(m_scene->code()) && m_scene->reaches(Page::Greeting));
        QVERIFY(m_scene->click("kioskGreetingYesButton"));
        QVERIFY(m_scene->click("kioskNoticeAgreeButton") && m_scene->click("kioskDeviceContinueButton"));
        auto *headline = m_scene->find<QLabel>("kioskVisitHeadline");
        QVERIFY(waitUntil([&] { return headline->text().contains(QLatin1Char(':')); }));
        QVERIFY(!m_scene->words().contains(QStringLiteral("Bianchi")));
        take(QStringLiteral("waiting"));
        QVERIFY(waitUntil([&] { return m_scene->find<QWidget>("kioskIdlePage")->isVisible(); }));
        take(QStringLiteral("idle"));
        m_scene.reset();
        QVERIFY2(m_cut.isEmpty(), qPrintable(m_cut));
    }
};

QTEST_MAIN(TestKioskPictures)
#include "test_kiosk_pictures.moc"
