// What a running program tells those who look after it.
#include "app/program_status.h"

#include <QRegularExpression>
#include <QTest>

using namespace teleconsult::app;

class TestProgramStatus : public QObject
{
    Q_OBJECT

    static ProgramStatus example()
    {
        const QDateTime started = QDateTime::fromString(QStringLiteral("2026-03-02T08:00:00Z"), Qt::ISODate);
        return {.version = QStringLiteral("1.2.3"),
                .engineVersion = QStringLiteral("102.0.5005.177"),
                .profile = QStringLiteral("kiosk"),
                .activity = QStringLiteral("call"),
                .startedAt = started,
                .now = started.addDays(1),
                .callsEntered = 40,
                .pagesLost = 3,
                .pagesMended = 2,
                .callsFailed = 1,
                .suddenEnds = 5,
                .memory = 300 * 1024 * 1024};
    }

private slots:
    void comesBackFromJson()
    {
        const QJsonObject json = example().toJson();
        QCOMPARE(json.value(QLatin1String("uptimeSeconds")).toInteger(), 86400);
        QVERIFY(ProgramStatus::fromJson(json) == example());
        QVERIFY(!ProgramStatus::fromJson({}));
        QVERIFY(!ProgramStatus::fromJson({{QStringLiteral("version"), QStringLiteral("1")}}));
    }

    void sentence()
    {
        QCOMPARE(example().sentence(),
                 QStringLiteral("kiosk, call; 40 calls, 3 pages lost, 2 mended, 1 failed; 300 MiB"));
    }

    void metrics()
    {
        const QByteArray text = example().toMetrics();
        QVERIFY(text.contains("teleconsult_info{version=\"1.2.3\",engine=\"102.0.5005.177\",profile=\"kiosk\"} 1\n"));
        QVERIFY(
            text.contains("\n# TYPE teleconsult_calls_entered_total counter\nteleconsult_calls_entered_total 40\n"));
        QVERIFY(text.contains("teleconsult_start_time_seconds 1772438400\n"));
        QVERIFY(text.contains("teleconsult_in_call 1\n"));
        QVERIFY(text.contains("teleconsult_memory_bytes 314572800\n"));
        QVERIFY(text.contains("teleconsult_out_of_order 0\n"));
        ProgramStatus troubled = example();
        troubled.activity = QStringLiteral("trouble");
        QVERIFY(troubled.toMetrics().contains("teleconsult_out_of_order 1\n"));
    }

    // What the collector refuses is lost as a whole file.
    void everyLineIsOfTheFormat()
    {
        ProgramStatus status = example();
        status.version = QStringLiteral("1 \"odd\" \\ one\n");
        const QByteArray text = status.toMetrics();
        QVERIFY(text.endsWith('\n'));
        static const QRegularExpression line(
            QStringLiteral("^(# (HELP|TYPE) [a-z_]+ "
                           ".+|[a-z_]+(\\{[a-z]+=\"([^\"\\\\\n]|\\\\[\\\\\"n])*\"(,[a-z]+=\"[^\"]*\")*\\})? [0-9]+)$"));
        const QStringList lines = QString::fromUtf8(text).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        QVERIFY(lines.size() >= 27);
        for (const QString &each : lines)
            QVERIFY2(line.match(each).hasMatch(), qPrintable(each));
    }
};

QTEST_GUILESS_MAIN(TestProgramStatus)
#include "test_program_status.moc"
