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
    void aFolderThatCannotBeWrittenToIsNobodys();
};

void TestSingleInstance::theSecondAsksTheFirst()
{
    const QTemporaryDir dir;
    SingleInstance first(dir.path());
    QCOMPARE(first.claim(), SingleInstance::Claim::First);
    QSignalSpy activation(&first, &SingleInstance::activationRequested);

    SingleInstance second(dir.path());
    QCOMPARE(second.claim(), SingleInstance::Claim::Another);
    QTRY_COMPARE(activation.count(), 1);
}

void TestSingleInstance::anotherFolderIsAnotherInstance()
{
    const QTemporaryDir one;
    const QTemporaryDir other;
    SingleInstance first(one.path());
    SingleInstance second(other.path());
    QCOMPARE(first.claim(), SingleInstance::Claim::First);
    QCOMPARE(second.claim(), SingleInstance::Claim::First);
}

void TestSingleInstance::theFolderIsFreeAgainAfterwards()
{
    const QTemporaryDir dir;
    {
        SingleInstance first(dir.path());
        QCOMPARE(first.claim(), SingleInstance::Claim::First);
    }
    SingleInstance next(dir.path());
    QCOMPARE(next.claim(), SingleInstance::Claim::First);
}

void TestSingleInstance::aFolderThatCannotBeWrittenToIsNobodys()
{
    // Root may write anywhere, but not below a file.
    const QTemporaryDir dir;
    QFile file(dir.filePath(QStringLiteral("file")));
    QVERIFY(file.open(QFile::WriteOnly));
    SingleInstance instance(dir.filePath(QStringLiteral("file/below")));
    QCOMPARE(instance.claim(), SingleInstance::Claim::Failed);
}

QTEST_GUILESS_MAIN(TestSingleInstance)
#include "test_single_instance.moc"
