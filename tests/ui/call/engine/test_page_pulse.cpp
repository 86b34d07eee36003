// What a page's facts say about its connection.
#include "ui/call/engine/page_pulse.h"

#include <QTest>

using namespace teleconsult::ui;

Q_DECLARE_METATYPE(teleconsult::ui::Connection)

class TestPagePulse : public QObject
{
    Q_OBJECT
private slots:
    void connection_data();
    void connection();
};

void TestPagePulse::connection_data()
{
    QTest::addColumn<bool>("online");
    QTest::addColumn<bool>("broken");
    QTest::addColumn<int>("sockets");
    QTest::addColumn<QStringList>("peers");
    QTest::addColumn<bool>("isOnThisComputer");
    QTest::addColumn<Connection>("connection");
    const QStringList nobody;
    const QString up = QStringLiteral("connected");
    const QString down = QStringLiteral("disconnected");
    const QString failed = QStringLiteral("failed");
    const QString coming = QStringLiteral("connecting");
    QTest::newRow("nothing yet") << true << false << 0 << nobody << false << Connection::Unknown;
    QTest::newRow("waiting for others") << true << false << 1 << nobody << false << Connection::Good;
    QTest::newRow("in the call") << true << false << 1 << QStringList{up} << false << Connection::Good;
    QTest::newRow("one of two") << true << false << 1 << QStringList{failed, up} << false << Connection::Good;
    QTest::newRow("seen and heard without a server")
        << true << true << 0 << QStringList{up} << false << Connection::Good;
    QTest::newRow("no server") << true << true << 0 << nobody << false << Connection::Lost;
    QTest::newRow("no server, no peers") << true << true << 0 << QStringList{down} << false << Connection::Lost;
    QTest::newRow("no peers, server heard")
        << true << false << 1 << QStringList{down, failed} << false << Connection::Unsteady;
    QTest::newRow("no peers, no sockets at all")
        << true << false << 0 << QStringList{failed} << false << Connection::Lost;
    QTest::newRow("peers come") << true << false << 1 << QStringList{coming} << false << Connection::Good;
    QTest::newRow("cable out") << false << false << 1 << QStringList{down} << false << Connection::Lost;
    QTest::newRow("cable out, on this computer") << false << false << 1 << nobody << true << Connection::Good;
}

void TestPagePulse::connection()
{
    QFETCH(bool, online);
    QFETCH(bool, broken);
    QFETCH(int, sockets);
    QFETCH(QStringList, peers);
    QFETCH(bool, isOnThisComputer);
    QVariantList states;
    for (const QString &peer : peers)
        states << peer;
    const QVariantMap facts{{QStringLiteral("online"), online},
                            {QStringLiteral("broken"), broken},
                            {QStringLiteral("sockets"), sockets},
                            {QStringLiteral("peers"), states}};
    QTEST(connectionOf(facts, isOnThisComputer), "connection");
    QCOMPARE(connectionOf({}, isOnThisComputer), Connection::Unknown);
}

QTEST_GUILESS_MAIN(TestPagePulse)
#include "test_page_pulse.moc"
