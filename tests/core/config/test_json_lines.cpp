// On which line a property stands.
#include "core/config/json_lines.h"

#include <QJsonDocument>
#include <QTest>

using teleconsult::config::jsonLineOf;

class TestJsonLines : public QObject
{
    Q_OBJECT
private slots:
    void lines_data();
    void lines();
};

void TestJsonLines::lines_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("line");
    QTest::newRow("the whole") << "" << 1;
    QTest::newRow("of the first floor") << "mode" << 2;
    QTest::newRow("an object") << "privileges" << 3;
    QTest::newRow("two on one line") << "privileges.basic.groups" << 4;
    QTest::newRow("deeper") << "privileges.basic.tools.chat" << 7;
    QTest::newRow("behind texts with brackets and quotes") << "privileges.plus" << 9;
    QTest::newRow("a member of a list") << "steps[1].from" << 14;
    QTest::newRow("a list in a list") << "steps[2][1]" << 18;
    QTest::newRow("with an escaped name") << QString::fromUtf8("così") << 21;
    QTest::newRow("not there: where it belongs") << "privileges.plus.groups" << 9;
    QTest::newRow("not there, and nothing above it") << "theme" << 1;
    QTest::newRow("not there, though another begins so") << "privileges.plus.group" << 9;
    QTest::newRow("behind numbers and the like") << "last" << 22;
}

void TestJsonLines::lines()
{
    QFETCH(QString, path);
    QFETCH(int, line);
    const QByteArray json = "{\n"
                            " \"mode\": \"a { \\\" [ text\",\n"
                            " \"privileges\": {\n"
                            "  \"basic\": {\"groups\": [\"x\", \"}\"],\n"
                            "   \"tools\":\n"
                            "   {\n"
                            "    \"chat\": true\n"
                            "   }},\n"
                            "  \"plus\" : { }\n"
                            " },\n"
                            " \"steps\": [\n"
                            "  {\"from\": 1},\n"
                            "  {\n"
                            "   \"from\": -2.5e3\n"
                            "  },\n"
                            "  [\n"
                            "   null,\n"
                            "   false\n"
                            "  ]\n"
                            " ],\n"
                            " \"cos\\u00ec\": [],\n"
                            " \"last\":0}\n";
    QVERIFY(!QJsonDocument::fromJson(json).isNull());
    QCOMPARE(jsonLineOf(json, path), line);
}

QTEST_GUILESS_MAIN(TestJsonLines)
#include "test_json_lines.moc"
