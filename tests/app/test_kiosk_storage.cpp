#include "app/kiosk_storage.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using teleconsult::app::KioskStorage;
using teleconsult::app::kioskStoragePlaces;

class TestKioskStorage : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_home;

    QString place(const char *name) const { return m_home->filePath(QLatin1String(name)); }
    /// As an earlier start that was killed has left it.
    void leaveIn(const QString &folder) const
    {
        QFile cookies(folder + QStringLiteral("/call-profile/Cookies"));
        if (!QDir().mkpath(folder + QStringLiteral("/call-profile")) || !cookies.open(QFile::WriteOnly))
            qFatal("Nothing can be written");
    }

private slots:
    void init() { m_home = std::make_unique<QTemporaryDir>(); }

    /// In whichever place it was.
    void whatAnEarlierStartLeftGoes()
    {
        leaveIn(place("memory/an-earlier-one"));
        leaveIn(place("memory"));
        leaveIn(place("disk/another"));
        const KioskStorage storage({place("memory"), place("disk")});
        QCOMPARE(QDir(place("memory")).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
                 QStringList{QFileInfo(storage.folder()).fileName()});
        QVERIFY(QDir(place("disk")).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
        QVERIFY(QDir(storage.folder()).isEmpty());
        QCOMPARE(QFileInfo(storage.folder()).permissions() &
                     (QFile::ReadGroup | QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther),
                 QFile::Permissions());
    }

    /// Not even where it could not be erased.
    void noStartOpensTheFolderOfAnother()
    {
        QString first;
        {
            const KioskStorage storage({place("memory")});
            first = storage.folder();
            leaveIn(first);
        }
        QVERIFY(!QFileInfo::exists(first) && !QFileInfo::exists(place("memory")));
        const KioskStorage storage({place("memory")});
        QVERIFY(storage.folder() != first);
    }

    void withoutMemoryTheDiskIsUsed()
    {
        QVERIFY(QFile(place("memory")).open(QFile::WriteOnly)); // No folder can be there.
        const KioskStorage storage({place("memory"), place("disk")});
        QVERIFY(storage.folder().startsWith(place("disk")));
        QVERIFY(QFileInfo(storage.folder()).isDir());
    }

    void theMemoryIsOfOneDataFolder()
    {
        const QByteArray before = qgetenv("XDG_RUNTIME_DIR");
        QVERIFY(QFile(m_home->path()).setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        qputenv("XDG_RUNTIME_DIR", QFile::encodeName(m_home->path()));
        const QStringList a = kioskStoragePlaces(place("a"));
        const QStringList b = kioskStoragePlaces(place("b"));
        qputenv("XDG_RUNTIME_DIR", before);
        QVERIFY(a.first().startsWith(m_home->path()));
        QVERIFY(a.first() != b.first());
        QCOMPARE(a.last(), place("a") + QStringLiteral("/kiosk-call"));
    }
};

QTEST_GUILESS_MAIN(TestKioskStorage)
#include "test_kiosk_storage.moc"
