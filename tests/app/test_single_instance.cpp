// One program for each data folder: the second asks the first to come to the front.

#include "app/single_instance.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using teleconsult::app::SingleInstance;

class TestSingleInstance : public QObject
{
    Q_OBJECT
private slots:
    void theSecondAsksTheFirst();
    void anotherFolderIsAnotherInstance();
    void theFolderIsFreeAgainAfterwards();
};

void TestSingleInstance::theSecondAsksTheFirst()
{
    const QTemporaryDir dir;
    SingleInstance first(dir.path());
    QVERIFY(first.claim());
    QSignalSpy activation(&first, &SingleInstance::activationRequested);

    SingleInstance second(dir.path());
    QVERIFY(!second.claim());
    QTRY_COMPARE(activation.count(), 1);
}

void TestSingleInstance::anotherFolderIsAnotherInstance()
{
    const QTemporaryDir one;
    const QTemporaryDir other;
    SingleInstance first(one.path());
    SingleInstance second(other.path());
    QVERIFY(first.claim());
    QVERIFY(second.claim());
}

void TestSingleInstance::theFolderIsFreeAgainAfterwards()
{
    const QTemporaryDir dir;
    {
        SingleInstance first(dir.path());
        QVERIFY(first.claim());
    }
    SingleInstance next(dir.path());
    QVERIFY(next.claim());
}

QTEST_GUILESS_MAIN(TestSingleInstance)
#include "test_single_instance.moc"
