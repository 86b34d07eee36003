// What the journal is told of the log.
#include "app/journal_log.h"

#include "core/files/data_folder.h"
#include "core/support/log_file.h"

#include <QLoggingCategory>
#include <QTemporaryDir>
#include <QTemporaryFile>
#include <QTest>

#include <sys/stat.h>

using namespace teleconsult;

namespace {

Q_LOGGING_CATEGORY(ours, "teleconsult.test")
Q_LOGGING_CATEGORY(page, "js")

} // namespace

class TestJournalLog : public QObject
{
    Q_OBJECT

private slots:
    void aLineIsFields_data()
    {
        QTest::addColumn<QtMsgType>("type");
        QTest::addColumn<QByteArray>("category");
        QTest::addColumn<QString>("message");
        QTest::addColumn<QList<QByteArray>>("fields");

        using Fields = QList<QByteArray>;
        QTest::newRow("warning") << QtWarningMsg << QByteArray("teleconsult.call") << QStringLiteral("the page ended")
                                 << Fields{"MESSAGE=the page ended", "PRIORITY=4", "QT_CATEGORY=teleconsult.call"};
        QTest::newRow("info") << QtInfoMsg << QByteArray("qt.network") << QStringLiteral("up")
                              << Fields{"MESSAGE=up", "PRIORITY=6", "QT_CATEGORY=qt.network"};
        QTest::newRow("debug") << QtDebugMsg << QByteArray("teleconsult.call") << QStringLiteral("x")
                               << Fields{"MESSAGE=x", "PRIORITY=7", "QT_CATEGORY=teleconsult.call"};
        QTest::newRow("critical") << QtCriticalMsg << QByteArray("teleconsult.records") << QStringLiteral("è grave")
                                  << Fields{"MESSAGE=è grave", "PRIORITY=3", "QT_CATEGORY=teleconsult.records"};
        QTest::newRow("fatal") << QtFatalMsg << QByteArray("teleconsult.call") << QStringLiteral("no page")
                               << Fields{"MESSAGE=no page", "PRIORITY=2", "QT_CATEGORY=teleconsult.call"};
        QTest::newRow("link") << QtWarningMsg << QByteArray("teleconsult.call")
                              << QStringLiteral("not https://clinic.example/call/8a7f?who=luca for luca@example.org")
                              << Fields{"MESSAGE=not … for …", "PRIORITY=4", "QT_CATEGORY=teleconsult.call"};
        // A line that could begin a field of its own.
        QTest::newRow("two lines") << QtWarningMsg << QByteArray("teleconsult.call")
                                   << QStringLiteral("one\nPRIORITY=0")
                                   << Fields{"MESSAGE=one PRIORITY=0", "PRIORITY=4", "QT_CATEGORY=teleconsult.call"};
        QTest::newRow("page's warning") << QtWarningMsg << QByteArray("js") << QStringLiteral("Luca Romano has joined")
                                        << Fields{"MESSAGE=…", "PRIORITY=4", "QT_CATEGORY=js"};
        QTest::newRow("page's chatter") << QtInfoMsg << QByteArray("js") << QStringLiteral("Luca Romano") << Fields{};
    }
    void aLineIsFields()
    {
        QFETCH(QtMsgType, type);
        QFETCH(QByteArray, category);
        QFETCH(QString, message);
        QFETCH(QList<QByteArray>, fields);
        const QMessageLogContext context(nullptr, 0, nullptr, category.constData());
        QCOMPARE(app::journalFields(type, context, message), fields);
    }

    void withoutACategoryItHasTheUsualOne()
    {
        const QMessageLogContext context(nullptr, 0, "void f()", nullptr);
        QCOMPARE(app::journalFields(QtWarningMsg, context, QStringLiteral("whoever")),
                 (QList<QByteArray>{"MESSAGE=…", "PRIORITY=4", "QT_CATEGORY=default", "QT_FUNCTION=void f()"}));
    }

    /// The stream is told by its place in the file system: whoever runs a program from the journal's own hands down the
    /// variable, not the stream.
    void theStreamIsKnownByItsPlace()
    {
        QTemporaryFile stream;
        QTemporaryFile other;
        QVERIFY(stream.open() && other.open());
        struct stat facts = {};
        QCOMPARE(::fstat(stream.handle(), &facts), 0);
        const QByteArray place =
            QByteArray::number(quint64(facts.st_dev)) + ':' + QByteArray::number(quint64(facts.st_ino));
        QVERIFY(app::isJournalStream(stream.handle(), place));
        QVERIFY(!app::isJournalStream(other.handle(), place));
        QVERIFY(!app::isJournalStream(stream.handle(), {}));
        QVERIFY(!app::isJournalStream(stream.handle(), "8:"));
        QVERIFY(!app::isJournalStream(-1, place));
    }

    void linesGoThereAndIntoTheFile()
    {
        const QTemporaryDir folder;
        const QString path = files::logFile(folder.path());
        QList<QList<QByteArray>> sent;
        {
            const app::JournalLog journal([&](const QList<QByteArray> &fields) { sent << fields; });
            const support::LogFile file(path);
            qCWarning(ours, "the records cannot be read");
            qCInfo(page, "Luca Romano");
        }
        qCWarning(ours, "nobody is told of this");
        QCOMPARE(sent.size(), 1);
        QVERIFY(sent.first().contains("MESSAGE=the records cannot be read"));
        QVERIFY(sent.first().contains("PRIORITY=4"));
        QVERIFY(sent.first().contains("QT_CATEGORY=teleconsult.test"));
        QCOMPARE(support::LogFile::recentLines(path, 10).size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestJournalLog)
#include "test_journal_log.moc"
