// Both languages are complete: no entry unfinished or missing, every placeholder kept.

#include "core/config/settings.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QHash>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

namespace {

struct Entry
{
    QString context;
    QString source;
    QStringList translations; ///< One, or one for each plural form.
    QString type;             ///< "", "unfinished", "vanished" or "obsolete".
};

QList<Entry> readTranslations(const QString &file)
{
    QFile device(file);
    if (!device.open(QIODevice::ReadOnly))
        return {};
    QXmlStreamReader xml(&device);
    QList<Entry> entries;
    QString context;
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement())
            continue;
        if (xml.name() == QLatin1String("name")) {
            context = xml.readElementText();
        } else if (xml.name() == QLatin1String("message")) {
            entries.append({context, {}, {}, {}});
        } else if (xml.name() == QLatin1String("source")) {
            entries.last().source = xml.readElementText();
        } else if (xml.name() == QLatin1String("translation")) {
            entries.last().type = xml.attributes().value(QLatin1String("type")).toString();
            const QString text = xml.readElementText(QXmlStreamReader::IncludeChildElements);
            entries.last().translations << text;
        }
    }
    return entries;
}

QSet<QString> placeholders(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("%L?[1-9n]"));
    QSet<QString> found;
    for (auto it = pattern.globalMatch(text); it.hasNext();)
        found << it.next().captured();
    return found;
}

} // namespace

class TestTranslations : public QObject
{
    Q_OBJECT
private slots:
    void everySourceTextIsTranslated_data();
    void everySourceTextIsTranslated();
    void everyTextIsFoundWhereItIsLookedFor();
    void placeholdersAreKept();
    void everySettingHasItsWords();
};

void TestTranslations::everySourceTextIsTranslated_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("Italian") << "it";
    QTest::newRow("English (plural forms)") << "en";
}

void TestTranslations::everySourceTextIsTranslated()
{
    QFETCH(QString, language);
    const QDir sources(QStringLiteral(TELECONSULT_SOURCE_DIR));
    QTemporaryDir scratch;
    const QString copy = scratch.filePath(QStringLiteral("teleconsult_%1.ts").arg(language));
    QVERIFY(QFile::copy(sources.filePath(QStringLiteral("translations/teleconsult_%1.ts").arg(language)), copy));
    QFile::setPermissions(copy, QFile::ReadOwner | QFile::WriteOwner);

    // What the sources hold now, not what they held when the file was last brought up to date.
    QStringList arguments{QStringLiteral("-silent"),      QStringLiteral("-locations"), QStringLiteral("none"),
                          QStringLiteral("-no-obsolete"), QStringLiteral("-I"),         sources.path(),
                          QStringLiteral("-extensions"),  QStringLiteral("cpp,h")};
    if (language == QLatin1String("en"))
        arguments << QStringLiteral("-pluralonly");
    for (const char *folder : {"app", "core", "ui"})
        arguments << sources.filePath(QLatin1String(folder));
    arguments << QStringLiteral("-ts") << copy;
    QCOMPARE(QProcess::execute(QStringLiteral(LUPDATE_PROGRAM), arguments), 0);

    const QList<Entry> entries = readTranslations(copy);
    QVERIFY(!entries.isEmpty());
    QStringList missing;
    for (const Entry &entry : entries) {
        if (!entry.type.isEmpty() || entry.translations.join(QString()).trimmed().isEmpty())
            missing << entry.context + QStringLiteral(": ") + entry.source;
    }
    QVERIFY2(missing.isEmpty(), qPrintable(missing.join(QLatin1Char('\n'))));
}

/// lupdate files a call that it cannot resolve, as through an alias, under no name or another one; at run time the
/// class' own name is asked for.
void TestTranslations::everyTextIsFoundWhereItIsLookedFor()
{
    QSet<QString> contexts;
    for (const Entry &entry :
         readTranslations(QStringLiteral(TELECONSULT_SOURCE_DIR "/translations/teleconsult_it.ts")))
        contexts.insert(entry.context);
    QVERIFY(!contexts.contains(QString()));
    static const QRegularExpression declared(QStringLiteral("Q_DECLARE_TR_FUNCTIONS\\(([A-Za-z:]+)\\)"));
    QStringList missing;
    for (const char *folder : {"app", "core", "ui"}) {
        QDirIterator sources(QStringLiteral(TELECONSULT_SOURCE_DIR "/") + QLatin1String(folder),
                             {QStringLiteral("*.cpp"), QStringLiteral("*.h")}, QDir::Files,
                             QDirIterator::Subdirectories);
        while (sources.hasNext()) {
            QFile source(sources.next());
            QVERIFY(source.open(QFile::ReadOnly));
            const QRegularExpressionMatch match = declared.match(QString::fromUtf8(source.readAll()));
            if (match.hasMatch() && !contexts.contains(match.captured(1)))
                missing << match.captured(1);
        }
    }
    QCOMPARE(missing, QStringList());
}

void TestTranslations::placeholdersAreKept()
{
    const QList<Entry> entries =
        readTranslations(QStringLiteral(TELECONSULT_SOURCE_DIR "/translations/teleconsult_it.ts"));
    QStringList wrong;
    for (const Entry &entry : entries) {
        for (const QString &translation : entry.translations) {
            if (placeholders(translation) != placeholders(entry.source))
                wrong << entry.source + QStringLiteral(" / ") + translation;
        }
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
}

void TestTranslations::everySettingHasItsWords()
{
    // Words of the catalogue that are not marked for translation are in no source text that lupdate finds.
    QHash<QString, QString> italian;
    const QList<Entry> entries =
        readTranslations(QStringLiteral(TELECONSULT_SOURCE_DIR "/translations/teleconsult_it.ts"));
    for (const Entry &entry : entries) {
        if (entry.context == QLatin1String("Setting") && entry.type.isEmpty())
            italian.insert(entry.source, entry.translations.join(QString()).trimmed());
    }
    for (const teleconsult::config::SettingSpec &spec : teleconsult::config::Settings::catalogue()) {
        for (const char *words : {spec.title, spec.explanation, spec.range}) {
            if (words)
                QVERIFY2(!italian.value(QString::fromUtf8(words)).isEmpty(), words);
        }
    }
}

QTEST_GUILESS_MAIN(TestTranslations)
#include "test_translations.moc"
