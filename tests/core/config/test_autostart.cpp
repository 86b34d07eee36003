#include "core/config/autostart.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using teleconsult::config::Autostart;

class TestAutostart : public QObject
{
    Q_OBJECT
private slots:
    void onAndOffAgain();
    void theDesktopMaySwitchItOff();
    void theEntryNamesTheProgram_data();
    void theEntryNamesTheProgram();
    void whatCannotBeWrittenIsAnError();
};

namespace {

QString contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QFile::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

void TestAutostart::onAndOffAgain()
{
    const QTemporaryDir home;
    const Autostart autostart(home.path(), QStringLiteral("teleconsult"));
    QVERIFY(!autostart.isOn());
    QVERIFY(autostart.set(false)); // nothing there, nothing to do
    QVERIFY(autostart.set(true));
    QVERIFY(autostart.isOn());
    QVERIFY(autostart.set(true));
    QCOMPARE(QDir(home.filePath(QStringLiteral("autostart"))).entryList(QDir::Files),
             QStringList{QStringLiteral("teleconsult.desktop")});
    QVERIFY(autostart.set(false));
    QVERIFY(!autostart.isOn());
}

void TestAutostart::theDesktopMaySwitchItOff()
{
    const QTemporaryDir home;
    const Autostart autostart(home.path(), QStringLiteral("teleconsult"));
    QVERIFY(autostart.set(true));
    QFile file(autostart.path());
    QVERIFY(file.open(QFile::Append));
    file.write("Hidden=true\n");
    file.close();
    QVERIFY(!autostart.isOn());
    QVERIFY(autostart.set(true));
    QVERIFY(autostart.isOn());
}

void TestAutostart::theEntryNamesTheProgram_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QString>("line");
    QTest::newRow("by its name") << QStringLiteral("teleconsult") << QStringLiteral("Exec=\"teleconsult\"\n");
    QTest::newRow("a path with a blank") << QStringLiteral("/opt/a b/teleconsult")
                                         << QStringLiteral("Exec=\"/opt/a b/teleconsult\"\n");
    QTest::newRow("what a shell would read")
        << QStringLiteral("/opt/$x`y\"z\\/100%") << QStringLiteral("Exec=\"/opt/\\\\$x\\\\`y\\\\\"z\\\\\\\\/100%%\"\n");
}

void TestAutostart::theEntryNamesTheProgram()
{
    QFETCH(QString, program);
    QFETCH(QString, line);
    const QTemporaryDir home;
    const Autostart autostart(home.path(), program);
    QVERIFY(autostart.set(true));
    const QString entry = contentOf(autostart.path());
    QVERIFY2(entry.startsWith(QStringLiteral("[Desktop Entry]\n")), qPrintable(entry));
    QVERIFY2(entry.contains(u'\n' + line), qPrintable(entry));
}

void TestAutostart::whatCannotBeWrittenIsAnError()
{
    const QTemporaryDir home;
    QFile file(home.filePath(QStringLiteral("autostart"))); // a file where the folder should be
    QVERIFY(file.open(QFile::WriteOnly));
    const Autostart autostart(home.path(), QStringLiteral("teleconsult"));
    const teleconsult::Result<void> done = autostart.set(true);
    QVERIFY(!done);
    QCOMPARE(done.error().kind, teleconsult::Error::Kind::Storage);
    QCOMPARE(done.error().code, QStringLiteral("autostart_unwritable"));
    QVERIFY(!autostart.isOn());
}

QTEST_GUILESS_MAIN(TestAutostart)
#include "test_autostart.moc"
