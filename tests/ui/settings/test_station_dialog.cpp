#include "tests/ui/support/keyboard.h"
#include "ui/settings/station_dialog.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace teleconsult;
using namespace teleconsult::ui;
using namespace teleconsult::test;

class TestStationDialog : public QObject
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
        m_dialog = std::make_unique<StationDialog>(*m_settings, nullptr);
        QVERIFY(showActive(*m_dialog));
        QCOMPARE(edit("stationName")->text(), QStringLiteral("Front desk"));
    }
    void cleanup()
    {
        m_dialog.reset();
        m_theme.reset();
    }

    void isFilledInByKeyboard()
    {
        QSignalSpy changed(m_dialog.get(), &StationDialog::stationChanged);
        QVERIFY(tabTo(*m_dialog, edit("stationName")));
        press(*m_dialog, Qt::Key_A, Qt::ControlModifier);
        typeText(*m_dialog, QStringLiteral("Dr. Anna Bianchi"));
        press(*m_dialog, Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), edit("stationId"));
        typeText(*m_dialog, QStringLiteral("dr-bianchi"));
        press(*m_dialog, Qt::Key_Tab);
        press(*m_dialog, Qt::Key_Space);
        press(*m_dialog, Qt::Key_Tab);
        press(*m_dialog, Qt::Key_Space);
        press(*m_dialog, Qt::Key_Return);
        QCOMPARE(changed.size(), 1);
        QVERIFY(!m_dialog->isVisible());
        const StationIdentity station = m_settings->station();
        QCOMPARE(station.fullName, QStringLiteral("Dr. Anna Bianchi"));
        QCOMPARE(station.externalId, QStringLiteral("dr-bianchi"));
        QCOMPARE(station.groups, QStringList{QStringLiteral("doctor")});
    }

    void mistakesStandBesideTheirField()
    {
        edit("stationName")->clear();
        edit("stationId")->clear();
        for (QCheckBox *group : m_dialog->findChildren<QCheckBox *>())
            group->setChecked(false);
        press(*m_dialog, Qt::Key_Return);
        QVERIFY(m_dialog->isVisible());
        for (const char *name : {"stationName", "stationId"}) {
            QVERIFY(edit(name)->property("invalid").toBool());
            QVERIFY(!edit(name)->accessibleDescription().isEmpty());
        }
        QCOMPARE(QApplication::focusWidget(), edit("stationName"));
        typeText(*m_dialog, QStringLiteral("A"));
        QVERIFY(!edit("stationName")->property("invalid").toBool());
        for (const QCheckBox *group : m_dialog->findChildren<QCheckBox *>())
            QVERIFY(!group->accessibleDescription().isEmpty());
        QCOMPARE(m_settings->station().fullName, QStringLiteral("Front desk"));
    }

    void cancelChangesNothing()
    {
        QSignalSpy changed(m_dialog.get(), &StationDialog::stationChanged);
        typeText(*m_dialog, QStringLiteral("Somebody"));
        press(*m_dialog, Qt::Key_Escape);
        QVERIFY(!m_dialog->isVisible());
        QVERIFY(changed.isEmpty());
        QCOMPARE(m_settings->station().fullName, QStringLiteral("Front desk"));
    }

private:
    QLineEdit *edit(const char *name) const { return m_dialog->findChild<QLineEdit *>(QString::fromLatin1(name)); }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<config::Settings> m_settings;
    std::unique_ptr<StationDialog> m_dialog;
};

QTEST_MAIN(TestStationDialog)
#include "test_station_dialog.moc"
