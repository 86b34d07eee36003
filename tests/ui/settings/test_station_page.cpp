#include "core/config/setting_keys.h"
#include "tests/support/full_disk.h"
#include "tests/ui/support/keyboard.h"
#include "ui/settings/station_page.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace teleconsult;
using namespace teleconsult::ui;
using namespace teleconsult::test;

class TestStationPage : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_theme = std::make_unique<Theme>();
        m_theme->setScheme(Theme::Scheme::Light);
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<config::Settings>(m_folder->filePath(QStringLiteral("settings.ini")));
        m_settings->setStation({QStringLiteral("desk"), QStringLiteral("Front desk"), {QStringLiteral("patient")}});
        m_page = std::make_unique<StationPage>(*m_settings);
        QVERIFY(showActive(*m_page));
        QCOMPARE(edit("stationName")->text(), QStringLiteral("Front desk"));
    }
    void cleanup()
    {
        m_page.reset();
        m_theme.reset();
    }

    void isFilledInByKeyboard()
    {
        QSignalSpy applied(m_page.get(), &SettingsPage::applied);
        QVERIFY(!m_page->isChanged());
        QVERIFY(tabTo(*m_page, edit("stationName")));
        press(*m_page, Qt::Key_A, Qt::ControlModifier);
        typeText(*m_page, QStringLiteral("Dr. Anna Bianchi"));
        press(*m_page, Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), edit("stationId"));
        typeText(*m_page, QStringLiteral("dr-bianchi"));
        press(*m_page, Qt::Key_Tab);
        press(*m_page, Qt::Key_Space);
        press(*m_page, Qt::Key_Tab);
        press(*m_page, Qt::Key_Space);
        QVERIFY(m_page->isChanged());
        m_page->apply();
        QCOMPARE(applied.size(), 1);
        QVERIFY(applied.first().first().toBool());
        QVERIFY(!m_page->isChanged());
        const StationIdentity station = m_settings->station();
        QCOMPARE(station.fullName, QStringLiteral("Dr. Anna Bianchi"));
        QCOMPARE(station.externalId, QStringLiteral("dr-bianchi"));
        QCOMPARE(station.groups, QStringList{QStringLiteral("doctor")});
    }

    void mistakesStandBesideTheirField()
    {
        edit("stationName")->clear();
        edit("stationId")->clear();
        for (QCheckBox *group : m_page->findChildren<QCheckBox *>())
            group->setChecked(false);
        QSignalSpy applied(m_page.get(), &SettingsPage::applied);
        m_page->apply();
        QVERIFY(!applied.first().first().toBool());
        for (const char *name : {"stationName", "stationId"}) {
            QVERIFY(edit(name)->property("invalid").toBool());
            QVERIFY(!edit(name)->accessibleDescription().isEmpty());
        }
        QCOMPARE(QApplication::focusWidget(), edit("stationName"));
        typeText(*m_page, QStringLiteral("A"));
        QVERIFY(!edit("stationName")->property("invalid").toBool());
        for (const QCheckBox *group : m_page->findChildren<QCheckBox *>())
            QVERIFY(!group->accessibleDescription().isEmpty());
        QCOMPARE(m_settings->station().fullName, QStringLiteral("Front desk"));
    }

    void whatIsTypedIsNotYetSaved()
    {
        edit("stationName")->setFocus();
        typeText(*m_page, QStringLiteral("Somebody"));
        QVERIFY(m_page->isChanged());
        QCOMPARE(m_settings->station().fullName, QStringLiteral("Front desk"));
    }

    void whatCannotBeWrittenIsNotSaved()
    {
        edit("stationName")->setFocus();
        typeText(*m_page, QStringLiteral("Somebody"));
        QSignalSpy applied(m_page.get(), &SettingsPage::applied);
        const FullDisk full;
        m_page->apply();
        QCOMPARE(applied.size(), 1);
        QVERIFY(!applied.first().first().toBool());
        QVERIFY(applied.first().at(1).value<SettingsVerdict>().text().contains(QStringLiteral("disk")));
        QVERIFY(m_page->isChanged());
        QCOMPARE(m_settings->station().fullName, QStringLiteral("Front desk"));
    }

    void wherePeopleSignInItShowsWhatIsConfigured()
    {
        QVERIFY(m_settings->write({{config::keys::signInIssuer, QStringLiteral("https://login.example")}}));
        m_settings->setSignedIn(StationIdentity{QStringLiteral("u-1"), QStringLiteral("Dr. Rossi"), {}});
        const StationPage page(*m_settings);
        QCOMPARE(page.findChild<QLineEdit *>(QStringLiteral("stationName"))->text(), QStringLiteral("Front desk"));
        QCOMPARE(page.findChild<QLineEdit *>(QStringLiteral("stationId"))->text(), QStringLiteral("desk"));
        QVERIFY(page.findChild<QCheckBox *>(QStringLiteral("stationGroup_patient"))->isChecked());
    }

    void theTestSaysWhatThePersonMayDo()
    {
        const auto test = [this] {
            QSignalSpy told(m_page.get(), &SettingsPage::told);
            m_page->test();
            return told.value(0).value(0).value<SettingsVerdict>();
        };
        auto *doctor = m_page->findChild<QCheckBox *>(QStringLiteral("stationGroup_doctor"));
        auto *patient = m_page->findChild<QCheckBox *>(QStringLiteral("stationGroup_patient"));
        QVERIFY(test().text().contains(QStringLiteral("takes part")));
        doctor->click();
        QVERIFY(test().text().contains(QStringLiteral("organises")));
        doctor->click();
        patient->click();
        QCOMPARE(test().tone, Tone::Danger);
        QVERIFY(!doctor->accessibleDescription().isEmpty()); // Beside the field.
        QCOMPARE(m_settings->station().groups, QStringList{QStringLiteral("patient")});
    }

private:
    QLineEdit *edit(const char *name) const { return m_page->findChild<QLineEdit *>(QString::fromLatin1(name)); }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<config::Settings> m_settings;
    std::unique_ptr<StationPage> m_page;
};

QTEST_MAIN(TestStationPage)
#include "test_station_page.moc"
