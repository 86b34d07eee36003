#include "core/support/log_file.h"

#include "core/files/data_folder.h"

#include <QDir>
#include <QLoggingCategory>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using teleconsult::support::LogFile;
namespace files = teleconsult::files;

namespace {

Q_LOGGING_CATEGORY(ours, "teleconsult.test")
Q_LOGGING_CATEGORY(page, "js")

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestLogFile : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    static inline QStringList s_heard;

    QString path() const { return files::logFile(m_folder->path()); }
    /// Without their times.
    QStringList lines() const
    {
        QStringList found;
        const QStringList kept = LogFile::recentLines(path(), 1000);
        for (const QString &line : kept)
            found << line.section(QLatin1Char(' '), 1);
        return found;
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        s_heard.clear();
        // In the place of standard error.
        qInstallMessageHandler(
            [](QtMsgType, const QMessageLogContext &, const QString &message) { s_heard << message; });
    }
    void cleanup() { qInstallMessageHandler(nullptr); }

    void keepsLinesAndPassesThemOn()
    {
        {
            const LogFile log(path());
            qCWarning(ours, "the records cannot be read");
            qCInfo(ours, "started");
        }
        qCWarning(ours, "nobody keeps this");
        QCOMPARE(lines(), (QStringList{QStringLiteral("warning teleconsult.test: the records cannot be read"),
                                       QStringLiteral("info teleconsult.test: started")}));
        QCOMPARE(s_heard, (QStringList{QStringLiteral("the records cannot be read"), QStringLiteral("started"),
                                       QStringLiteral("nobody keeps this")}));
        const QString time = LogFile::recentLines(path(), 1).first().section(QLatin1Char(' '), 0, 0);
        QVERIFY(QDateTime::fromString(time, Qt::ISODateWithMs).isValid());
    }

    void nobodyElseMayLook()
    {
        const LogFile log(path());
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY((QFile::permissions(path()) & others) == 0);
        QVERIFY((QFile::permissions(QFileInfo(path()).path()) & others) == 0);
    }

    /// Whatever somebody lets slip into a line.
    void secretsAreTakenOut_data()
    {
        QTest::addColumn<QString>("slip");
        QTest::newRow("key") << "ak_live_CANARYKEY7f3a9";
        QTest::newRow("link") << "https://call.example/r/Canarina";
        QTest::newRow("address") << "canarina@clinic.example";
    }
    void secretsAreTakenOut()
    {
        QFETCH(QString, slip);
        {
            const LogFile log(path());
            qCWarning(ours).noquote() << "it failed for" << slip;
        }
        const QByteArray kept = contentOf(path());
        QVERIFY(kept.contains("it failed for"));
        QVERIFY2(!kept.contains(slip.toUtf8()), kept.constData());
    }

    /// A call page may say anybody's name.
    void whatOthersSayIsNotKept()
    {
        {
            const LogFile log(path());
            qCWarning(page, "Canarina has left");
            qCDebug(page, "Canarina is typing");
            qWarning("Canarina");
        }
        QVERIFY(!contentOf(path()).contains("anarina"));
        QCOMPARE(lines(), (QStringList{QStringLiteral("warning js: …"), QStringLiteral("warning default: …")}));
        QCOMPARE(s_heard.size(), 3);
    }

    void aLineThatIsRepeatedIsCounted()
    {
        {
            const LogFile log(path());
            for (int i = 0; i < 1000; ++i)
                qCWarning(ours, "again");
            qCWarning(ours, "at last");
        }
        QCOMPARE(lines(), (QStringList{QStringLiteral("warning teleconsult.test: again"),
                                       QStringLiteral("(the last line 999 times more)"),
                                       QStringLiteral("warning teleconsult.test: at last")}));
    }

    void itIsBounded()
    {
        constexpr qint64 largest = 2000;
        {
            const LogFile log(path(), largest);
            for (int i = 0; i < 200; ++i)
                qCWarning(ours, "line %d of many", i);
        }
        QCOMPARE(QDir(QFileInfo(path()).path()).entryList(QDir::Files).size(), 2);
        QVERIFY(QFileInfo(path()).size() < largest + 200);
        QVERIFY(QFileInfo(path() + QStringLiteral(".1")).size() < largest + 200);
        const QStringList kept = LogFile::recentLines(path(), 3);
        QCOMPARE(kept.size(), 3);
        QVERIFY(kept.last().endsWith(QLatin1String("line 199 of many")));
        QVERIFY(kept.first().endsWith(QLatin1String("line 197 of many")));
    }

    void linesOfThreadsAreWhole()
    {
        {
            const LogFile log(path());
            std::vector<std::unique_ptr<QThread>> threads;
            for (int t = 0; t < 4; ++t) {
                threads.emplace_back(QThread::create([t] {
                    for (int i = 0; i < 50; ++i)
                        qCWarning(ours, "thread %d says %d", t, i);
                }));
                threads.back()->start();
            }
            for (const auto &thread : threads)
                thread->wait();
        }
        const QStringList kept = lines();
        QCOMPARE(kept.size(), 200);
        for (const QString &line : kept)
            QVERIFY2(line.startsWith(QLatin1String("warning teleconsult.test: thread ")), qPrintable(line));
    }

    void withoutAPlaceItOnlySaysSo()
    {
        QFile blocking(m_folder->filePath(QStringLiteral("log")));
        QVERIFY(blocking.open(QFile::WriteOnly));
        const LogFile log(path());
        qCWarning(ours, "still heard");
        QCOMPARE(s_heard, (QStringList{QStringLiteral("the log cannot be kept on this computer"),
                                       QStringLiteral("still heard")}));
        QVERIFY(LogFile::recentLines(path(), 10).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestLogFile)
#include "test_log_file.moc"
