// The log in systemd's own journal, which takes it as a service's. Run by tests/support/with_journal.
#include "app/journal_log.h"

#include <QLoggingCategory>
#include <QTest>

#include <sys/stat.h>
#include <sys/syslog.h>
#include <systemd/sd-journal.h>
#include <unistd.h>

#include <cstdio>
#include <memory>

using namespace teleconsult;

namespace {

Q_LOGGING_CATEGORY(ours, "teleconsult.test")
Q_LOGGING_CATEGORY(page, "js")

/// Standard error as systemd gives it to a service: the journal's stream, and where it is to be known by.
bool becomeService()
{
    const int stream = sd_journal_stream_fd("teleconsult-test", LOG_INFO, 0);
    struct stat facts = {};
    if (stream < 0 || ::dup2(stream, STDERR_FILENO) < 0 || ::fstat(STDERR_FILENO, &facts) != 0)
        return false;
    return qputenv("JOURNAL_STREAM",
                   QByteArray::number(quint64(facts.st_dev)) + ':' + QByteArray::number(quint64(facts.st_ino)));
}

/// The fields of every entry with this one, as far as they are asked for.
QList<QByteArrayList> entries(const QByteArray &match, const QByteArrayList &names)
{
    QList<QByteArrayList> found;
    sd_journal *opened = nullptr;
    if (sd_journal_open_directory(&opened, "/run/log/journal", 0) < 0)
        return found;
    const std::unique_ptr<sd_journal, decltype(&sd_journal_close)> journal(opened, &sd_journal_close);
    if (sd_journal_add_match(opened, match.constData(), size_t(match.size())) < 0)
        return found;
    while (sd_journal_next(opened) > 0) {
        QByteArrayList fields;
        for (const QByteArray &name : names) {
            const void *data = nullptr;
            size_t length = 0;
            if (sd_journal_get_data(opened, name.constData(), &data, &length) == 0)
                fields << QByteArray(static_cast<const char *>(data), qsizetype(length));
        }
        found << fields;
    }
    return found;
}

} // namespace

class TestJournald : public QObject
{
    Q_OBJECT
private slots:
    void theJournalHasTheFields()
    {
        QVERIFY(becomeService());
        const std::unique_ptr<app::JournalLog> log = app::JournalLog::whereThereIsOne();
        QVERIFY(log);
        qCWarning(ours, "not https://clinic.example/call/8a7f?who=luca\nPRIORITY=0");
        qCWarning(page, "Luca Romano has joined");
        qCInfo(page, "Luca Romano");
        qCInfo(ours, "all is well");
        std::fputs("a library's own line\n", stderr);
        std::fflush(stderr);

        const QByteArrayList names{"MESSAGE", "PRIORITY", "QT_CATEGORY"};
        const QList<QByteArrayList> expected{{"MESSAGE=not … PRIORITY=0", "PRIORITY=4", "QT_CATEGORY=teleconsult.test"},
                                             {"MESSAGE=all is well", "PRIORITY=6", "QT_CATEGORY=teleconsult.test"}};
        QTRY_COMPARE_WITH_TIMEOUT(entries("QT_CATEGORY=teleconsult.test", names), expected, 30000);
        const QList<QByteArrayList> pages{{"MESSAGE=…", "PRIORITY=4", "QT_CATEGORY=js"}};
        QCOMPARE(entries("QT_CATEGORY=js", names), pages);
        const QList<QByteArrayList> plain{{"MESSAGE=a library's own line"}};
        QTRY_COMPARE_WITH_TIMEOUT(entries("SYSLOG_IDENTIFIER=teleconsult-test", {"MESSAGE", "QT_CATEGORY"}), plain,
                                  30000);
    }
};

QTEST_GUILESS_MAIN(TestJournald)
#include "test_journald.moc"
