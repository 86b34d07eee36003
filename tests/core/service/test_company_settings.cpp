#include "core/service/company_settings.h"

#include "tests/core/service/clinic.h"

#include <functional>

using namespace teleconsult;
using service::CompanySettings;
using test::Clinic;

namespace {

/// A JPEG as far as its frame header tells, padded to a size in bytes.
QByteArray jpeg(int width, int height, qsizetype bytes = 0)
{
    QByteArray content("\xFF\xD8\xFF\xC0\x00\x11\x08", 7);
    for (const int side : {height, width})
        content.append(char(side >> 8)).append(char(side & 0xFF));
    content.append(QByteArray("\x03\x01\x11\x00\x02\x11\x00\x03\x11\x00\xFF\xD9", 12));
    return content.leftJustified(bytes, '\0');
}

} // namespace

class TestCompanySettings : public QObject
{
    Q_OBJECT

    std::unique_ptr<Clinic> m_clinic;
    std::unique_ptr<CompanySettings> m_settings;

private slots:
    void init()
    {
        m_clinic = std::make_unique<Clinic>();
        m_settings = std::make_unique<CompanySettings>(*m_clinic->kaleyra);
    }

    void cleanup()
    {
        m_clinic->http.shutDown();
        QTRY_VERIFY(m_settings->isIdle());
        m_settings.reset();
        m_clinic.reset();
    }

