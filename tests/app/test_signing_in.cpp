// Signing in and out in the window, with a real OpenID provider.
#include "app/application.h"
#include "tests/core/signin/open_id_provider.h"
#include "tests/support/await.h"
#include "ui/agenda/agenda_page.h"
#include "ui/widgets/confirm_dialog.h"

#include <QApplication>
#include <QDesktopServices>
#include <QFile>
#include <QPushButton>
#include <QRegularExpression>

using namespace teleconsult;
using test::waitUntil;

/// Takes the place of the system's browser, which is started with a private page that leads on.
class SystemBrowser : public QObject
{
    Q_OBJECT
public:
    SystemBrowser() { QDesktopServices::setUrlHandler(QStringLiteral("file"), this, "open"); }
    ~SystemBrowser() override { QDesktopServices::unsetUrlHandler(QStringLiteral("file")); }
    test::Browser browser;

public slots:
    void open(const QUrl &page)
    {
        QFile file(page.toLocalFile());
        static const QRegularExpression link(QStringLiteral("content=\"0;url=([^\"]+)\""));
        if (file.open(QFile::ReadOnly))
            browser.open(QUrl(link.match(QString::fromUtf8(file.readAll()))
                                  .captured(1)
                                  .replace(QLatin1String("&amp;"), QLatin1String("&"))));
    }
};

class TestSigningIn : public QObject
{
    Q_OBJECT

    test::OpenIdProvider m_provider;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<app::Application> m_application;

    void start()
    {
        m_application.reset();
        app::CommandLine line;
        line.places = {m_folder->filePath(QStringLiteral("settings.ini")), m_folder->path()};
        m_application = std::make_unique<app::Application>(line, config::SettingValues());
        m_application->show();
    }

    template <typename Widget>
    static Widget *shown(const QString &name)
    {
        const QWidgetList windows = QApplication::topLevelWidgets();
        for (QWidget *window : windows) {
            auto *found =
                window->objectName() == name ? qobject_cast<Widget *>(window) : window->findChild<Widget *>(name);
            if (found && found->isVisible())
                return found;
        }
        return nullptr;
    }

    static bool isAgendaShown()
    {
        const auto *window = shown<ui::MainWindow>(QStringLiteral("mainWindow"));
        return window && window->findChild<ui::AgendaPage *>()->isVisible();
    }

    static QString station() { return shown<QPushButton>(QStringLiteral("stationButton"))->accessibleName(); }
    static bool clickWhenShown(const QString &name)
    {
        if (!waitUntil([&] { return shown<QPushButton>(name) != nullptr; }))
            return false;
        shown<QPushButton>(name)->click();
        return true;
    }

private slots:
    void initTestCase() { QVERIFY(m_provider.start()); }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        const config::SignIn how = m_provider.settings();
        qputenv("TELECONSULT_SIGN_IN_ISSUER", how.issuer.toEncoded());
        qputenv("TELECONSULT_SIGN_IN_CLIENT_ID", how.clientId.toUtf8());
        qputenv("TELECONSULT_SIGN_IN_REDIRECT_PORT", QByteArray::number(how.redirectPort));
        qputenv("TELECONSULT_SECRET_STORE", "file");
        qputenv("TELECONSULT_LANGUAGE", "en");
    }

    void cleanup() { m_application.reset(); }

    void theAgendaIsForWhoHasSignedIn()
    {
        SystemBrowser system;
        start();
        QVERIFY(waitUntil([] { return shown<QPushButton>(QStringLiteral("signInButton")) != nullptr; }));
        QVERIFY(!isAgendaShown());
        QCOMPARE(station(), QStringLiteral("Sign in"));

        system.browser.person = test::Browser::Person::SaysNo;
        QVERIFY(clickWhenShown(QStringLiteral("signInButton")));
        auto *page = shown<ui::SignInPage>(QStringLiteral("signInPage"));
        QVERIFY(waitUntil([page] { return page->headline() == QStringLiteral("You are not signed in"); }));
        QVERIFY(page->sentence().contains(QStringLiteral("Try again")));
        QVERIFY(!isAgendaShown());

        system.browser.person = test::Browser::Person::LogsIn;
        QVERIFY(clickWhenShown(QStringLiteral("signInButton")));
        QVERIFY(waitUntil([] { return isAgendaShown(); }));
        QVERIFY2(station().startsWith(QStringLiteral("Signed in as Ada Neri")), qPrintable(station()));

        start(); // The program ends and begins again.
        const auto asked = system.browser.opened.size();
        QVERIFY(waitUntil([] { return isAgendaShown(); }));
        QCOMPARE(system.browser.opened.size(), asked);

        QVERIFY(clickWhenShown(QStringLiteral("stationButton")));
        auto *question = shown<ui::ConfirmDialog>(QStringLiteral("signOutDialog"));
        QVERIFY(question);
        question->actionButton()->click();
        QVERIFY(waitUntil([] { return !isAgendaShown(); }));
        QCOMPARE(station(), QStringLiteral("Sign in"));
        start();
        QVERIFY(waitUntil([] { return shown<QPushButton>(QStringLiteral("signInButton")) != nullptr; }));
        QVERIFY(!isAgendaShown());
    }

    void waitingForTheBrowserCanBeGivenUp()
    {
        SystemBrowser system;
        system.browser.person = test::Browser::Person::Sleeps;
        start();
        QVERIFY(clickWhenShown(QStringLiteral("signInButton")));
        auto *page = shown<ui::SignInPage>(QStringLiteral("signInPage"));
        QVERIFY(waitUntil([page] { return page->state() == ui::SignInPage::State::InBrowser; }));
        QVERIFY(clickWhenShown(QStringLiteral("signInButton"))); // Which says Cancel now.
        QVERIFY(waitUntil([page] { return page->state() == ui::SignInPage::State::SignedOut; }));
        QCOMPARE(page->headline(), QStringLiteral("Sign in"));
    }

    void aSettingThatIsWrongLetsNobodyIn()
    {
        qunsetenv("TELECONSULT_SIGN_IN_CLIENT_ID");
        start();
        QVERIFY(waitUntil([] { return shown<ui::SignInPage>(QStringLiteral("signInPage")) != nullptr; }));
        QVERIFY(!isAgendaShown());
        QVERIFY(shown<ui::SignInPage>(QStringLiteral("signInPage"))
                    ->sentence()
                    .contains(QStringLiteral("sign_in/client_id")));
    }
};

QTEST_MAIN(TestSigningIn)
#include "test_signing_in.moc"
