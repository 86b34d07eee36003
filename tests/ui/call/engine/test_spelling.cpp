// Which dictionaries are used.
#include "ui/call/engine/spelling.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace teleconsult::ui;

class TestSpelling : public QObject
{
    Q_OBJECT
private slots:
    void dictionaries_data()
    {
        QTest::addColumn<QStringList>("files");
        QTest::addColumn<QString>("locale");
        QTest::addColumn<QStringList>("chosen");
        const QString it = QStringLiteral("it_IT");
        const QString gb = QStringLiteral("en_GB");
        const QString us = QStringLiteral("en_US");
        const QString swiss = QStringLiteral("it_CH");
        const QString french = QStringLiteral("fr_FR");
        QTest::newRow("none") << QStringList() << it << QStringList();
        QTest::newRow("another language") << QStringList{french} << french << QStringList();
        QTest::newRow("both") << QStringList{gb, us, it} << it << QStringList{it, gb};
        QTest::newRow("the person's region") << QStringList{gb, us, swiss, it} << us << QStringList{it, us};
        QTest::newRow("the person's other region") << QStringList{swiss, it} << swiss << QStringList{swiss};
        QTest::newRow("what there is") << QStringList{us} << it << QStringList{us};
    }
    void dictionaries()
    {
        QFETCH(QStringList, files);
        QFETCH(QString, locale);
        const QTemporaryDir folder;
        for (const QString &name : files) {
            for (const QString &ending : {QStringLiteral(".bdic"), QStringLiteral(".dic")}) {
                QFile file(folder.filePath(name + ending));
                QVERIFY(file.open(QIODevice::WriteOnly));
            }
        }
        QTEST(dictionariesIn(folder.path(), locale), "chosen");
    }
    void aFolderThatIsNotThere() { QCOMPARE(dictionariesIn(QStringLiteral("/nowhere"), {}), QStringList()); }
};

QTEST_GUILESS_MAIN(TestSpelling)
#include "test_spelling.moc"
