#include "core/files/private_file.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace teleconsult;

class TestPrivateFile : public QObject
{
    Q_OBJECT
private slots:
    void nobodyElseMayReadIt();
    void whatWasThereIsReplacedAndClosed();
    void withoutAPlaceNothingIsLeft();
};

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

int modeOf(const QString &path)
{
    struct stat status = {};
    return stat(QFile::encodeName(path).constData(), &status) == 0 ? int(status.st_mode & 0777) : -1;
}

} // namespace

void TestPrivateFile::nobodyElseMayReadIt()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.ics"));
    const mode_t usual = umask(0);
    const Result<void> written = files::writePrivateFile(path, "content");
    umask(usual);
    QVERIFY(written);
    QCOMPARE(contentOf(path), QByteArray("content"));
    QCOMPARE(modeOf(path), 0600);
}

void TestPrivateFile::whatWasThereIsReplacedAndClosed()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.ics"));
    QFile old(path);
    QVERIFY(old.open(QFile::WriteOnly));
    old.write("what was there before, and longer");
    old.close();
    QVERIFY(old.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther | QFile::ReadGroup));
    QVERIFY(files::writePrivateFile(path, "new"));
    QCOMPARE(contentOf(path), QByteArray("new"));
    QCOMPARE(modeOf(path), 0600);
}

void TestPrivateFile::withoutAPlaceNothingIsLeft()
{
    const QTemporaryDir folder;
    const Result<void> written = files::writePrivateFile(folder.filePath(QStringLiteral("none/a.ics")), "x");
    QVERIFY(!written);
    QCOMPARE(written.error().kind, Error::Kind::Storage);
    QCOMPARE(written.error().code, QStringLiteral("file_unwritable"));
    QVERIFY(QDir(folder.path()).isEmpty());
}

QTEST_GUILESS_MAIN(TestPrivateFile)
#include "test_private_file.moc"
