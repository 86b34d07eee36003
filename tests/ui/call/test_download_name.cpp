// Under which names files from a call are kept.
#include "ui/call/download_name.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace teleconsult::ui;

class TestDownloadName : public QObject
{
    Q_OBJECT
private slots:
    void safe_data();
    void safe();
    void aLongNameKeepsItsEnding();
    void nothingIsOverwritten();
    void theFileIsThePersonsAlone();
    void aFolderThatCannotBe();
    void aLinkIsNotFollowed();
};

void TestDownloadName::safe_data()
{
    QTest::addColumn<QString>("suggested");
    QTest::addColumn<QString>("name");
    QTest::newRow("as it is") << QStringLiteral("Lab report 3.pdf") << QStringLiteral("Lab report 3.pdf");
    QTest::newRow("accents") << QStringLiteral("Perché no.pdf") << QStringLiteral("Perché no.pdf");
    QTest::newRow("beyond the first plane") << QStringLiteral("\U0001F9B7.png") << QStringLiteral("\U0001F9B7.png");
    QTest::newRow("a folder") << QStringLiteral("../../.bashrc") << QStringLiteral("_.._.bashrc");
    QTest::newRow("an absolute path") << QStringLiteral("/etc/passwd") << QStringLiteral("_etc_passwd");
    QTest::newRow("backslashes") << QStringLiteral("..\\a.txt") << QStringLiteral("_a.txt");
    QTest::newRow("hidden") << QStringLiteral(".profile") << QStringLiteral("profile");
    QTest::newRow("control characters") << QStringLiteral("a\nb\tc\x1b.txt") << QStringLiteral("abc.txt");
    QTest::newRow("turned around") << QStringLiteral("photo\u202Egpj.exe") << QStringLiteral("photogpj.exe");
    QTest::newRow("invisible") << QStringLiteral("re\u200Bport.pdf") << QStringLiteral("report.pdf");
    QTest::newRow("half a character") << QString(QStringLiteral("a") + QChar(0xD83E) + QStringLiteral(".txt"))
                                      << QStringLiteral("a\uFFFD.txt");
    QTest::newRow("dots only") << QStringLiteral("...") << QStringLiteral("file");
    QTest::newRow("nothing") << QString() << QStringLiteral("file");
    QTest::newRow("blanks") << QStringLiteral("  a   b .txt ") << QStringLiteral("a b .txt");
    QTest::newRow("an option") << QStringLiteral("a.pdf.") << QStringLiteral("a.pdf");
}

void TestDownloadName::safe()
{
    QFETCH(QString, suggested);
    QTEST(safeFileName(suggested), "name");
}

void TestDownloadName::aLongNameKeepsItsEnding()
{
    const QString name = safeFileName(QString(300, QChar(0x00E9)) + QStringLiteral(".pdf"));
    QVERIFY(name.toUtf8().size() <= 200);
    QVERIFY(name.toUtf8().size() >= 198);
    QVERIFY(name.endsWith(QStringLiteral("\u00E9.pdf")));
}

void TestDownloadName::nothingIsOverwritten()
{
    const QTemporaryDir folder;
    QFile first(folder.filePath(QStringLiteral("a.tar.gz")));
    QVERIFY(first.open(QIODevice::WriteOnly));
    first.write("first");
    first.close();
    QCOMPARE(reserveFile(folder.path(), QStringLiteral("a.tar.gz")), QStringLiteral("a.tar (2).gz"));
    QCOMPARE(reserveFile(folder.path(), QStringLiteral("a.tar.gz")), QStringLiteral("a.tar (3).gz"));
    QVERIFY(first.open(QIODevice::ReadOnly));
    QCOMPARE(first.readAll(), QByteArray("first"));
}

void TestDownloadName::theFileIsThePersonsAlone()
{
    const QTemporaryDir root;
    const QString folder = root.filePath(QStringLiteral("made/when/needed"));
    QCOMPARE(reserveFile(folder, QStringLiteral("a.pdf")), QStringLiteral("a.pdf"));
    const QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    const QFileInfo made(QDir(folder).filePath(QStringLiteral("a.pdf")));
    QVERIFY(made.exists());
    QVERIFY(!(made.permissions() & others));
}

void TestDownloadName::aFolderThatCannotBe()
{
    const QTemporaryDir root;
    QFile inTheWay(root.filePath(QStringLiteral("file")));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    QCOMPARE(reserveFile(root.filePath(QStringLiteral("file/below")), QStringLiteral("a.pdf")), QString());
    QCOMPARE(reserveFile({}, QStringLiteral("a.pdf")), QString());
}

void TestDownloadName::aLinkIsNotFollowed()
{
    const QTemporaryDir root;
    const QString target = root.filePath(QStringLiteral("target"));
    QVERIFY(QFile::link(target, root.filePath(QStringLiteral("a.pdf"))));
    QCOMPARE(reserveFile(root.path(), QStringLiteral("a.pdf")), QStringLiteral("a (2).pdf"));
    QVERIFY(!QFile::exists(target));
}

QTEST_GUILESS_MAIN(TestDownloadName)
#include "test_download_name.moc"
