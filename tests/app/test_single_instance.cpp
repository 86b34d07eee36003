// One program for each data folder: the second asks the first to come to the front.

#include "app/single_instance.h"
#include "core/domain/teleconsultation_link.h"

#include <QDir>
#include <QLocalSocket>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <atomic>
#include <memory>

using teleconsult::maximumLinkLength;
using teleconsult::app::SingleInstance;

class TestSingleInstance : public QObject
{
    Q_OBJECT
private slots:
    void theSecondAsksTheFirst();
    void oneThatDoesNotAnswerIsNoticed_data();
    void oneThatDoesNotAnswerIsNoticed();
    void oneThatEndsIsWaitedFor();
    void theSecondHandsItsLinkOver_data();
    void theSecondHandsItsLinkOver();
    void theLeaveToComeToTheFrontIsHandedOver();
    void whatIsTooLongIsNotTaken();
    void theyMeetInTheFolder_data();
    void theyMeetInTheFolder();
    void anotherFolderIsAnotherInstance();
    void theFolderIsFreeAgainAfterwards();
    void aFolderThatCannotBeWrittenToIsNobodys();
    void isAskedForItsState();
    void whoDoesNotAnswerIsToldOf();
};

void TestSingleInstance::theSecondAsksTheFirst()
{
    const QTemporaryDir dir;
    SingleInstance first(dir.path());
    QCOMPARE(first.claim(), SingleInstance::Claim::First);
    QSignalSpy activation(&first, &SingleInstance::activationRequested);

    const std::unique_ptr<QThread> other(QThread::create([&] {
        SingleInstance second(dir.path());
        QCOMPARE(second.claim(), SingleInstance::Claim::Another);
    }));
    other->start();
    QTRY_COMPARE(activation.count(), 1);
    QCOMPARE(activation.first().first().toString(), QString());
    QVERIFY(other->wait());
}

void TestSingleInstance::oneThatDoesNotAnswerIsNoticed_data()
{
    QTest::addColumn<bool>("listens");
    QTest::newRow("it hangs") << true; // It is connected to by the system: its own event loop does not run.
    QTest::newRow("it does not listen") << false;
}

void TestSingleInstance::oneThatDoesNotAnswerIsNoticed()
{
    QFETCH(bool, listens);
    const QTemporaryDir dir;
    SingleInstance first(dir.path());
    QCOMPARE(first.claim(), SingleInstance::Claim::First);
    if (!listens)
        first.stopListening();
    SingleInstance second(dir.path());
    QCOMPARE(second.claim(QStringLiteral("teleconsult://teleconsultation/1"), std::chrono::milliseconds(300)),
             SingleInstance::Claim::Deaf);
}

void TestSingleInstance::oneThatEndsIsWaitedFor()
{
    const QTemporaryDir dir;
    auto first = std::make_unique<SingleInstance>(dir.path());
    QCOMPARE(first->claim(), SingleInstance::Claim::First);
    first->stopListening(); // as after the event loop
    std::atomic<bool> isFirst = false;
    const std::unique_ptr<QThread> other(QThread::create([&] {
        SingleInstance second(dir.path());
        isFirst = second.claim(QStringLiteral("teleconsult://teleconsultation/1"), std::chrono::seconds(20)) ==
                  SingleInstance::Claim::First;
    }));
    other->start();
    QVERIFY(!other->wait(300));
    first.reset();
    QVERIFY(other->wait());
    QVERIFY(isFirst);
}

void TestSingleInstance::theSecondHandsItsLinkOver_data()
{
    QTest::addColumn<QString>("link");
    QTest::addColumn<QString>("arrives");
    const QString link = QStringLiteral("teleconsult://teleconsultation/69a5512c0f8e3b7d2c4a9e10");
    QTest::newRow("a link") << link << link;
    // Whether it is one is for the first program to see, and to say.
    QTest::newRow("no link") << QStringLiteral("per\u00f2 \u65e5\u672c") << QStringLiteral("per\u00f2 \u65e5\u672c");
    QTest::newRow("too long for a link") << QString(100000, u'\u65e5') << QString(maximumLinkLength + 1, u'\u65e5');
}

void TestSingleInstance::theSecondHandsItsLinkOver()
{
    QFETCH(QString, link);
    QFETCH(QString, arrives);
    const QTemporaryDir dir;
    SingleInstance first(dir.path());
    QCOMPARE(first.claim(link), SingleInstance::Claim::First); // its own link is its own affair
    QSignalSpy activation(&first, &SingleInstance::activationRequested);

    QThread *other = QThread::create([&] {
        SingleInstance second(dir.path());
        QCOMPARE(second.claim(link), SingleInstance::Claim::Another);
    });
    other->start();
    QTRY_COMPARE(activation.count(), 1);
    QCOMPARE(activation.first().first().toString(), arrives);
    QVERIFY(other->wait());
    delete other;
}

