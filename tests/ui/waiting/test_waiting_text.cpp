#include "ui/waiting/waiting_text.h"

#include <QTest>

using namespace teleconsult;
using namespace teleconsult::ui;
using namespace std::chrono_literals;

class TestWaitingText : public QObject
{
    Q_OBJECT
private slots:
    void countdown_data()
    {
        QTest::addColumn<qint64>("ms");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *text, std::chrono::milliseconds left) {
            QTest::newRow(text) << qint64(left.count()) << QString::fromLatin1(text);
        };
        row("0:00", 0ms);
        row("0:01", 1ms);
        row("0:59", 59s);
        row("1:00", 60s);
        row("5:00", 4min + 59s + 1ms);
        row("59:59", 1h - 1s);
        row("1:00:00", 1h);
        row("23:59:59", 24h - 1s);
        row("1 d 0:00:00", 24h);
        row("2 d 3:04:05", 51h + 4min + 5s);
    }
    void countdown()
    {
        QFETCH(qint64, ms);
        QTEST(WaitingText::countdown(std::chrono::milliseconds(ms)), "text");
    }
    void thePastIsNotCounted() { QCOMPARE(WaitingText::countdown(-5s), QStringLiteral("0:00")); }
};

QTEST_GUILESS_MAIN(TestWaitingText)
#include "test_waiting_text.moc"
