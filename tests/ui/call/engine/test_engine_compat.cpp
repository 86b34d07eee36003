// What the engine is told at its start.
#include "ui/call/engine/engine_compat.h"

#include <QQuickWindow>
#include <QTest>

using namespace teleconsult::ui;

class TestEngineCompat : public QObject
{
    Q_OBJECT
private slots:
    void theCommandLine_data();
    void theCommandLine();
};

void TestEngineCompat::theCommandLine_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<bool>("plainly");
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("as usual") << QByteArray("--a") << false << QByteArray("--a");
    QTest::newRow("plainly") << QByteArray() << true << QByteArray("--disable-gpu");
    QTest::newRow("plainly, with flags of the person's")
        << QByteArray("--a") << true << QByteArray("--a --disable-gpu");
    QTest::newRow("plain already") << QByteArray("--disable-gpu --a") << true << QByteArray("--disable-gpu --a");
}

void TestEngineCompat::theCommandLine()
{
    QFETCH(QByteArray, before);
    QFETCH(bool, plainly);
    QFETCH(QByteArray, after);
    qputenv("QTWEBENGINE_CHROMIUM_FLAGS", before);
    compat::prepareEngine(plainly);
    QCOMPARE(qgetenv("QTWEBENGINE_CHROMIUM_FLAGS").trimmed(), after);
    compat::prepareEngine(plainly); // After a restart it finds what it has left.
    QCOMPARE(qgetenv("QTWEBENGINE_CHROMIUM_FLAGS").trimmed(), after);
    if (plainly)
        QCOMPARE(QQuickWindow::sceneGraphBackend(), QStringLiteral("software"));
}

QTEST_GUILESS_MAIN(TestEngineCompat)
#include "test_engine_compat.moc"
