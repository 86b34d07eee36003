// The PIN in front of the settings: setting it, and being asked for it.
#include "core/config/pin.h"
#include "tests/support/await.h"
#include "tests/support/full_disk.h"
#include "tests/support/log_capture.h"
#include "tests/support/manual_clock.h"
#include "tests/ui/support/keyboard.h"
#include "ui/settings/pin_dialog.h"
#include "ui/settings/pin_page.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace teleconsult;
using namespace teleconsult::ui;
using namespace teleconsult::test;
using config::PinGate;
using namespace std::chrono_literals;

class TestPin : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_theme = std::make_unique<Theme>();
        m_theme->setScheme(Theme::Scheme::Light);
        m_folder = std::make_unique<QTemporaryDir>();
        restart();
    }
    void cleanup()
    {
        m_gate.reset();
        m_settings.reset();
        m_theme.reset();
    }

    void theSettingsHoldNoPin()
    {
        QVERIFY(!m_gate->isSet());
        QVERIFY(set(QStringLiteral("4711-è")));
        QVERIFY(m_gate->isSet());
        m_settings.reset(); // It is written by now.
        QFile file(m_folder->filePath(QStringLiteral("settings.ini")));
        QVERIFY(file.open(QFile::ReadOnly));
        const QByteArray content = file.readAll();
        QVERIFY(content.contains("argon2id"));
        QVERIFY(!content.contains("4711"));
        restart();
        QCOMPARE(tried(QStringLiteral("4711-e")), PinGate::Answer::Wrong);
        QCOMPARE(tried(QStringLiteral("4711-è")), PinGate::Answer::Right);
    }

    void twoHashesOfOnePinDiffer()
    {
        QVERIFY(config::hashPin(QStringLiteral("4711")) != config::hashPin(QStringLiteral("4711")));
    }

    void lengths_data()
    {
        QTest::addColumn<int>("length");
        QTest::addColumn<QString>("code");
        QTest::newRow("three") << 3 << "too_short";
        QTest::newRow("four") << 4 << "";
        QTest::newRow("64") << 64 << "";
        QTest::newRow("65") << 65 << "too_long";
    }
    void lengths()
    {
        QFETCH(int, length);
        QFETCH(QString, code);
        const Result<void> done = await(m_gate->set(QString(length, QLatin1Char('1'))));
        QCOMPARE(done ? QString() : done.error().code, code);
    }

    void triesAreLimited()
    {
        QVERIFY(set(QStringLiteral("4711")));
        LogCapture log;
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(m_gate->wait(), 0s);
            QCOMPARE(tried(QStringLiteral("0000")), PinGate::Answer::Wrong);
        }
        QCOMPARE(m_gate->wait(), 30s);
        QCOMPARE(tried(QStringLiteral("4711")), PinGate::Answer::TooSoon);
        // Starting the program again does not help, nor does a clock that is set back.
        restart();
        m_clock.advance(10s);
        QCOMPARE(m_gate->wait(), 20s);
        m_clock.advance(-1h);
        QCOMPARE(m_gate->wait(), 30s);
        // The pause begins anew with that, and does not last until the clock is where it was.
        restart();
        m_clock.advance(20s);
        QCOMPARE(m_gate->wait(), 10s);
        m_clock.advance(10s);
        QCOMPARE(m_gate->wait(), 0s);
        QCOMPARE(tried(QStringLiteral("0000")), PinGate::Answer::Wrong);
        QCOMPARE(m_gate->wait(), 60s);
        m_clock.advance(60s);
        QCOMPARE(tried(QStringLiteral("4711")), PinGate::Answer::Right);
        QCOMPARE(m_settings->pinFailures(config::Pin::Settings).count, 0);
        QVERIFY(log.text().contains(QStringLiteral("wrong tries in a row: 4")));
        QVERIFY(!log.text().contains(QStringLiteral("0000")));
        QVERIFY(!log.text().contains(QStringLiteral("4711")));
    }

    void pausesGrowToAQuarterOfAnHour()
    {
        m_settings->setPinFailures(config::Pin::Settings, {40, m_clock.now()});
        QVERIFY(set(QStringLiteral("4711")));
        QCOMPARE(m_gate->wait(), 0s); // A new PIN begins anew.
        m_settings->setPinFailures(config::Pin::Settings, {40, m_clock.now()});
        QCOMPARE(m_gate->wait(), 900s);
    }

    void theDialogOpensWithTheRightOne()
    {
        QVERIFY(set(QStringLiteral("4711")));
        PinDialog dialog(*m_gate, nullptr);
        QSignalSpy accepted(&dialog, &QDialog::accepted);
        QVERIFY(showActive(dialog));
        auto *edit = dialog.findChild<QLineEdit *>(QStringLiteral("pinEdit"));
        QTRY_COMPARE(QApplication::focusWidget(), edit);
        QCOMPARE(edit->echoMode(), QLineEdit::Password);
        typeText(dialog, QStringLiteral("1234"));
        press(dialog, Qt::Key_Return);
        QVERIFY(edit->text().isEmpty());
        const QString wrong = QStringLiteral("This is not the PIN. Try again.");
        QVERIFY(waitUntil([&] { return edit->accessibleDescription() == wrong; }));
        QVERIFY(dialog.isVisible());
        typeText(dialog, QStringLiteral("4711"));
        press(dialog, Qt::Key_Return);
        QVERIFY(waitUntil([&] { return accepted.size() == 1; }));
    }

    void aTryCountsWhileItIsLookedAt()
    {
        QVERIFY(set(QStringLiteral("4711")));
        QList<PinGate::Answer> answers;
        const auto keep = [&answers](const Result<PinGate::Answer> &answer) { answers << answer.value(); };
        for (const char *pin : {"0000", "0001", "0002", "4711"})
            whenDone(m_gate->tryPin(QString::fromLatin1(pin)), this, keep);
        // The fourth is one too many, though none of the others has been looked at yet.
        QCOMPARE(answers, QList<PinGate::Answer>{PinGate::Answer::TooSoon});
        QCOMPARE(m_settings->pinFailures(config::Pin::Settings).count, 3);
        QVERIFY(waitUntil([&] { return answers.size() == 4; }));
        QCOMPARE(answers.count(PinGate::Answer::Wrong), 3);
        QCOMPARE(m_gate->wait(), 30s);
    }

    void aGateThatIsGoneAnswersNobody()
    {
        QVERIFY(set(QStringLiteral("4711")));
        std::optional<Error> error;
        whenDone(m_gate->tryPin(QStringLiteral("4711")), this, [&](const Result<PinGate::Answer> &answer) {
            if (!answer)
                error = answer.error();
        });
        m_gate.reset();
        QVERIFY(waitUntil([&] { return error.has_value(); }));
        QCOMPARE(error->kind, Error::Kind::Cancelled);
        QCOMPARE(m_settings->pinFailures(config::Pin::Settings).count, 1);
    }

    void aDialogThatWasLeftOpensNothing()
    {
        QVERIFY(set(QStringLiteral("4711")));
        PinDialog dialog(*m_gate, nullptr);
        QSignalSpy accepted(&dialog, &QDialog::accepted);
        QVERIFY(showActive(dialog));
        typeText(dialog, QStringLiteral("4711"));
        auto *open = dialog.findChild<QPushButton *>(QStringLiteral("pinOpenButton"));
        // No event until the end: what is looked at elsewhere cannot have an answer before.
        open->click();
        QVERIFY(dialog.isVisible());
        QVERIFY(!open->isEnabled());
        QCOMPARE(m_settings->pinFailures(config::Pin::Settings).count, 1);
        open->click();
        QCOMPARE(m_settings->pinFailures(config::Pin::Settings).count, 1);
        dialog.reject();
        QVERIFY(waitUntil([&] { return m_settings->pinFailures(config::Pin::Settings).count == 0; }));
        QCOMPARE(accepted.size(), 0);
    }

    void theDialogSaysHowLongToWait()
    {
        QVERIFY(set(QStringLiteral("4711")));
        m_settings->setPinFailures(config::Pin::Settings, {3, m_clock.now()});
        PinDialog dialog(*m_gate, nullptr);
        QVERIFY(showActive(dialog));
        auto *edit = dialog.findChild<QLineEdit *>(QStringLiteral("pinEdit"));
        auto *open = dialog.findChild<QPushButton *>(QStringLiteral("pinOpenButton"));
        QVERIFY(edit->accessibleDescription().contains(QStringLiteral("30")));
        typeText(dialog, QStringLiteral("4711"));
        QVERIFY(!open->isEnabled());
        m_clock.advance(30s);
        QTRY_VERIFY(open->isEnabled());
        open->click();
        QVERIFY(waitUntil([&] { return !dialog.isVisible(); }));
    }

    void thePageSetsChangesAndRemovesIt()
    {
        PinPage page(*m_gate);
        QVERIFY(showActive(page));
        auto *wanted = page.findChild<QCheckBox *>(QStringLiteral("pinWanted"));
        auto *pin = page.findChild<QLineEdit *>(QStringLiteral("newPin"));
        auto *again = page.findChild<QLineEdit *>(QStringLiteral("newPinAgain"));
        QVERIFY(!page.isChanged() && !pin->isEnabled());
        wanted->click();
        QVERIFY(page.isChanged());
        QSignalSpy applied(&page, &SettingsPage::applied);
        pin->setText(QStringLiteral("4711"));
        again->setText(QStringLiteral("4712"));
        page.apply();
        QVERIFY(waitUntil([&] { return !applied.isEmpty(); }));
        QVERIFY(!applied.takeFirst().first().toBool());
        QVERIFY(!m_gate->isSet());
        QCOMPARE(again->accessibleDescription(), QStringLiteral("This is not the same PIN."));
        pin->setText(QStringLiteral("47"));
        again->setText(QStringLiteral("47"));
        page.apply();
        QVERIFY(waitUntil([&] { return !applied.isEmpty(); }));
        QVERIFY(!applied.takeFirst().first().toBool());
        QVERIFY(pin->property("invalid").toBool());
        pin->setText(QStringLiteral("4711"));
        again->setText(QStringLiteral("4711"));
        page.apply();
        QVERIFY(waitUntil([&] { return !applied.isEmpty(); }));
        QVERIFY(applied.takeFirst().first().toBool());
        QCOMPARE(tried(QStringLiteral("4711")), PinGate::Answer::Right);
        QVERIFY(pin->text().isEmpty() && !page.isChanged());
        wanted->click();
        QVERIFY(page.isChanged());
        page.apply();
        QVERIFY(!m_gate->isSet() && !page.isChanged());
    }

    void thePageSaysWhenThePinCannotBeWritten()
    {
        QVERIFY(set(QStringLiteral("4711")));
        PinPage page(*m_gate);
        QVERIFY(showActive(page));
        QSignalSpy applied(&page, &SettingsPage::applied);
        auto *pin = page.findChild<QLineEdit *>(QStringLiteral("newPin"));
        for (const char *name : {"newPin", "newPinAgain"})
            page.findChild<QLineEdit *>(QLatin1String(name))->setText(QStringLiteral("0815"));
        const auto full = std::make_unique<FullDisk>();
        page.apply();
        QVERIFY(waitUntil([&] { return !applied.isEmpty(); }));
        QVERIFY(!applied.first().first().toBool());
        QVERIFY(applied.takeFirst().at(1).value<SettingsVerdict>().text().contains(QStringLiteral("disk")));
        QVERIFY(page.isChanged() && pin->text() == QStringLiteral("0815"));
        page.findChild<QCheckBox *>(QStringLiteral("pinWanted"))->click();
        page.apply();
        QVERIFY(!applied.first().first().toBool());
        QVERIFY(!applied.first().at(1).value<SettingsVerdict>().text().isEmpty());
        QVERIFY(m_gate->isSet() && page.isChanged());
        QCOMPARE(tried(QStringLiteral("0815")), PinGate::Answer::Wrong);
        QCOMPARE(m_gate->wait(), 0s);
        QCOMPARE(tried(QStringLiteral("4711")), PinGate::Answer::Right);
    }

    void triesCountOnAFullDiskToo()
    {
        QVERIFY(set(QStringLiteral("4711")));
        const FullDisk full;
        for (int i = 0; i < 3; ++i)
            QCOMPARE(tried(QStringLiteral("0000")), PinGate::Answer::Wrong);
        QCOMPARE(tried(QStringLiteral("4711")), PinGate::Answer::TooSoon);
    }

    void theTestSaysWhatIsKeptClosed()
    {
        PinPage page(*m_gate);
        QVERIFY(showActive(page));
        const auto test = [&page] {
            QSignalSpy told(&page, &SettingsPage::told);
            page.test();
            return told.value(0).value(0).value<SettingsVerdict>();
        };
        auto *pin = page.findChild<QLineEdit *>(QStringLiteral("newPin"));
        auto *again = page.findChild<QLineEdit *>(QStringLiteral("newPinAgain"));
        QCOMPARE(test().tone, Tone::Warning);
        QVERIFY(test().text().contains(QStringLiteral("can change its settings")));
        page.findChild<QCheckBox *>(QStringLiteral("pinWanted"))->click();
        QCOMPARE(test().tone, Tone::Danger); // It is wanted, and there is none.
        QVERIFY(pin->property("invalid").toBool());
        pin->setText(QStringLiteral("4711"));
        again->setText(QStringLiteral("4712"));
        QCOMPARE(test().tone, Tone::Danger);
        QCOMPARE(again->accessibleDescription(), QStringLiteral("This is not the same PIN."));
        again->setText(QStringLiteral("4711"));
        QCOMPARE(test().text(), QStringLiteral("This can be the PIN. Save sets it."));
        QVERIFY(!m_gate->isSet());
        QCOMPARE(m_settings->pinFailures(config::Pin::Settings).count, 0); // Nothing was tried out.

        QVERIFY(set(QStringLiteral("4711")));
        PinPage held(*m_gate);
        QSignalSpy told(&held, &SettingsPage::told);
        held.test();
        QCOMPARE(told.takeFirst().first().value<SettingsVerdict>().tone, Tone::Success);
        m_settings->setPinFailures(config::Pin::Settings, {3, m_clock.now()});
        held.test();
        const SettingsVerdict closed = told.takeFirst().first().value<SettingsVerdict>();
        QCOMPARE(closed.tone, Tone::Warning);
        QVERIFY2(closed.text().contains(QStringLiteral("30")), qPrintable(closed.text()));
    }

private:
    bool set(const QString &pin) { return await(m_gate->set(pin)).has_value(); }
    std::optional<PinGate::Answer> tried(const QString &pin)
    {
        const Result<PinGate::Answer> answer = await(m_gate->tryPin(pin));
        return answer ? std::optional(*answer) : std::nullopt;
    }
    void restart()
    {
        m_gate.reset();
        m_settings = std::make_unique<config::Settings>(m_folder->filePath(QStringLiteral("settings.ini")));
        m_gate = std::make_unique<PinGate>(*m_settings, m_clock);
    }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<QTemporaryDir> m_folder;
    ManualClock m_clock;
    std::unique_ptr<config::Settings> m_settings;
    std::unique_ptr<PinGate> m_gate;
};

QTEST_MAIN(TestPin)
#include "test_pin.moc"
