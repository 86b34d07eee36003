// Every page of the settings, as in ../test_accessibility.cpp.
#include "core/config/setting_keys.h"
#include "tests/core/service/move_scene.h"
#include "tests/support/manual_clock.h"
#include "tests/ui/support/accessibility_walk.h"
#include "tests/ui/support/company_scene.h"
#include "ui/settings/backgrounds_page.h"
#include "ui/settings/import_page.h"
#include "ui/settings/pin_dialog.h"
#include "ui/settings/settings_dialog.h"
#include "ui/settings/settings_pages.h"
#include "ui/sign_in/sign_in_page.h"

#include <QCheckBox>
#include <QDir>
#include <QFile>
#include <QHash>
#include <QImage>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSet>
#include <QVBoxLayout>

#include <algorithm>
#include <initializer_list>

using namespace teleconsult;
using namespace teleconsult::ui;
using namespace teleconsult::test;

namespace {

/// What is walked: a page by its id, some of them once more in another state, and what comes before the dialog.
const std::initializer_list<const char *> screens{
    "station",
    "company",
    "company, no answer",
    "company, without key",
    "backgrounds",
    "backgrounds, none",
    "backgrounds, new",
    "backgrounds, without key",
    "connection",
    "consultations",
    "calls",
    "roles",
    "roles, elsewhere",
    "records",
    "people",
    "appearance",
    "colours",
    "colours, own",
    "privacy",
    "privacy, report",
    "import",
    "import, file",
    "pin",
    "kiosk",
    "kiosk, tested",
    "receptionPin",
    "pin dialog",
    "sign in",
    "sign in, problem",
    "sign in, in the browser",
};

/// With its 256 most frequent colours a picture is a third as large, and nobody sees the difference.
QImage withPalette(const QImage &picture)
{
    const QImage pixels = picture.convertToFormat(QImage::Format_RGB32);
    QHash<QRgb, int> counts;
    for (int y = 0; y < pixels.height(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(pixels.constScanLine(y));
        for (int x = 0; x < pixels.width(); ++x)
            ++counts[line[x]];
    }
    QList<QRgb> colours = counts.keys();
    std::sort(colours.begin(), colours.end(),
              [&counts](QRgb one, QRgb other) { return counts.value(one) > counts.value(other); });
    return pixels.convertToFormat(QImage::Format_Indexed8, colours.mid(0, 256));
}

} // namespace

class TestSettingsAccessibility : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QAccessible::setActive(true); }
    void cleanup()
    {
        m_dialog.reset();
        m_gate.reset();
        m_secrets.reset();
        m_moving.reset();
        m_destination.reset();
        m_withoutKey.reset();
        m_scene.reset();
    }

    void everyPage_data() { addScreens(screens); }
    void everyPage()
    {
        QFETCH(QString, screen);
        QFETCH(int, textScale);
        QFETCH(QLocale, locale);
        const InLanguage language(locale);
        QVERIFY(language.isThere());
        m_scene = std::make_unique<CompanyScene>();
        m_scene->theme().setTextScale(textScale);
        QVERIFY(open(screen));
        keepPicture(screen, textScale, locale);
        const QStringList findings = stumblingBlocks(*m_dialog);
        QVERIFY2(findings.isEmpty(), qPrintable(findings.join(QStringLiteral("\n  "))));
    }

    /// Whoever adds a page is reminded of the walk.
    void everyPageIsWalked()
    {
        m_scene = std::make_unique<CompanyScene>();
        QVERIFY(open(QStringLiteral("station")));
        for (const SettingsPageEntry &entry : makeSettingsPages(parts({}, m_scene->company())))
            QVERIFY2(std::any_of(screens.begin(), screens.end(),
                                 [&](const char *screen) { return entry.id == QLatin1String(screen); }),
                     qPrintable(entry.id));
    }

    /// Whoever adds a setting need not think of the dialog, and whoever adds a page of the catalogue is reminded of it.
    void everySettingIsOnAPage()
    {
        namespace keys = config::keys;
        // Pages that say it in their own words.
        QStringList missing;
        const QStringList written{keys::stationExternalId, keys::stationFullName, keys::stationGroups,
                                  keys::baseUrl,           keys::apiKeyFile,      keys::serviceUrl,
                                  keys::serviceTokenFile,  keys::plusGroups,      keys::basicGroups,
                                  keys::plusTools,         keys::basicTools,      keys::backgroundGroups};
        m_scene = std::make_unique<CompanyScene>();
        QVERIFY(open(QStringLiteral("station")));
        auto &dialog = dynamic_cast<SettingsDialog &>(*m_dialog);
        QSet<QString> shown;
        for (const SettingsPageEntry &entry : makeSettingsPages(parts({}, m_scene->company()))) {
            dialog.showPage(entry.id);
            for (const QWidget *control : dialog.page(entry.id)->findChildren<QWidget *>())
                shown.insert(control->objectName());
        }
        for (const config::SettingSpec &spec : config::Settings::catalogue()) {
            const bool isForPeople = spec.kind == config::SettingSpec::Kind::Setting && !spec.isSecret;
            if (isForPeople && !written.contains(spec.key) && !shown.contains(QStringLiteral("setting_") + spec.key))
                missing << spec.key;
        }
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(QLatin1Char(' '))));
    }

