// Trying out devices, with a preview that does as it is told.
#include "tests/ui/support/practice.h"
#include "tests/ui/support/pretended_engine.h"
#include "ui/devices/device_dialog.h"
#include "ui/widgets/field.h"

#include <QCheckBox>
#include <QComboBox>
#include <QProgressBar>
#include <QPushButton>
#include <QTest>

using namespace teleconsult;
using namespace teleconsult::ui;
using namespace teleconsult::test;

using State = DevicePreview::State;

class TestDeviceDialog : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_practice = std::make_unique<Practice>();
        open();
    }
    void cleanup()
    {
        m_dialog.reset();
        m_practice.reset();
    }

    void theChoiceIsRemembered()
    {
        emit m_preview->devicesFound({.cameras = {m_front, m_back}, .microphones = {m_mic}, .speakers = {}});
        QCOMPARE(box("cameraChoice")->count(), 3);
        QCOMPARE(box("cameraChoice")->currentData().toString(), QString());
        choose("cameraChoice", m_back);
        QCOMPARE(m_preview->m_choice.camera, m_back); // It is seen at once.
        choose("microphoneChoice", m_mic);
        m_dialog->findChild<QCheckBox *>(QStringLiteral("withoutCamera"))->click();
        QVERIFY(m_preview->m_choice.withoutCamera);
        QCOMPARE(m_practice->settings().devices(), config::DeviceChoice());
        button("deviceSaveButton")->click();
        const config::DeviceChoice chosen{.camera = m_back, .microphone = m_mic, .speaker = {}, .withoutCamera = true};
        QCOMPARE(m_practice->settings().devices(), chosen);

        // Unplugged, it stays chosen.
        open();
        QCOMPARE(m_preview->m_choice, chosen);
        emit m_preview->devicesFound({.cameras = {m_front}, .microphones = {m_mic}, .speakers = {}});
        QCOMPARE(box("cameraChoice")->currentData().toString(), m_back);
        button("deviceSaveButton")->click();
        QCOMPARE(m_practice->settings().devices(), chosen);
    }

    void whatIsLockedCannotBeChosen()
    {
        qputenv("TELECONSULT_CAMERA", m_back.toUtf8());
        open();
        emit m_preview->devicesFound({.cameras = {m_front, m_back}, .microphones = {m_mic}, .speakers = {}});
        QVERIFY(!box("cameraChoice")->isEnabled());
        QVERIFY(box("cameraChoice")->toolTip().contains(QLatin1String("TELECONSULT_CAMERA")));
        QCOMPARE(box("cameraChoice")->currentData().toString(), m_back);
        QVERIFY(box("microphoneChoice")->isEnabled());
        choose("microphoneChoice", m_mic);
        button("deviceSaveButton")->click();
        QCOMPARE(m_practice->settings().devices().microphone, m_mic);
        qunsetenv("TELECONSULT_CAMERA");
        QCOMPARE(m_practice->settings().devices().camera, QString()); // What was locked was not written.
    }

    void cancellingChangesNothing()
    {
        emit m_preview->devicesFound({.cameras = {m_front}, .microphones = {}, .speakers = {}});
        choose("cameraChoice", m_front);
        button("deviceCancelButton")->click();
        QCOMPARE(m_practice->settings().devices(), config::DeviceChoice());
    }

    void whatDoesNotWorkSaysWhatToDo_data()
    {
        QTest::addColumn<State>("state");
        QTest::addColumn<QString>("words");
        QTest::newRow("working") << State::Working << QString();
        QTest::newRow("starting") << State::Starting << QString();
        QTest::newRow("off") << State::Off << QString();
        QTest::newRow("missing") << State::Missing << QStringLiteral("Connect one");
        QTest::newRow("in use") << State::InUse << QStringLiteral("Close other programs");
        QTest::newRow("stopped") << State::Failed << QStringLiteral("stopped working");
        QTest::newRow("refused") << State::Refused << QStringLiteral("privacy settings");
    }
    void whatDoesNotWorkSaysWhatToDo()
    {
        QFETCH(State, state);
        QFETCH(QString, words);
        for (const char *name : {"cameraChoice", "microphoneChoice"}) {
            const bool isCamera = qstrcmp(name, "cameraChoice") == 0;
            emit m_preview->stateChanged(isCamera ? state : State::Working, isCamera ? State::Working : state);
            const auto *field = qobject_cast<Field *>(box(name)->parentWidget());
            QVERIFY(field);
            QCOMPARE(field->error().isEmpty(), words.isEmpty());
            QVERIFY2(field->error().contains(words), qPrintable(field->error()));
        }
    }

    void aLoudspeakerThatDoesNotWorkSaysWhatToDo()
    {
        const auto *field = qobject_cast<Field *>(box("speakerChoice")->parentWidget());
        QVERIFY(field);
        QVERIFY(!field->hasError());
        emit m_preview->speakerStateChanged(State::Missing);
        QVERIFY2(field->error().contains(QStringLiteral("Connect one")), qPrintable(field->error()));
        QCOMPARE(box("speakerChoice")->accessibleDescription(), field->error()); // Which a screen reader says.
        emit m_preview->speakerStateChanged(State::Failed);
        QVERIFY2(field->error().contains(QStringLiteral("could not be played")), qPrintable(field->error()));
        emit m_preview->speakerStateChanged(State::Working);
        QVERIFY(!field->hasError());
        QVERIFY(!button("tryDevicesAgainButton")->isVisible()); // Playing the sound again is the way to try.
    }

    void whatIsWithheldIsTriedAgain_data()
    {
        QTest::addColumn<State>("state");
        QTest::addColumn<bool>("isOffered");
        QTest::newRow("working") << State::Working << false;
        QTest::newRow("missing: tried when it is plugged in") << State::Missing << false;
        QTest::newRow("in use") << State::InUse << true;
        QTest::newRow("refused") << State::Refused << true;
    }
    void whatIsWithheldIsTriedAgain()
    {
        QFETCH(State, state);
        QFETCH(bool, isOffered);
        auto *again = button("tryDevicesAgainButton");
        QVERIFY(!again->isVisible());
        emit m_preview->devicesFound({.cameras = {m_front}, .microphones = {}, .speakers = {}});
        choose("cameraChoice", m_front);
        emit m_preview->stateChanged(State::Working, state);
        QCOMPARE(again->isVisible(), isOffered);
        if (!isOffered)
            return;
        m_preview->m_choice = {};
        again->setFocus();
        QTest::keyClick(again, Qt::Key_Space);
        QCOMPARE(m_preview->m_choice.camera, m_front);
        emit m_preview->stateChanged(State::Starting, State::Starting);
        QVERIFY(again->isVisible()); // For whoever may have to press it once more.
        emit m_preview->stateChanged(State::Working, State::Working);
        QVERIFY(!again->isVisible());
    }

    void soundInAndOut()
    {
        emit m_preview->levelChanged(0.5);
        QCOMPARE(m_dialog->findChild<QProgressBar *>(QStringLiteral("microphoneLevel"))->value(), 50);
        button("testSoundButton")->click();
        QCOMPARE(m_preview->m_sounds, 1);
    }

private:
    void open()
    {
        m_preview = new PretendedPreview;
        m_dialog = std::make_unique<DeviceDialog>(m_practice->settings(), m_preview, nullptr);
        m_dialog->open();
    }
    QComboBox *box(const char *name) const { return m_dialog->findChild<QComboBox *>(QLatin1String(name)); }
    QPushButton *button(const char *name) const { return m_dialog->findChild<QPushButton *>(QLatin1String(name)); }
    void choose(const char *name, const QString &device) const
    {
        box(name)->setCurrentIndex(box(name)->findData(device));
    }

    const QString m_front = QStringLiteral("Front camera");
    const QString m_back = QStringLiteral("Document camera");
    const QString m_mic = QStringLiteral("Headset");
    std::unique_ptr<Practice> m_practice;
    PretendedPreview *m_preview = nullptr;
    std::unique_ptr<DeviceDialog> m_dialog;
};

QTEST_MAIN(TestDeviceDialog)
#include "test_device_dialog.moc"
