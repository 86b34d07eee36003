#include "core/domain/privacy_notice.h"

#include <QTest>

using namespace teleconsult;

class TestPrivacyNotice : public QObject
{
    Q_OBJECT
private slots:
    void theClinicsWords_data()
    {
        QTest::addColumn<QString>("english");
        QTest::addColumn<QString>("italian");
        QTest::addColumn<QString>("forEnglish");
        QTest::addColumn<QString>("forItalian");
        const QString en = QStringLiteral("Our words");
        const QString it = QStringLiteral("Parole nostre");
        QTest::newRow("none") << QString() << QString() << QString() << QString();
        QTest::newRow("both") << en << it << en << it;
        QTest::newRow("English only") << en << QString() << en << en;
        QTest::newRow("Italian only") << QString() << it << it << it;
    }
    void theClinicsWords()
    {
        QFETCH(QString, english);
        QFETCH(QString, italian);
        const PrivacyNotice notice{english, italian};
        QTEST(notice.clinicText(Language::English), "forEnglish");
        QTEST(notice.clinicText(Language::Italian), "forItalian");
    }
    void anotherTextIsAnotherVersion()
    {
        QSet<QString> versions;
        const QString a = QStringLiteral("a");
        const QString b = QStringLiteral("b");
        for (const PrivacyNotice &notice : {PrivacyNotice(), PrivacyNotice{a, {}}, PrivacyNotice{{}, a},
                                            PrivacyNotice{a, b}, PrivacyNotice{a + b, {}}})
            versions.insert(notice.version({}));
        QCOMPARE(versions.size(), 5);
        QCOMPARE(PrivacyNotice({a, b}).version({}), PrivacyNotice({a, b}).version({}));
        QCOMPARE(PrivacyNotice().version({}), QString::number(builtInNoticeVersion));
        // The page says as well whether calls are recorded.
        QCOMPARE(PrivacyNotice().version(QStringLiteral("none")), PrivacyNotice().version({}));
        for (const char *recording : {"manual", "automatic"}) {
            versions.insert(PrivacyNotice().version(QLatin1String(recording)));
            versions.insert(PrivacyNotice({a, b}).version(QLatin1String(recording)));
        }
        QCOMPARE(versions.size(), 9);
    }
    void whoAgreedToMoreHasAgreed_data()
    {
        QTest::addColumn<QString>("agreed");
        QTest::addColumn<QString>("now");
        QTest::addColumn<bool>("isCovered");
        const auto row = [](const char *agreed, const char *now, bool isCovered) {
            QTest::addRow("%s, now %s", agreed, now)
                << QString::fromLatin1(agreed) << QString::fromLatin1(now) << isCovered;
        };
        row("none", "none", true);
        row("none", "", true);
        row("none", "manual", false);
        row("none", "automatic", false);
        row("manual", "none", true);
        row("manual", "manual", true);
        row("manual", "automatic", false);
        row("automatic", "none", true);
        row("automatic", "manual", true);
        row("automatic", "automatic", true);
    }
    void whoAgreedToMoreHasAgreed()
    {
        QFETCH(QString, agreed);
        QFETCH(QString, now);
        const PrivacyNotice notice{QStringLiteral("a"), {}};
        QTEST(notice.isCoveredBy(notice.version(agreed), now), "isCovered");
        QVERIFY(!notice.isCoveredBy(PrivacyNotice().version(agreed), now)); // Other words.
    }
    void linksAreHttps()
    {
        for (const QUrl &url : {kaleyraTermsOfService, kaleyraPrivacyPolicy})
            QVERIFY(url.isValid() && url.scheme() == QLatin1String("https"));
    }
};

QTEST_GUILESS_MAIN(TestPrivacyNotice)
#include "test_privacy_notice.moc"