/// The desktop has given it to the program that was started, and it is the other whose window is wanted.
void TestSingleInstance::theLeaveToComeToTheFrontIsHandedOver()
{
    const QTemporaryDir dir;
    SingleInstance first(dir.path());
    QCOMPARE(first.claim(), SingleInstance::Claim::First);
    QSignalSpy activation(&first, &SingleInstance::activationRequested);
    const QString link = QStringLiteral("teleconsult://teleconsultation/1");
    const std::unique_ptr<QThread> other(QThread::create([&] {
        SingleInstance second(dir.path());
        second.setActivationToken("gnome-shell/Files/1234-5-host_TIME42");
        QCOMPARE(second.claim(link), SingleInstance::Claim::Another);
    }));
    other->start();
    QTRY_COMPARE(activation.count(), 1);
    QVERIFY(other->wait());
    QCOMPARE(activation.first().at(0).toString(), link);
    QCOMPARE(activation.first().at(1).toByteArray(), QByteArray("gnome-shell/Files/1234-5-host_TIME42"));
}

void TestSingleInstance::whatIsTooLongIsNotTaken()
{
    const QTemporaryDir dir;
    SingleInstance first(dir.path());
    QCOMPARE(first.claim(), SingleInstance::Claim::First);
    QSignalSpy activation(&first, &SingleInstance::activationRequested);
    QLocalSocket stranger;
    stranger.connectToServer(first.socketName());
    QVERIFY(stranger.waitForConnected());
    stranger.write(QByteArray(1 << 20, 'a'));
    stranger.flush();
    stranger.abort();
    QTRY_COMPARE(activation.count(), 1);
    QCOMPARE(activation.first().first().toString(), QString());
}

void TestSingleInstance::theyMeetInTheFolder_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("a usual name") << QStringLiteral("teleconsult");
    QTest::newRow("longer than a socket's path may be") << QString(200, u'x');
}

/// A service may be allowed to write there and nowhere else, and who may not look into it does not see the socket.
void TestSingleInstance::theyMeetInTheFolder()
{
    QFETCH(QString, name);
    const QTemporaryDir dir;
    const QString folder = dir.filePath(name);
    QVERIFY(QDir().mkdir(folder));
    SingleInstance first(folder);
    QCOMPARE(first.claim(), SingleInstance::Claim::First);
    QCOMPARE(QDir(folder).entryList(QDir::System | QDir::Hidden), QStringList(QStringLiteral("running.socket")));
    first.setStatus([] { return QJsonObject{{QStringLiteral("activity"), QStringLiteral("idle")}}; });
    bool answers = false;
    const std::unique_ptr<QThread> other(
        QThread::create([&] { answers = SingleInstance::askStatus(folder).has_value(); }));
    other->start();
    QTRY_VERIFY(other->isFinished());
    QVERIFY(answers);
    first.stopListening();
    QCOMPARE(QDir(folder).entryList(QDir::System | QDir::Hidden), QStringList());
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

void TestSingleInstance::isAskedForItsState()
{
    const QTemporaryDir dir;
    SingleInstance first(dir.path());
    QCOMPARE(first.claim(), SingleInstance::Claim::First);
    QSignalSpy activation(&first, &SingleInstance::activationRequested);
    first.setStatus([] { return QJsonObject{{QStringLiteral("activity"), QStringLiteral("idle")}}; });

    QJsonObject answer;
    const std::unique_ptr<QThread> other(
        QThread::create([&] { answer = SingleInstance::askStatus(dir.path()).value_or(QJsonObject()); }));
    other->start();
    QTRY_VERIFY(other->isFinished());
    QCOMPARE(answer.value(QLatin1String("activity")).toString(), QStringLiteral("idle"));
    QCOMPARE(activation.count(), 0); // Nobody wants it in front.
}

void TestSingleInstance::whoDoesNotAnswerIsToldOf()
{
    const QTemporaryDir dir;
    QCOMPARE(SingleInstance::askStatus(dir.path()).error().code, QStringLiteral("not_running"));
    SingleInstance first(dir.path());
    QCOMPARE(first.claim(), SingleInstance::Claim::First);
    // Its event loop does not run.
    QCOMPARE(SingleInstance::askStatus(dir.path(), std::chrono::milliseconds(200)).error().code,
             QStringLiteral("no_answer"));
}

QTEST_GUILESS_MAIN(TestSingleInstance)
#include "test_single_instance.moc"