    void files_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        QTest::newRow("smallest") << jpeg(1280, 1280) << 200 << "";
        QTest::newRow("largest") << jpeg(3840, 2160, service::maximumBackgroundBytes) << 200 << "";
        QTest::newRow("a byte too large")
            << jpeg(3840, 2160, service::maximumBackgroundBytes + 1) << 413 << "too_large";
        QTest::newRow("too narrow") << jpeg(1279, 1280) << 400 << "too_small";
        QTest::newRow("too low") << jpeg(1920, 1080) << 400 << "too_small";
        QTest::newRow("png") << QByteArray("\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR", 16) << 415 << "not_a_jpeg";
        QTest::newRow("a damaged jpeg") << QByteArray("\xFF\xD8\xFF\xE0\x00") << 415 << "not_a_jpeg";
        QTest::newRow("text") << QByteArray("hello") << 415 << "not_a_jpeg";
        QTest::newRow("nothing") << QByteArray() << 400 << "required";
    }

    void files()
    {
        QFETCH(QByteArray, file);
        QFETCH(int, status);
        QFETCH(QString, code);
        const Result<kaleyra::Background> added = test::await(m_settings->addBackground(file));
        const auto stored = m_clinic->ask("GET", QStringLiteral("/v2/company/virtual-backgrounds"))
                                .object()[QStringLiteral("backgrounds")]
                                .toArray();
        if (code.isEmpty()) {
            QVERIFY2(added, added ? "" : qPrintable(added.error().toLogLine()));
            QCOMPARE(stored.size(), 1);
            QCOMPARE(added->alias, stored.first().toObject()[QStringLiteral("background_alias")].toString());
            return;
        }
        QVERIFY(!added);
        QCOMPARE(added.error().httpStatus, status);
        QCOMPARE(added.error().code, code);
        QCOMPARE(added.error().field, QStringLiteral("virtual_background"));
        QCOMPARE(stored.size(), 0);
    }

    /// What only Kaleyra can find wrong with a picture is whoever sent it to mend.
    void kaleyrasRefusalOfAPictureNamesIt()
    {
        for (int i = 0; i < kaleyra::maximumBackgrounds; ++i)
            QVERIFY(test::await(m_settings->addBackground(jpeg(1280, 1280))));
        const Result<kaleyra::Background> added = test::await(m_settings->addBackground(jpeg(1280, 1280)));
        QVERIFY(!added);
        QCOMPARE(added.error().kind, Error::Kind::Invalid);
        QCOMPARE(added.error().httpStatus, 400);
        QCOMPARE(added.error().code, QStringLiteral("exceeded_background_limit"));
        QCOMPARE(added.error().field, QStringLiteral("virtual_background"));
        QVERIFY(added.error().message.startsWith(QLatin1String("virtual_background is one too many")));
    }

    void changes_data()
    {
        QTest::addColumn<kaleyra::CompanyChange>("change");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("code");
        const auto row = [](const char *name, const std::function<void(kaleyra::CompanyChange &)> &make,
                            const QString &field, const QString &code) {
            kaleyra::CompanyChange change;
            make(change);
            QTest::newRow(name) << change << field << code;
        };
        using Change = kaleyra::CompanyChange;
        using std::chrono::milliseconds;
        const QString none;
        row(
            "nothing", [](Change &) {}, none, none);
        row(
            "a name", [](Change &c) { c.name = QStringLiteral("Clinica Sant’Anna & figli, #1"); }, none, none);
        row(
            "no name", [](Change &c) { c.name = QStringLiteral(" "); }, QStringLiteral("name"),
            QStringLiteral("required"));
        row(
            "a name with a slash", [](Change &c) { c.name = QStringLiteral("a/b"); }, QStringLiteral("name"),
            QStringLiteral("malformed"));
        row(
            "a language", [](Change &c) { c.defaultLanguage = QStringLiteral("pl"); }, none, none);
        row(
            "a language that is none of theirs", [](Change &c) { c.defaultLanguage = QStringLiteral("es"); },
            QStringLiteral("default_language"), QStringLiteral("unknown_value"));
        row(
            "no redirect", [](Change &c) { c.endCallRedirectUrl = QUrl(); }, none, none);
        row(
            "a redirect", [](Change &c) { c.endCallRedirectUrl = QUrl(QStringLiteral("https://a.example/b")); }, none,
            none);
        row(
            "a redirect to a file",
            [](Change &c) { c.endCallRedirectUrl = QUrl(QStringLiteral("file:///etc/passwd")); },
            QStringLiteral("end_call_redirect_url"), QStringLiteral("malformed"));
        row(
            "the longest wait", [](Change &c) { c.endCallRedirectTimeout = milliseconds(60000); }, none, none);
        row(
            "a longer wait", [](Change &c) { c.endCallRedirectTimeout = milliseconds(60001); },
            QStringLiteral("end_call_redirect_timeout_ms"), QStringLiteral("out_of_range"));
    }
    void changes()
    {
        QFETCH(kaleyra::CompanyChange, change);
        QFETCH(QString, field);
        QFETCH(QString, code);
        const Result<kaleyra::Company> company = test::await(m_settings->change(change));
        QCOMPARE(company ? QString() : company.error().field, field);
        QCOMPARE(company ? QString() : company.error().code, code);
        if (!company) {
            QCOMPARE(m_clinic->network->connections(), 0);
            return;
        }
        QCOMPARE(company->name, change.name.value_or(company->name));
        QCOMPARE(company->endCallRedirectUrl, change.endCallRedirectUrl.value_or(company->endCallRedirectUrl));
    }

    void whatIsDeletedIsGone()
    {
        const Result<kaleyra::Background> first = test::await(m_settings->addBackground(jpeg(1280, 1280)));
        const Result<kaleyra::Background> second = test::await(m_settings->addBackground(jpeg(1280, 1280)));
        QVERIFY(first && second);
        QVERIFY(test::await(m_settings->deleteBackground(first->alias)));
        QVERIFY(test::await(m_settings->deleteBackground(first->alias))); // It is gone already.
        const Result<kaleyra::Backgrounds> left = test::await(m_settings->backgrounds());
        QVERIFY(left);
        QCOMPARE(left->all.size(), 1);
        QCOMPARE(left->all.first().alias, second->alias);
    }

    void theEleventhIsRefused()
    {
        for (int i = 0; i < kaleyra::maximumBackgrounds; ++i)
            QVERIFY(test::await(m_settings->addBackground(jpeg(1280, 1280))));
        const Result<kaleyra::Background> another = test::await(m_settings->addBackground(jpeg(1280, 1280)));
        QVERIFY(!another);
        QCOMPARE(another.error().code, QStringLiteral("exceeded_background_limit"));
    }

    void theDefaultBackgroundIsChosen()
    {
        const Result<kaleyra::Background> added = test::await(m_settings->addBackground(jpeg(1280, 1280)));
        QVERIFY(added);
        const Result<kaleyra::Company> company = test::await(m_settings->setDefaultBackground(added->alias));
        QVERIFY(company);
        QCOMPARE(company->defaultBackground.value_or(kaleyra::Background()).alias, added->alias);
        QVERIFY(!company->name.isEmpty());
    }

    void anUnknownBackgroundIsRefused()
    {
        const Result<kaleyra::Company> company =
            test::await(m_settings->setDefaultBackground(QStringLiteral("nonesuch")));
        QVERIFY(!company);
        QVERIFY(company.error().httpStatus >= 400);
    }

    void anEmptyAliasIsNotSent()
    {
        const Result<kaleyra::Company> company = test::await(m_settings->setDefaultBackground(QStringLiteral(" ")));
        QVERIFY(!company);
        QCOMPARE(company.error().field, QStringLiteral("background_alias"));
        QCOMPARE(m_clinic->network->connections(), 0);
    }
};

QTEST_GUILESS_MAIN(TestCompanySettings)
#include "test_company_settings.moc"
