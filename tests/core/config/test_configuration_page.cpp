// docs/configuration.md says what the program does.
#include "core/config/setting_values.h"
#include "core/config/settings.h"

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

struct Row
{
    QString key;
    QString variable;
    QString defaultValue;

    friend bool operator==(const Row &, const Row &) = default;
};

QStringList pageLines()
{
    QFile page(QStringLiteral(TELECONSULT_SOURCE_DIR "/docs/configuration.md"));
    if (!page.open(QFile::ReadOnly))
        qFatal("the page cannot be read");
    return QString::fromUtf8(page.readAll()).split(QLatin1Char('\n'));
}

/// A cell without its quotes; a dash is nothing.
QString bare(const QString &cell)
{
    const QString text = cell.trimmed();
    return text == QString::fromUtf8("–") ? QString() : QString(text).remove(QLatin1Char('`'));
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

QList<Row> documentedSettings()
{
    QList<Row> rows;
    const QList<QStringList> cells = rowsUnder(QStringLiteral("| setting |"));
    for (const QStringList &cell : cells)
        rows << Row{bare(cell.value(0)), bare(cell.value(1)), bare(cell.value(2))};
    return rows;
}

Row rowOf(const SettingSpec &spec)
{
    const bool isInFile = spec.source == SettingSpec::Source::Any;
    return {isInFile ? spec.key : QString(), QString::fromLatin1(spec.environment), config::toText(spec.defaultValue)};
}

QString shown(const Row &row)
{
    return row.key + QLatin1Char(' ') + row.variable + QLatin1Char(' ') + row.defaultValue;
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
    void everySettingIsOnThePage();
    void everyRowIsASetting();
    void noOtherVariableIsNamed();
    void everyPropertyIsRead_data();
    void everyPropertyIsRead();
};

void TestConfigurationPage::everySettingIsOnThePage()
{
    const QList<Row> documented = documentedSettings();
    for (const SettingSpec &spec : Settings::catalogue())
        QVERIFY2(documented.contains(rowOf(spec)), qPrintable(shown(rowOf(spec))));
    QCOMPARE(documented.size(), Settings::catalogue().size());
}

void TestConfigurationPage::everyRowIsASetting()
{
    QList<Row> real;
    for (const SettingSpec &spec : Settings::catalogue())
        real << rowOf(spec);
    const QList<Row> documented = documentedSettings();
    QVERIFY(!documented.isEmpty());
    for (const Row &row : documented)
        QVERIFY2(real.contains(row), qPrintable(shown(row)));
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
