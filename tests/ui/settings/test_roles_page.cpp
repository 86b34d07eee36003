// Groups, roles and tools, by the hand of an admin.
#include "core/config/setting_keys.h"
#include "tests/support/await.h"
#include "tests/ui/support/keyboard.h"
#include "ui/settings/group_row.h"
#include "ui/settings/roles_page.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace teleconsult;
using namespace teleconsult::ui;
using namespace teleconsult::test;
namespace keys = config::keys;

class TestRolesPage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void init()
    {
        m_theme = std::make_unique<Theme>();
        m_folder = std::make_unique<QTemporaryDir>();
        m_coming = QList<Teleconsultation>();
    }
    void cleanup()
    {
        m_page.reset();
        m_settings.reset();
        m_theme.reset();
    }

    void beginsWithWhatHolds()
    {
        open();
        QCOMPARE(names(),
                 (QStringList{QStringLiteral("doctor"), QStringLiteral("patient"), QStringLiteral("customer")}));
        QCOMPARE(role(0)->currentText(), QStringLiteral("Organises"));
        QCOMPARE(role(1)->currentText(), QStringLiteral("Takes part"));
        QVERIFY(tool("basic", "chat")->isChecked());
        QVERIFY(!m_page->isChanged());
    }

    void addsRenamesRemovesAndKeeps()
    {
        open();
        button("groupAddButton")->click();
        QCOMPARE(QApplication::focusWidget(), name(3));
        name(3)->setText(QStringLiteral("  midwife "));
        role(3)->setCurrentIndex(role(3)->findText(QStringLiteral("Organises")));
        name(1)->setText(QStringLiteral("visitor"));
        rows().at(2)->findChild<QPushButton *>(QStringLiteral("groupRemove"))->click();
        QCOMPARE(rows().size(), 3);
        rows().at(0)->findChild<QCheckBox *>(QStringLiteral("groupBackground"))->click();
        tool("basic", "file_upload")->click();
        QVERIFY(m_page->isChanged());
        QCOMPARE(apply(true).text(), QStringLiteral("Saved. It takes effect when Teleconsult starts again."));
        QVERIFY(!m_page->isChanged());

        const ConsultationPolicy policy = config::Settings(path()).consultationPolicy().value();
        QCOMPARE(policy.privileges.grantOf(Role::Plus).groups,
                 (QStringList{QStringLiteral("doctor"), QStringLiteral("midwife")}));
        QCOMPARE(policy.privileges.grantOf(Role::Basic).groups, QStringList{QStringLiteral("visitor")});
        QCOMPARE(policy.groupsWithBackground, QStringList{QStringLiteral("doctor")});
        QVERIFY(!policy.privileges.toolsOf(Role::Basic).fileUpload);
        QVERIFY(policy.privileges.toolsOf(Role::Basic).chat && policy.privileges.toolsOf(Role::Plus).fileUpload);
        QCOMPARE(config::Settings(path()).origin(keys::plusTools).source, config::ValueSource::Default);
    }

    void mistakesAreBesideTheirFieldAndSaveNothing_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("words");
        QTest::newRow("no name") << " "
                                 << "Enter the group's name";
        QTest::newRow("twice") << "doctor"
                               << "already";
        QTest::newRow("a comma") << "a, b"
                                 << "comma";
    }
    void mistakesAreBesideTheirFieldAndSaveNothing()
    {
        QFETCH(QString, text);
        QFETCH(QString, words);
        open();
        tool("plus", "chat")->click();
        name(1)->setText(text);
        apply(false);
        QVERIFY2(name(1)->accessibleDescription().contains(words), qPrintable(name(1)->accessibleDescription()));
        QCOMPARE(QApplication::focusWidget(), name(1));
        QVERIFY(!QFile::exists(path()));
        name(1)->setText(QStringLiteral("visitor"));
        QVERIFY(!name(1)->property("invalid").toBool());
    }

    void somebodyHasToOrganise()
    {
        open();
        role(0)->setCurrentIndex(role(0)->findText(QStringLiteral("Takes part")));
        apply(false);
        const auto *problem = m_page->findChild<QLabel *>(QStringLiteral("rolesProblem"));
        QVERIFY(problem->isVisible());
        role(1)->setCurrentIndex(role(1)->findText(QStringLiteral("Organises")));
        QVERIFY(!problem->isVisible());
        apply(true);
    }

    void whatAPolicyHoldsIsLocked()
    {
        open({{keys::basicTools, QStringLiteral("chat")}});
        QVERIFY(!tool("basic", "chat")->isEnabled() && tool("basic", "chat")->isChecked());
        QVERIFY(!tool("basic", "whiteboard")->isChecked());
        QVERIFY(tool("plus", "chat")->isEnabled() && name(0)->isEnabled());
        QCOMPARE(m_page->findChild<QLabel *>(QStringLiteral("rolesNote"))->text(),
                 m_settings->lockText(keys::basicTools));
        tool("plus", "chat")->click();
        apply(true);
    }

    /// The whole of it, for it is the file's.
    void aConfigurationOfThePolicyLocksTheGroups()
    {
        QFile file(m_folder->filePath(QStringLiteral("c.json")));
        QVERIFY(file.open(QFile::WriteOnly));
        file.write(R"({"privileges":{"basic":{"groups":["guest"]},"plus":{"groups":["surgeon"]}}})");
        file.close();
        open({{keys::configurationFile, file.fileName()}});
        QCOMPARE(names(), (QStringList{QStringLiteral("surgeon"), QStringLiteral("guest")}));
        QVERIFY(!name(0)->isEnabled() && !role(0)->isEnabled() && !button("groupAddButton")->isEnabled());
        QVERIFY(!tool("plus", "chat")->isEnabled());
    }

    void aWrongFileIsSaidAndNothingIsEdited()
    {
        const QString path = m_folder->filePath(QStringLiteral("c.json"));
        open({{keys::configurationFile, path}});
        QVERIFY(m_page->findChild<QLabel *>(QStringLiteral("rolesNote"))
                    ->text()
                    .contains(QStringLiteral("service/configuration_file")));
        QVERIFY(!name(0)->isEnabled() && !m_page->isChanged());
        QCOMPARE(test().tone, Tone::Danger);

        // The test sees that it was mended.
        QFile file(path);
        QVERIFY(file.open(QFile::WriteOnly));
        file.write(R"({"privileges":{"basic":{"groups":["guest"]},"plus":{"groups":["doctor"]}}})");
        file.close();
        const SettingsVerdict verdict = test();
        QVERIFY2(verdict.tone == Tone::Info, qPrintable(verdict.text()));
        QVERIFY(verdict.text().contains(QStringLiteral("again")));
    }

    void theTestSaysWhatIsWrong_data()
    {
        QTest::addColumn<QString>("group"); // What patients are called from now on.
        QTest::addColumn<bool>("answers");
        QTest::addColumn<Tone>("tone");
        QTest::addColumn<QString>("words");
        QTest::newRow("right") << "patient" << true << Tone::Success << "2 coming consultations keep";
        QTest::newRow("a mistake") << "doctor" << true << Tone::Danger << "not right yet";
        QTest::newRow("in use") << "visitor" << true << Tone::Warning << "In 2 coming consultations somebody";
        QTest::newRow("no answer") << "patient" << false << Tone::Warning << "cannot be told";
    }
    void theTestSaysWhatIsWrong()
    {
        QFETCH(QString, group);
        QFETCH(bool, answers);
        QFETCH(Tone, tone);
        QFETCH(QString, words);
        open();
        m_coming = answers ? Result<QList<Teleconsultation>>(QList{consultation(), consultation()})
                           : failure(makeError(Error::Kind::Unreachable));
        name(1)->setText(group);
        const SettingsVerdict verdict = test();
        QCOMPARE(verdict.tone, tone);
        QVERIFY2(verdict.text().contains(words), qPrintable(verdict.text()));
        QVERIFY(!QFile::exists(path())); // Trying out keeps nothing.
    }

    void theTestKnowsThePersonOfTheStation()
    {
        open();
        name(0)->setText(QStringLiteral("surgeon"));
        const SettingsVerdict verdict = test();
        QCOMPARE(verdict.tone, Tone::Danger);
        QVERIFY2(verdict.text().contains(QStringLiteral("(doctor)")), qPrintable(verdict.text()));
    }

    void theTestKnowsToolsThatNeedEachOther()
    {
        open();
        tool("basic", "snapshot")->click();
        QCOMPARE(test().tone, Tone::Warning);
    }

    void followsTheLanguage()
    {
        open();
        Brackets brackets;
        QCoreApplication::installTranslator(&brackets);
        QCoreApplication::processEvents();
        QVERIFY(role(0)->currentText().startsWith(QLatin1Char('[')));
        QVERIFY(tool("plus", "chat")->accessibleName().startsWith(QLatin1Char('[')));
        QVERIFY(!m_page->isChanged());
        QCoreApplication::removeTranslator(&brackets);
    }

