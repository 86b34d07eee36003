// Which starts of the program ended without a word.
#include "app/start_journal.h"

#include "core/domain/crash_loop.h"
#include "tests/support/manual_clock.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace teleconsult;
using namespace std::chrono_literals;

class TestStartJournal : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    test::ManualClock m_clock{QDateTime::fromString(QStringLiteral("2026-03-02T08:00:00Z"), Qt::ISODate)};
    QString m_path = m_dir.filePath(QStringLiteral("starts"));

    std::chrono::milliseconds wait()
    {
        return crash_loop::wait(app::StartJournal(m_path, m_clock).suddenEnds(), m_clock.now());
    }
    void startAndEndSuddenly()
    {
        app::StartJournal(m_path, m_clock).begin();
        m_clock.advance(1min);
    }

private slots:
    void cleanup() { QFile::remove(m_path); }

    void remembersSuddenEnds()
    {
        startAndEndSuddenly();
        startAndEndSuddenly();
        QCOMPARE(wait(), 0ms);
        startAndEndSuddenly();
        QCOMPARE(wait(), 30000ms);
        QCOMPARE(app::StartJournal(m_path, m_clock).suddenEnds().first(), m_clock.now().addSecs(-3 * 60));
    }

    void aGoodStartSettlesAll()
    {
        for (int i = 0; i < 3; ++i)
            startAndEndSuddenly();
        app::StartJournal good(m_path, m_clock);
        good.begin();
        good.settle();
        QVERIFY(good.suddenEnds().isEmpty());
        QCOMPARE(wait(), 0ms);
    }

    void staysSmall()
    {
        for (int i = 0; i < 200; ++i)
            startAndEndSuddenly();
        QVERIFY(QFile(m_path).size() < 1024);
        QCOMPARE(app::StartJournal(m_path, m_clock).suddenEnds().last(), m_clock.now().addSecs(-60));
    }

    void whatIsNoTimeIsLeftOut()
    {
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("2026-03-02T07:00:00.000Z\n\nnonsense\n" + QByteArray(1000, 'x') + "\n2026-03-02T07:01");
        file.close();
        QCOMPARE(app::StartJournal(m_path, m_clock).suddenEnds().size(), 2);
    }

    void withoutAFolderItGoesOn()
    {
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("Starts cannot be written down: .+")));
        app::StartJournal nowhere(m_dir.filePath(QStringLiteral("gone/starts")), m_clock);
        nowhere.begin();
        QVERIFY(nowhere.suddenEnds().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestStartJournal)
#include "test_start_journal.moc"
