// The page of the records: its test, and moving this computer's consultations by mouse and keyboard.
#include "core/checks/probes.h"
#include "core/config/setting_keys.h"
#include "core/records/crud_record_store.h"
#include "tests/core/service/move_scene.h"
#include "tests/ui/support/keyboard.h"
#include "ui/settings/records_page.h"
#include "ui/theme/theme.h"

#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>

using namespace teleconsult;
using namespace teleconsult::ui;
using namespace teleconsult::test;
namespace keys = config::keys;

class TestRecordsPage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void init()
    {
        m_theme = std::make_unique<Theme>();
        m_theme->setScheme(Theme::Scheme::Light);
        m_folder = std::make_unique<QTemporaryDir>();
        m_there = std::make_unique<MoveDestination>();
        m_clinic = std::make_unique<MoveClinic>(m_folder->filePath(QStringLiteral("records.sqlite")));
        m_here = std::make_unique<MovingProgram>(m_folder->filePath(QStringLiteral("records.sqlite")), *m_there);
        m_settings = std::make_unique<config::Settings>(m_folder->filePath(QStringLiteral("settings.ini")));
        m_page = std::make_unique<RecordsPage>(*m_settings, &m_here->mover, Trial{trying(), &good});
        QVERIFY(showActive(*m_page));
        QVERIFY(waitUntil([this] { return button("moveButton")->isVisible(); }));
    }
    void cleanup()
    {
        m_page.reset();
        m_here.reset();
        m_there.reset();
        m_settings.reset();
        m_theme.reset();
    }

    void saysWhatThereIsToMove()
    {
        const QString state = label("moveState")->text();
        QVERIFY2(state.contains(QStringLiteral("keeps 6 ")), qPrintable(state));
        QVERIFY2(state.contains(QStringLiteral("2 consultation")) && state.contains(QStringLiteral("sandbox")),
                 qPrintable(state));
        QCOMPARE(button("moveButton")->text(), QStringLiteral("Move this computer's consultations…"));
        QVERIFY(!button("moveCancelButton")->isVisible() && !bar()->isVisible() && !label("moveOutcome")->isVisible());
    }

    void movesByMouse()
    {
        enterTarget();
        QSignalSpy told(m_page.get(), &SettingsPage::told);
        QTest::mouseClick(button("moveButton"), Qt::LeftButton);
        QDialog *question = confirmation();
        QVERIFY(question);
        QStringList words;
        for (const QLabel *label : question->findChildren<QLabel *>())
            words << label->text();
        QVERIFY2(words.join(u' ').contains(QStringLiteral("Move 6 ")), qPrintable(words.join(u' ')));
        QVERIFY2(words.join(u' ').contains(QStringLiteral("127.0.0.1")), qPrintable(words.join(u' ')));
        QTest::mouseClick(question->findChild<QPushButton *>(QStringLiteral("confirmActionButton")), Qt::LeftButton);
        QVERIFY(m_page->isBusy());
        QVERIFY(waitUntil([this] { return !m_page->isBusy(); }));
        QCOMPARE(m_there->consultations().size(), 6);
        QCOMPARE(told.size(), 1);
        QCOMPARE(told.first().first().value<SettingsVerdict>().tone, Tone::Success);
        // The settings say so from now on, here and for the next start.
        QVERIFY(!m_page->isChanged());
        const config::Settings again(m_folder->filePath(QStringLiteral("settings.ini")));
        QCOMPARE(again.text(keys::crudUrl), m_there->network.url().toString());
        QCOMPARE(again.text(keys::usersCollection), usersPath);
        QVERIFY(label("moveOutcome")->text().startsWith(QStringLiteral("6 ")));
        QVERIFY(waitUntil([this] { return label("moveState")->text().contains(QStringLiteral("backup")); }));
        QVERIFY(!button("moveButton")->isVisible());
    }

    void saysWhenTheSettingsCannotBeWrittenAtTheEnd()
    {
        enterTarget();
        QVERIFY(QDir().mkpath(m_folder->filePath(QStringLiteral("settings.ini")))); // A folder stands in its place.
        QSignalSpy told(m_page.get(), &SettingsPage::told);
        begin();
        QVERIFY(waitUntil([this] { return !m_page->isBusy(); }));
        QCOMPARE(m_there->consultations().size(), 6);
        QVERIFY(m_page->isChanged());
        const SettingsVerdict verdict = told.last().first().value<SettingsVerdict>();
        QCOMPARE(verdict.tone, Tone::Danger);
        QVERIFY2(verdict.text().contains(QStringLiteral("Press Save")), qPrintable(verdict.text()));
        QVERIFY(QDir().rmdir(m_folder->filePath(QStringLiteral("settings.ini"))));
        m_page->apply();
        QVERIFY(!m_page->isChanged());
    }

    void movesByKeyboard()
    {
        enterTarget();
        QVERIFY(tabTo(*m_page, button("moveButton")));
        press(*m_page, Qt::Key_Space);
        QDialog *question = confirmation();
        QVERIFY(question);
        QVERIFY(waitUntilActive(*question));
        // Enter cancels: the dangerous answer is a step away.
        auto *action = question->findChild<QPushButton *>(QStringLiteral("confirmActionButton"));
        QVERIFY(QApplication::focusWidget() != action);
        QVERIFY(tabTo(*question, action));
        press(*question, Qt::Key_Space);
        QVERIFY(waitUntil([this] { return !m_page->isBusy() && m_there->consultations().size() == 6; }));
        QVERIFY(!m_page->isChanged());
    }

    void notNowMovesNothing()
    {
        enterTarget();
        button("moveButton")->click();
        QDialog *question = confirmation();
        QVERIFY(question);
        question->findChild<QPushButton *>(QStringLiteral("confirmCancelButton"))->click();
        QVERIFY(!m_page->isBusy());
        QCOMPARE(m_there->network.exchanges().size(), 0);
    }

    void stopsAndGoesOn()
    {
        enterTarget();
        m_there->network.setDelay(std::chrono::milliseconds(60));
        begin();
        QVERIFY(waitUntil([this] { return bar()->isVisible() && bar()->value() > 0; }));
        QVERIFY(!bar()->accessibleName().isEmpty());
        QVERIFY(!m_page->isChanged() && !edit(keys::crudUrl)->isEnabled()); // Nothing is saved before the end.
        QVERIFY(label("moveOutcome")->text().startsWith(QStringLiteral("Moving: ")));
        QCOMPARE(QApplication::focusWidget(), button("moveCancelButton"));
        press(*m_page, Qt::Key_Space);
        QVERIFY(waitUntil([this] { return !m_page->isBusy(); }));
        QVERIFY2(label("moveOutcome")->text().startsWith(QStringLiteral("Stopped.")),
                 qPrintable(label("moveOutcome")->text()));
        QVERIFY(m_page->isChanged() && edit(keys::crudUrl)->isEnabled()); // Nothing was saved.
        QVERIFY(waitUntil([this] { return button("moveButton")->text() == QStringLiteral("Go on moving…"); }));
        QVERIFY(label("moveState")->text().contains(QStringLiteral("begun")));
        QCOMPARE(QApplication::focusWidget(), button("moveButton"));
        m_there->network.setDelay({});
        begin();
        QVERIFY(waitUntil([this] { return !m_page->isBusy(); }));
        QCOMPARE(m_there->consultations().size(), 6);
        QVERIFY(!m_page->isChanged());
    }

    void namesWhatCannotBeMovedAndLeavesIt()
    {
        m_there->service.put(usersPath, {{QStringLiteral("receivedUserId"), QStringLiteral("rossi")},
                                         {QStringLiteral("bandyerId"), QStringLiteral("usr_other")}});
        enterTarget();
        begin();
        QVERIFY(waitUntil([this] { return !m_page->isBusy(); }));
        QVERIFY2(label("moveOutcome")->text().contains(QStringLiteral("Person rossi")),
                 qPrintable(label("moveOutcome")->text()));
        QVERIFY(m_page->isChanged());
        QPushButton *leave = button("moveLeaveButton");
        QVERIFY(leave->isVisible());
        leave->click();
        confirm();
        QVERIFY(waitUntil([this] { return !m_page->isBusy(); }));
        QVERIFY(!m_page->isChanged());
        QCOMPARE(m_there->consultations().size(), 1);
    }

    void withoutATargetItAsksForOne()
    {
        QSignalSpy told(m_page.get(), &SettingsPage::told);
        button("moveButton")->click();
        QCOMPARE(told.size(), 1);
        QCOMPARE(told.first().first().value<SettingsVerdict>().tone, Tone::Warning);
        QVERIFY(!confirmation());
        edit(keys::crudUrl)->setText(QStringLiteral("nowhere at all"));
        button("moveButton")->click();
        QCOMPARE(told.size(), 2);
        QCOMPARE(told.last().first().value<SettingsVerdict>().tone, Tone::Danger);
    }

    void theTestAsksTheServiceThatIsEntered()
    {
        QCOMPARE(test().text(), QStringLiteral("good")); // This computer keeps them.
        enterTarget();
        QCOMPARE(test().tone, Tone::Success);
        edit(keys::usersCollection)->setText(QStringLiteral("nonesuch"));
        const SettingsVerdict wrong = test();
        QCOMPARE(wrong.tone, Tone::Danger);
        QVERIFY2(wrong.text().contains(QStringLiteral("collection")), qPrintable(wrong.text()));
        m_there->network.refuse();
        QCOMPARE(test().tone, Tone::Danger);
    }

    void aPageThatGoesCancelsTheMove()
    {
        enterTarget();
        m_there->network.setDelay(std::chrono::milliseconds(60));
        begin();
        QVERIFY(waitUntil([this] { return bar()->value() > 0; }));
        m_page.reset();
        QVERIFY(waitUntil([this] { return m_here->mover.isIdle(); }));
        const config::Settings again(m_folder->filePath(QStringLiteral("settings.ini")));
        QVERIFY(again.text(keys::crudUrl).isEmpty());
    }

    void followsTheLanguage()
    {
        Brackets brackets;
        QCoreApplication::installTranslator(&brackets);
        QCoreApplication::processEvents();
        QVERIFY(button("moveButton")->text().startsWith(QLatin1Char('[')));
        QVERIFY(label("moveState")->text().startsWith(QLatin1Char('[')));
        QCoreApplication::removeTranslator(&brackets);
    }

    void whereAnotherServiceKeepsThemThereIsNothingToMove()
    {
        const RecordsPage page(*m_settings, nullptr, Trial{trying(), &good});
        QVERIFY(!page.findChild<QPushButton *>(QStringLiteral("moveButton"))->isVisibleTo(&page));
    }

