// docs/configuration.md says what the program does.
#include "core/config/settings.h"
#include "core/config/settings_table.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace teleconsult;
using config::Settings;
using config::SettingSpec;

namespace {

QStringList pageLines()
{
    QFile page(QStringLiteral(TELECONSULT_SOURCE_DIR "/docs/configuration.md"));
    if (!page.open(QFile::ReadOnly))
        qFatal("the page cannot be read");
    return QString::fromUtf8(page.readAll()).split(QLatin1Char('\n'));
}

/// The rows of the tables under a head that begins so.
QList<QStringList> rowsUnder(const QString &head)
{
    QList<QStringList> rows;
    bool isWithin = false;
    const QStringList lines = pageLines();
    for (const QString &line : lines) {
        if (line.startsWith(head))
            isWithin = true;
        else if (!line.startsWith(QLatin1Char('|')))
            isWithin = false;
        else if (isWithin && !line.startsWith(QLatin1String("|--")))
            rows << line.split(QLatin1Char('|')).mid(1);
    }
    return rows;
}

/// The least that a file must hold, with a value that no property takes at this path.
QJsonObject withWrongValueAt(const QStringList &path, const QJsonObject &object)
{
    QJsonObject changed = object;
    const QJsonValue inner = path.size() == 1
                                 ? QJsonValue(7)
                                 : QJsonValue(withWrongValueAt(path.mid(1), object.value(path.first()).toObject()));
    changed.insert(path.first(), inner);
    return changed;
}

} // namespace

class TestConfigurationPage : public QObject
{
    Q_OBJECT
private slots:
    void theTablesAreTheCatalogues_data();
    void theTablesAreTheCatalogues();
    void noOtherSettingIsOnThePage();
    void noOtherVariableIsNamed();
    void everyPropertyIsRead_data();
    void everyPropertyIsRead();
};

void TestConfigurationPage::theTablesAreTheCatalogues_data()
{
    QTest::addColumn<QString>("table");
    for (const config::SettingPage page : config::settingPages())
        QTest::newRow(qPrintable(config::titleOf(page))) << config::settingsTable(page);
}

void TestConfigurationPage::theTablesAreTheCatalogues()
{
    QFETCH(QString, table);
    const QString hint = QStringLiteral("teleconsultctl config list --markdown prints it:\n") + table;
    QVERIFY2(pageLines().join(QLatin1Char('\n')).contains(table), qPrintable(hint));
}

void TestConfigurationPage::noOtherSettingIsOnThePage()
{
    QCOMPARE(rowsUnder(QStringLiteral("| setting |")).size(), Settings::catalogue().size());
}

void TestConfigurationPage::noOtherVariableIsNamed()
{
    QStringList real;
    for (const SettingSpec &spec : Settings::catalogue())
        real << QString::fromLatin1(spec.environment);
    static const QRegularExpression variable(QStringLiteral("`([A-Z]+_[A-Z_]+)`"));
    QRegularExpressionMatchIterator named = variable.globalMatch(pageLines().join(QLatin1Char('\n')));
    QVERIFY(named.hasNext());
    while (named.hasNext()) {
        const QString name = named.next().captured(1);
        QVERIFY2(real.contains(name), qPrintable(name));
    }
}

void TestConfigurationPage::everyPropertyIsRead_data()
{
    QTest::addColumn<QString>("property");
    static const QRegularExpression quoted(QStringLiteral("`([^`]+)`"));
    const QList<QStringList> rows = rowsUnder(QStringLiteral("| property |"));
    for (const QStringList &row : rows) {
        QRegularExpressionMatchIterator names = quoted.globalMatch(row.value(0));
        while (names.hasNext()) {
            const QString property = names.next().captured(1);
            QTest::newRow(qPrintable(property)) << property;
        }
    }
}

void TestConfigurationPage::everyPropertyIsRead()
{
    QFETCH(QString, property);
    const QByteArray least = R"({"privileges":{"basic":{"groups":[]},"plus":{"groups":[]}}})";
    const QJsonObject wrong =
        withWrongValueAt(property.split(QLatin1Char('.')), QJsonDocument::fromJson(least).object());
    const Result<config::ServiceConfiguration> read =
        config::readServiceConfiguration(QJsonDocument(wrong).toJson(QJsonDocument::Compact));
    QVERIFY(!read);
    QCOMPARE(read.error().code, QStringLiteral("configuration_wrong_type"));
    QCOMPARE(read.error().field, property);
}

QTEST_GUILESS_MAIN(TestConfigurationPage)
#include "test_configuration_page.moc"
