#include "core/files/folder_eraser.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using teleconsult::files::FolderEraser;
using namespace std::chrono_literals;

class TestFolderEraser : public QObject
{
    Q_OBJECT

    QTemporaryDir m_place;

    QString fill(const QString &name) const
    {
        const QString folder = m_place.filePath(name);
        QFile file(folder + QStringLiteral("/below/.marker"));
        if (!QDir().mkpath(folder + QStringLiteral("/below")) || !file.open(QFile::WriteOnly) || file.write("who") < 0)
            qFatal("Nothing can be written");
        return folder;
    }
    static bool isThere(const QString &folder) { return QFileInfo::exists(folder); }

private slots:
    void erasesAtOnce()
    {
        const QString folder = fill(QStringLiteral("a"));
        FolderEraser eraser(10ms);
        QVERIFY(eraser.erase({folder, m_place.filePath(QStringLiteral("never-there"))}));
        QVERIFY(!isThere(folder));
        QTRY_VERIFY(!eraser.isAtWork()); // It has stayed away.
    }

    void whatIsWrittenAnewGoesToo()
    {
        const QString folder = fill(QStringLiteral("a"));
        FolderEraser eraser(10ms);
        QVERIFY(eraser.erase({folder}));
        fill(QStringLiteral("a"));
        QTRY_VERIFY(!isThere(folder));
        QTRY_VERIFY(!eraser.isAtWork());
    }

    void whatCannotBeErasedIsTriedAgain()
    {
        if (geteuid() == 0)
            QSKIP("root may erase everything");
        const QString folder = fill(QStringLiteral("a"));
        const QByteArray below = QFile::encodeName(folder + QStringLiteral("/below"));
        QVERIFY(::chmod(below.constData(), S_IRUSR | S_IXUSR) == 0);
        FolderEraser eraser(10ms);
        QVERIFY(!eraser.erase({folder}));
        QVERIFY(isThere(folder) && eraser.isAtWork());
        QVERIFY(::chmod(below.constData(), S_IRWXU) == 0);
        QTRY_VERIFY(!isThere(folder) && !eraser.isAtWork());
    }

    void ofALinkOnlyTheLinkGoes()
    {
        const QString folder = fill(QStringLiteral("elsewhere"));
        const QString link = m_place.filePath(QStringLiteral("link"));
        QVERIFY(QFile::link(folder, link));
        FolderEraser eraser(10ms);
        QVERIFY(eraser.erase({link}));
        QVERIFY(!QFileInfo(link).isSymLink() && isThere(folder));
    }
};

QTEST_GUILESS_MAIN(TestFolderEraser)
#include "test_folder_eraser.moc"