private:
    QLineEdit *edit(const QString &key) const
    {
        return m_page->findChild<QLineEdit *>(QStringLiteral("setting_") + key);
    }
    /// As the backend does.
    TrySettings trying()
    {
        return [this](const std::shared_ptr<config::Settings> &entered) { return tried(m_http, entered); };
    }
    static Task<void> tried(http::HttpClient &http, std::shared_ptr<config::Settings> entered)
    {
        const Result<std::optional<config::CrudService>> crud = entered->crudService();
        if (!crud)
            co_return failure(crud.error());
        if (!*crud)
            co_return Result<void>();
        records::CrudEndpoint endpoint;
        endpoint.baseUrl = (*crud)->baseUrl;
        records::CrudCollections collections;
        collections.consultations = (*crud)->consultations;
        collections.users = (*crud)->users;
        records::CrudRecordStore store(http, endpoint, collections);
        Result<void> answered = co_await checks::probeRecords(store);
        co_return answered;
    }
    static QString good(const config::Settings &) { return QStringLiteral("good"); }
    QPushButton *button(const char *name) const { return m_page->findChild<QPushButton *>(QLatin1String(name)); }
    QLabel *label(const char *name) const { return m_page->findChild<QLabel *>(QLatin1String(name)); }
    QProgressBar *bar() const { return m_page->findChild<QProgressBar *>(QStringLiteral("moveBar")); }
    QDialog *confirmation() const
    {
        const QList<QDialog *> open = m_page->findChildren<QDialog *>();
        return open.isEmpty() ? nullptr : open.last();
    }
    void enterTarget()
    {
        edit(keys::crudUrl)->setText(m_there->network.url().toString());
        edit(keys::consultationsCollection)->setText(consultationsPath);
        edit(keys::usersCollection)->setText(usersPath);
    }
    void confirm()
    {
        QDialog *question = confirmation();
        QVERIFY(question);
        question->findChild<QPushButton *>(QStringLiteral("confirmActionButton"))->click();
    }
    void begin()
    {
        button("moveButton")->click();
        confirm();
    }
    SettingsVerdict test()
    {
        QSignalSpy told(m_page.get(), &SettingsPage::told);
        m_page->test();
        waitUntil([&] { return !told.isEmpty(); });
        return told.value(0).value(0).value<SettingsVerdict>();
    }

    http::HttpClient m_http;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MoveDestination> m_there;
    std::unique_ptr<MoveClinic> m_clinic;
    std::unique_ptr<MovingProgram> m_here;
    std::unique_ptr<config::Settings> m_settings;
    std::unique_ptr<RecordsPage> m_page;
};

QTEST_MAIN(TestRecordsPage)
#include "test_records_page.moc"
