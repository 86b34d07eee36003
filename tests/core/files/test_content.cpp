// What passes through, in memory and on disk.
#include "core/files/content.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using teleconsult::files::Content;

class TestContent : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

private slots:
    void initTestCase() { qputenv("TMPDIR", m_folder.path().toLocal8Bit()); }

    void whatIsAppendedIsThere_data()
    {
        QTest::addColumn<qint64>("size");
        QTest::addColumn<bool>("onDisk");
        QTest::newRow("nothing") << qint64(0) << false;
        QTest::newRow("a little") << qint64(10) << false;
        QTest::newRow("as much as fits") << Content::maximumInMemory << false;
        QTest::newRow("a byte more") << Content::maximumInMemory + 1 << true;
        QTest::newRow("much") << 40 * Content::maximumInMemory << true;
    }

    void whatIsAppendedIsThere()
    {
        QFETCH(qint64, size);
        QFETCH(bool, onDisk);
        QByteArray all;
        for (qint64 i = 0; i < size; ++i)
            all.append(char(i * 7 % 251));
        Content content;
        for (qint64 at = 0; at < size; at += 999)
            QVERIFY(content.append(all.constData() + at, std::min<qint64>(999, size - at)));
        QCOMPARE(content.size(), size);
        QCOMPARE(content.isOnDisk(), onDisk);
        const Content copy = content;
        content = {};
        QVERIFY(copy.toByteArray() == all);
        QByteArray some(20, ' ');
        some.resize(qsizetype(copy.read(size / 2, some.data(), some.size())));
        QVERIFY(some == all.mid(size / 2, 20));
        QCOMPARE(copy.read(size, some.data(), 1), qint64(0));
        // Nobody finds it.
        QCOMPARE(QDir(m_folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
                 QStringList());
    }

    void aDiskThatTakesNothingIsTold()
    {
        qputenv("TMPDIR", "/nonexistent");
        Content content;
        QVERIFY(content.append("abc", 3));
        const QByteArray much(Content::maximumInMemory, 'x');
        QVERIFY(!content.append(much.constData(), much.size()));
        QCOMPARE(content.toByteArray(), QByteArray("abc"));
        initTestCase();
    }
};

QTEST_GUILESS_MAIN(TestContent)
#include "test_content.moc"