private:
    static Task<QList<Teleconsultation>> noConsultations() { co_return QList<Teleconsultation>(); }

    bool open(const QString &screen)
    {
        const bool withoutKey = screen.endsWith(QLatin1String("without key"));
        if (screen == QLatin1String("backgrounds") || screen == QLatin1String("backgrounds, without key"))
            m_scene->addPictures(2);
        if (screen.endsWith(QLatin1String("no answer")))
            m_scene->network().refuse();
        m_withoutKey = std::make_unique<CompanyWithoutKey>(m_scene->company());
        m_gate = std::make_unique<config::PinGate>(m_scene->settings(), m_clock);
        m_receptionGate = std::make_unique<config::PinGate>(m_scene->settings(), m_clock, config::Pin::Reception);
        m_secrets = emptySecrets(m_scene->file(QStringLiteral("secrets")));
        if (screen == QLatin1String("pin dialog"))
            return openPin();
        if (screen.startsWith(QLatin1String("sign in")))
            return openSignIn(screen);
        service::CompanyService &company =
            withoutKey ? static_cast<service::CompanyService &>(*m_withoutKey) : m_scene->company();
        auto dialog = std::make_unique<SettingsDialog>(makeSettingsPages(parts(screen, company)), nullptr);
        SettingsDialog *settings = dialog.get();
        m_dialog = std::move(dialog);
        const QString id = screen.section(QLatin1Char(','), 0, 0);
        settings->showPage(id);
        if (!showActive(*m_dialog) || !settings->page(id))
            return false;
        return settle(screen, *settings->page(id));
    }

    /// Null for screens that move nothing.
    service::RecordMover *moverFor(const QString &screen)
    {
        if (screen != QLatin1String("records"))
            return nullptr;
        const QString file = m_scene->file(QStringLiteral("moved.sqlite"));
        const MoveClinic clinic(file);
        m_destination = std::make_unique<MoveDestination>();
        m_moving = std::make_unique<MovingProgram>(file, *m_destination);
        return &m_moving->mover;
    }

    SettingsParts parts(const QString &screen, service::CompanyService &company)
    {
        const QString dataDir = m_scene->file(QString());
        const auto settled = [](std::shared_ptr<config::Settings>) { return nothing(); };
        const auto report = [](const QList<checks::Check> &) {
            return QByteArray("Support report of Teleconsult\n\nVersions\n========\nTeleconsult: 1.0\n");
        };
        return {.settings = m_scene->settings(),
                .company = company,
                .pin = *m_gate,
                .receptionPin = *m_receptionGate,
                .secrets = *m_secrets,
                .tryKaleyra = {},
                .tryService = {},
                .comingConsultations = &noConsultations,
                .tryRecords = settled,
                .tryPeople = settled,
                .trySignIn = settled,
                .mover = moverFor(screen),
                .usesService = screen.endsWith(QLatin1String("elsewhere")),
                .privacy = {.places = &placesOfSomebody,
                            .clearSiteData = [] { return Result<void>(); },
                            .examine = &noChecks,
                            .writeReport = report,
                            .openFolder = [](const QString &) {}},
                .takeOver = [](const config::SettingsImport &, bool) { return nothing(); },
                .dataDir = dataDir};
    }
    static Task<void> nothing() { co_return Result<void>(); }
    static Task<QList<checks::Check>> noChecks() { co_return QList<checks::Check>(); }
    /// As in a person's home, whoever runs the test.
    static QList<support::StoragePlace> placesOfSomebody()
    {
        const QString data = QStringLiteral("/home/giulia/.local/share/teleconsult");
        using Kind = support::StorageKind;
        return {{Kind::Records, data + QStringLiteral("/teleconsult.sqlite")},
                {Kind::Settings, QStringLiteral("/home/giulia/.config/teleconsult/settings.ini")},
                {Kind::Policy, QStringLiteral("/etc/teleconsult/policy.ini")},
                {Kind::Secrets, {}, QStringLiteral("keychain")},
                {Kind::Log, data + QStringLiteral("/log")},
                {Kind::SiteData, data + QStringLiteral("/call")},
                {Kind::Downloads, QDir::tempPath(), {}, false},
                {Kind::CrashDumps, {}, QStringLiteral("core"), false}};
    }

    bool openSignIn(const QString &screen)
    {
        m_dialog = std::make_unique<QWidget>();
        m_dialog->setWindowTitle(QStringLiteral("Teleconsult"));
        auto *layout = new QVBoxLayout(m_dialog.get());
        auto *page = new SignInPage(m_dialog.get());
        layout->addWidget(page);
        if (screen.endsWith(QLatin1String("browser")))
            page->show(SignInPage::State::InBrowser);
        else if (screen.endsWith(QLatin1String("problem")))
            page->show(SignInPage::State::SignedOut, makeError(Error::Kind::Unreachable));
        else
            page->show(SignInPage::State::SignedOut);
        m_dialog->resize(960, 720);
        return showActive(*m_dialog);
    }

    bool openPin()
    {
        m_scene->settings().setPinFailures(config::Pin::Settings, {3, m_clock.now()});
        m_dialog = std::make_unique<PinDialog>(*m_gate, nullptr);
        return showActive(*m_dialog);
    }

    /// Until the page has what it asked for.
    bool settle(const QString &screen, SettingsPage &page)
    {
        const auto isShown = [&page](const char *name) {
            const auto *widget = page.findChild<QWidget *>(QLatin1String(name));
            return widget && widget->isVisible();
        };
        if (screen == QLatin1String("records"))
            return waitUntil([&] { return isShown("moveButton"); });
        if (screen == QLatin1String("company, no answer"))
            return waitUntil([&] { return isShown("companyRetryButton"); });
        if (screen.startsWith(QLatin1String("company")))
            return waitUntil(
                [&] { return !page.findChild<QLineEdit *>(QStringLiteral("companyName"))->text().isEmpty(); });
        if (screen.startsWith(QLatin1String("colours"))) {
            auto *own = page.findChild<QCheckBox *>(QStringLiteral("ownColours_light"));
            const bool isReady = waitUntil([&] { return own->isEnabled(); });
            if (screen.endsWith(QLatin1String("own")))
                own->click();
            return isReady;
        }
        if (screen == QLatin1String("privacy"))
            return waitUntil([&] { return isShown("placeOpen_files from calls"); });
        if (screen == QLatin1String("privacy, report")) {
            page.findChild<QPushButton *>(QStringLiteral("reportMakeButton"))->click();
            return waitUntil([&] { return isShown("reportSaveButton"); });
        }
        if (screen == QLatin1String("import, file")) {
            const QString file = m_scene->file(QStringLiteral("teleconsultation-service.env"));
            writeEnvironmentFile(file);
            dynamic_cast<ImportPage &>(page).readFile(file);
            return waitUntil([&] { return isShown("importTakeButton"); });
        }
        if (screen == QLatin1String("kiosk, tested")) {
            // A new installation: much is missing.
            m_dialog->findChild<QPushButton *>(QStringLiteral("settingsTestButton"))->click();
            return true;
        }
        if (screen == QLatin1String("backgrounds, new")) {
            dynamic_cast<BackgroundsPage &>(page).add(
                m_scene->pictureFile(QStringLiteral("garden.png"), CompanyScene::picture({1200, 1600}, "png")));
            return waitUntil(
                [&] { return page.findChild<QPushButton *>(QStringLiteral("pictureUploadButton"))->isEnabled(); });
        }
        if (screen == QLatin1String("backgrounds, none"))
            return waitUntil(
                [&] { return page.findChild<QPushButton *>(QStringLiteral("backgroundAddButton"))->isEnabled(); });
        if (screen.startsWith(QLatin1String("backgrounds")))
            return waitUntil([&] { return isShown("backgroundGallery"); });
        return true;
    }

    /// As the original service is set up with.
    static void writeEnvironmentFile(const QString &path)
    {
        QFile file(path);
        if (!file.open(QFile::WriteOnly))
            return;
        file.write("BANDYER_BASE_URL=https://api.eu.bandyer.com\nBANDYER_API_SECRET_KEY=ak_live_0123456789\n"
                   "CRUD_SERVICE_URL=http://crud-service\nTELECONSULTATIONS_CRUD_NAME=teleconsultations\n"
                   "USER_ID_MAP_CRUD_NAME=users\nLOG_LEVEL=info\nHTTP_PORT=3000\nAUTH_SERVICE=auth-service\n");
    }

    /// For whoever wants to look: TELECONSULT_PICTURES names a folder.
    void keepPicture(const QString &screen, int textScale, const QLocale &locale)
    {
        const QString folder = qEnvironmentVariable("TELECONSULT_PICTURES");
        if (folder.isEmpty())
            return;
        waitUntil([this] { return m_scene->company().isIdle(); });
        for (const Theme::Scheme scheme : {Theme::Scheme::Dark, Theme::Scheme::Light}) {
            m_scene->theme().setScheme(scheme);
            QCoreApplication::processEvents();
            const QString name =
                QStringLiteral("%1/%2-%3-%4-%5.png")
                    .arg(folder, QString(screen).replace(QLatin1String(", "), QLatin1String("-")).replace(u' ', u'-'))
                    .arg(textScale)
                    .arg(locale.name().left(2),
                         scheme == Theme::Scheme::Dark ? QStringLiteral("dark") : QStringLiteral("light"));
            withPalette(m_dialog->grab().toImage()).save(name, "png", 0);
        }
    }

    std::unique_ptr<CompanyScene> m_scene;
    std::unique_ptr<CompanyWithoutKey> m_withoutKey;
    std::unique_ptr<MoveDestination> m_destination;
    std::unique_ptr<MovingProgram> m_moving;
    ManualClock m_clock;
    std::unique_ptr<config::PinGate> m_gate;
    std::unique_ptr<config::PinGate> m_receptionGate;
    std::unique_ptr<secrets::Secrets> m_secrets;
    std::unique_ptr<QWidget> m_dialog;
};

QTEST_MAIN(TestSettingsAccessibility)
#include "test_settings_accessibility.moc"
