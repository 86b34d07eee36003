// What is stored where, clearing the call page's data, and the support report.
#include "tests/support/await.h"
#include "tests/ui/support/keyboard.h"
#include "ui/settings/privacy_page.h"
#include "ui/theme/theme.h"
#include "ui/widgets/confirm_dialog.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace teleconsult;
using namespace teleconsult::ui;
using namespace teleconsult::test;
using support::StorageKind;
using support::StoragePlace;

class TestPrivacyPage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void init()
    {
        m_theme = std::make_unique<Theme>();
        m_folder = std::make_unique<QTemporaryDir>();
        m_opened.clear();
        m_cleared = 0;
        m_clearing = {};
        m_state = checks::Check::State::Problem;
    }
    void cleanup()
    {
        m_page.reset();
        m_theme.reset();
    }

    void saysWhereThingsAreAndHowLarge()
    {
        write("records.sqlite", QByteArray(3000, 'x'));
        write("records.sqlite-wal", QByteArray(1000, 'x'));
        open({{StorageKind::Records, file("records.sqlite")},
              {StorageKind::Secrets, {}, QStringLiteral("keychain")},
              {StorageKind::Log, file("no-log")},
              {StorageKind::Downloads, m_folder->path(), {}, false}});
        QVERIFY(waitUntil([&] { return words("records").contains(QStringLiteral("3.91 KiB")); }));
        QVERIFY(words("records").remove(QChar(0x200b)).startsWith(file("records.sqlite")));
        QCOMPARE(words("secrets"), QStringLiteral("In the desktop's keychain"));
        QVERIFY(words("log").contains(QStringLiteral("(not there)")));
        QVERIFY(!words("files from calls").contains(QLatin1Char('(')));
        QVERIFY(opener("records")->isVisible() && !opener("log")->isVisible() && !opener("secrets")->isVisible());
        opener("records")->click();
        QCOMPARE(m_opened, QStringList{m_folder->path()});
    }

    void clearsAfterAQuestion_data()
    {
        QTest::addColumn<int>("kind"); // -1: it works.
        QTest::addColumn<Tone>("tone");
        QTest::newRow("gone") << -1 << Tone::Success;
        QTest::newRow("in a call") << int(Error::Kind::Conflict) << Tone::Warning;
        QTest::newRow("stuck") << int(Error::Kind::Storage) << Tone::Danger;
    }
    void clearsAfterAQuestion()
    {
        QFETCH(int, kind);
        QFETCH(Tone, tone);
        open({});
        if (kind >= 0)
            m_clearing = failure(makeError(Error::Kind(kind)));
        QSignalSpy told(m_page.get(), &SettingsPage::told);
        auto *clear = m_page->findChild<QPushButton *>(QStringLiteral("siteDataClearButton"));
        clear->click();
        auto *question = m_page->findChild<ConfirmDialog *>();
        question->cancelButton()->click();
        QCOMPARE(m_cleared, 0);
        QVERIFY(waitUntil([&] { return !m_page->findChild<ConfirmDialog *>(); }));
        clear->click();
        m_page->findChild<ConfirmDialog *>()->actionButton()->click();
        QCOMPARE(m_cleared, 1);
        QCOMPARE(told.size(), 1);
        QCOMPARE(told.first().first().value<SettingsVerdict>().tone, tone);
    }

    /// It is read before it is sent.
    void theReportIsShownAndThenSaved()
    {
        open({});
        auto *text = m_page->findChild<QPlainTextEdit *>(QStringLiteral("reportText"));
        auto *save = m_page->findChild<QPushButton *>(QStringLiteral("reportSaveButton"));
        QVERIFY(!text->isVisible() && !save->isVisible());
        m_page->findChild<QPushButton *>(QStringLiteral("reportMakeButton"))->click();
        QVERIFY(waitUntil([&] { return text->isVisible() && save->isVisible(); }));
        QCOMPARE(text->toPlainText(), QStringLiteral("kaleyra is bad"));
        QVERIFY(text->isReadOnly());
        QSignalSpy told(m_page.get(), &SettingsPage::told);
        m_page->saveTo(file("report.txt"));
        QCOMPARE(told.first().first().value<SettingsVerdict>().tone, Tone::Success);
        QFile saved(file("report.txt"));
        QVERIFY(saved.open(QFile::ReadOnly));
        QCOMPARE(saved.readAll(), QByteArray("kaleyra is bad"));
        m_page->saveTo(file("nowhere/report.txt"));
        QCOMPARE(told.last().first().value<SettingsVerdict>().tone, Tone::Danger);
    }

    void theTestSaysWhetherSomethingHasToBeMended()
    {
        open({});
        const auto test = [this] {
            QSignalSpy told(m_page.get(), &SettingsPage::told);
            m_page->test();
            waitUntil([&] { return !told.isEmpty(); });
            return told.value(0).value(0).value<SettingsVerdict>();
        };
        const SettingsVerdict bad = test();
        QCOMPARE(bad.tone, Tone::Danger);
        QVERIFY2(bad.text().contains(QLatin1Char('1')), qPrintable(bad.text()));
        m_state = checks::Check::State::Notice;
        QCOMPARE(test().tone, Tone::Success);
    }

private:
    static Task<QList<checks::Check>> findings(checks::Check::State state)
    {
        QList<checks::Check> found;
        found.append({QStringLiteral("kaleyra"), state, QStringLiteral("bad")});
        co_return found;
    }
    void open(const QList<StoragePlace> &places)
    {
        m_page = std::make_unique<PrivacyPage>(
            PrivacyParts{.places = [places] { return places; },
                         .clearSiteData =
                             [this] {
                                 ++m_cleared;
                                 return m_clearing;
                             },
                         .examine = [this] { return findings(m_state); },
                         .writeReport =
                             [](const QList<checks::Check> &found) {
                                 return (found.first().name + QStringLiteral(" is ") + found.first().finding).toUtf8();
                             },
                         .openFolder = [this](const QString &folder) { m_opened << folder; }});
        QVERIFY(showActive(*m_page));
    }
    QString file(const char *name) const { return m_folder->filePath(QLatin1String(name)); }
    void write(const char *name, const QByteArray &content) const
    {
        QFile target(file(name));
        QVERIFY(target.open(QFile::WriteOnly));
        target.write(content);
    }
    QString words(const char *kind) const
    {
        return m_page->findChild<QLabel *>(QStringLiteral("place_") + QLatin1String(kind))->text();
    }
    QPushButton *opener(const char *kind) const
    {
        return m_page->findChild<QPushButton *>(QStringLiteral("placeOpen_") + QLatin1String(kind));
    }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<QTemporaryDir> m_folder;
    QStringList m_opened;
    int m_cleared = 0;
    Result<void> m_clearing;
    checks::Check::State m_state = checks::Check::State::Problem;
    std::unique_ptr<PrivacyPage> m_page;
};

QTEST_MAIN(TestPrivacyPage)
#include "test_privacy_page.moc"
