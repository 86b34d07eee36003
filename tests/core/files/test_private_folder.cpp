#include "core/files/private_folder.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>
#include <vector>

using namespace teleconsult;
using files::makePrivateFolder;

namespace {

/// The permission bits, the sticky one included; -1: there is nothing.
int modeOf(const QString &path)
{
    struct stat found = {};
    return ::stat(QFile::encodeName(path).constData(), &found) == 0 ? int(found.st_mode & 07777) : -1;
}

bool setMode(const QString &path, mode_t mode)
{
    return ::chmod(QFile::encodeName(path).constData(), mode) == 0;
}

/// With a mask that leaves a new folder open to everybody, unless its maker says otherwise.
class OpenMask
{
public:
    OpenMask() : m_before(::umask(0)) {}
    ~OpenMask() { ::umask(m_before); }
    Q_DISABLE_COPY_MOVE(OpenMask)

private:
    mode_t m_before;
};

} // namespace

class TestPrivateFolder : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void missingOnesAreMadePrivate_data();
    void missingOnesAreMadePrivate();
    void rightsOfOthersAreTaken_data();
    void rightsOfOthersAreTaken();
    void theOneAboveStaysAsItIs();
    void anotherUsersIsLeftAlone();
    void whatIsNoFolderIsReported_data();
    void whatIsNoFolderIsReported();
    void whereNothingCanBeMadeIsReported();
    void severalAtOnceAllSucceed();

private:
    QString at(const QString &name) const { return m_folder->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestPrivateFolder::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestPrivateFolder::missingOnesAreMadePrivate_data()
{
    QTest::addColumn<QString>("asked");
    QTest::addColumn<QStringList>("made");
    QTest::newRow("one") << QStringLiteral("a") << QStringList{QStringLiteral("a")};
    QTest::newRow("several") << QStringLiteral("a/b/c")
                             << QStringList{QStringLiteral("a"), QStringLiteral("a/b"), QStringLiteral("a/b/c")};
    QTest::newRow("with a slash behind") << QStringLiteral("a/b/")
                                         << QStringList{QStringLiteral("a"), QStringLiteral("a/b")};
    QTest::newRow("no ASCII") << QStringLiteral("è così") << QStringList{QStringLiteral("è così")};
}

void TestPrivateFolder::missingOnesAreMadePrivate()
{
    QFETCH(QString, asked);
    QFETCH(QStringList, made);
    const OpenMask mask;
    QVERIFY(makePrivateFolder(at(asked)));
    for (const QString &name : made)
        QCOMPARE(modeOf(at(name)), 0700);
    QVERIFY(makePrivateFolder(at(asked))); // Again: nothing happens.
    QCOMPARE(modeOf(at(asked)), 0700);
}

void TestPrivateFolder::rightsOfOthersAreTaken_data()
{
    QTest::addColumn<int>("before");
    QTest::addColumn<int>("after");
    QTest::newRow("private") << 0700 << 0700;
    QTest::newRow("others may look") << 0755 << 0700;
    QTest::newRow("the group may write") << 0770 << 0700;
    QTest::newRow("everybody may pass") << 0711 << 0700;
    QTest::newRow("for reading only: the owner's own affair") << 0555 << 0500;
    QTest::newRow("made for everybody") << 01777 << 01777;
}

void TestPrivateFolder::rightsOfOthersAreTaken()
{
    QFETCH(int, before);
    QFETCH(int, after);
    const QString path = at(QStringLiteral("a"));
    QVERIFY(makePrivateFolder(path));
    QVERIFY(setMode(path, mode_t(before)));
    QVERIFY(makePrivateFolder(path));
    QCOMPARE(modeOf(path), after);
    QVERIFY(setMode(path, 0700)); // So that it can be removed.
}

void TestPrivateFolder::theOneAboveStaysAsItIs()
{
    QVERIFY(makePrivateFolder(at(QStringLiteral("a"))));
    QVERIFY(setMode(at(QStringLiteral("a")), 0755));
    QVERIFY(makePrivateFolder(at(QStringLiteral("a/b"))));
    QCOMPARE(modeOf(at(QStringLiteral("a"))), 0755);
    QCOMPARE(modeOf(at(QStringLiteral("a/b"))), 0700);
}

void TestPrivateFolder::anotherUsersIsLeftAlone()
{
    // Root gives a folder away; for everybody else the root folder belongs to another.
    QString path = QStringLiteral("/");
    if (::geteuid() == 0) {
        constexpr uid_t somebody = 12345;
        path = at(QStringLiteral("a"));
        QVERIFY(makePrivateFolder(path));
        QVERIFY(setMode(path, 0755));
        QCOMPARE(::chown(QFile::encodeName(path).constData(), somebody, somebody), 0);
    }
    const int before = modeOf(path);
    const Result<void> made = makePrivateFolder(path);
    QVERIFY(!made);
    QCOMPARE(made.error().kind, Error::Kind::Storage);
    QCOMPARE(made.error().code, QStringLiteral("folder_of_another"));
    QCOMPARE(modeOf(path), before);
}

void TestPrivateFolder::whatIsNoFolderIsReported_data()
{
    QTest::addColumn<QString>("asked");
    QTest::newRow("a file") << QStringLiteral("file");
    QTest::newRow("below a file") << QStringLiteral("file/a/b");
    QTest::newRow("a link to nothing") << QStringLiteral("link");
    QTest::newRow("below a link to nothing") << QStringLiteral("link/a");
}

void TestPrivateFolder::whatIsNoFolderIsReported()
{
    QFETCH(QString, asked);
    QFile file(at(QStringLiteral("file")));
    QVERIFY(file.open(QFile::WriteOnly));
    file.write("content");
    file.close();
    QVERIFY(QFile::link(at(QStringLiteral("nowhere")), at(QStringLiteral("link"))));
    const Result<void> made = makePrivateFolder(at(asked));
    QVERIFY(!made);
    QCOMPARE(made.error().kind, Error::Kind::Storage);
    QCOMPARE(made.error().code, QStringLiteral("no_folder"));
    QVERIFY(!made.error().detail.isEmpty());
    QCOMPARE(file.size(), 7);
    QCOMPARE(modeOf(at(QStringLiteral("nowhere"))), -1);
}

void TestPrivateFolder::whereNothingCanBeMadeIsReported()
{
    // Nobody may make anything there, root included.
    const Result<void> made = makePrivateFolder(QStringLiteral("/proc/teleconsult/a"));
    QVERIFY(!made);
    QCOMPARE(made.error().code, QStringLiteral("no_folder"));
}

void TestPrivateFolder::severalAtOnceAllSucceed()
{
    for (int round = 0; round < 20; ++round) {
        const QString path = at(QStringLiteral("%1/a/b/c").arg(round));
        std::array<bool, 4> succeeded{};
        {
            std::vector<std::jthread> threads;
            threads.reserve(succeeded.size());
            for (bool &one : succeeded)
                threads.emplace_back([&one, path] { one = makePrivateFolder(path).has_value(); });
        }
        for (const bool one : succeeded)
            QVERIFY(one);
        QCOMPARE(modeOf(path), 0700);
    }
}

QTEST_GUILESS_MAIN(TestPrivateFolder)
#include "test_private_folder.moc"