private:
    static Teleconsultation consultation()
    {
        Teleconsultation made;
        made.participantsNumber = 2;
        for (const char *group : {"doctor", "patient"})
            made.participants << Participant{.kaleyraUserId = {},
                                             .accessLink = {},
                                             .fullName = QStringLiteral("Somebody"),
                                             .groups = {QLatin1String(group)},
                                             .language = {}};
        return made;
    }
    static Task<QList<Teleconsultation>> answer(Result<QList<Teleconsultation>> coming) { co_return coming; }

    void open(const config::SettingValues &policy = {})
    {
        config::SettingInputs inputs;
        inputs.userFile = path();
        inputs.policy = policy;
        m_settings = std::make_unique<config::Settings>(inputs);
        m_page = std::make_unique<RolesPage>(*m_settings, [this] { return answer(m_coming); });
        QVERIFY(showActive(*m_page));
    }
    QString path() const { return m_folder->filePath(QStringLiteral("settings.ini")); }
    /// As they are shown.
    QList<GroupRow *> rows() const
    {
        QList<GroupRow *> found;
        for (GroupRow *row : m_page->findChildren<GroupRow *>()) {
            if (row->isVisible())
                found << row;
        }
        return found;
    }
    QLineEdit *name(int row) const { return rows().at(row)->findChild<QLineEdit *>(QStringLiteral("groupName")); }
    QComboBox *role(int row) const { return rows().at(row)->findChild<QComboBox *>(QStringLiteral("groupRole")); }
    QStringList names() const
    {
        QStringList found;
        for (int i = 0; i < rows().size(); ++i)
            found << name(i)->text();
        return found;
    }
    QCheckBox *tool(const char *role, const char *code) const
    {
        return m_page->findChild<QCheckBox *>(
            QStringLiteral("tool_%1_%2").arg(QLatin1String(role), QLatin1String(code)));
    }
    QPushButton *button(const char *name) const { return m_page->findChild<QPushButton *>(QLatin1String(name)); }
    SettingsVerdict apply(bool isExpected)
    {
        QSignalSpy applied(m_page.get(), &SettingsPage::applied);
        m_page->apply();
        if (applied.size() != 1 || applied.first().first().toBool() != isExpected)
            QTest::qFail("not as expected", __FILE__, __LINE__);
        return applied.value(0).value(1).value<SettingsVerdict>();
    }
    SettingsVerdict test()
    {
        QSignalSpy told(m_page.get(), &SettingsPage::told);
        m_page->test();
        if (!waitUntil([&] { return !told.isEmpty(); }))
            QTest::qFail("nothing was told", __FILE__, __LINE__);
        return told.value(0).value(0).value<SettingsVerdict>();
    }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<config::Settings> m_settings;
    Result<QList<Teleconsultation>> m_coming;
    std::unique_ptr<RolesPage> m_page;
};

QTEST_MAIN(TestRolesPage)
#include "test_roles_page.moc"
