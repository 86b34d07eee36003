// The clinic's logo.
#include "core/config/setting_keys.h"
#include "tests/ui/support/keyboard.h"
#include "ui/settings/appearance_page.h"
#include "ui/settings/logo_control.h"
#include "ui/theme/theme.h"
#include "ui/widgets/logo.h"
#include "ui/window_header.h"

#include <QDir>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace teleconsult;
using namespace teleconsult::ui;
using namespace teleconsult::test;

class TestAppearancePage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void init()
    {
        m_theme = std::make_unique<Theme>();
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<config::Settings>(file("settings.ini"));
        m_page = std::make_unique<AppearancePage>(*m_settings, m_folder->path());
        QVERIFY(showActive(*m_page));
    }
    void cleanup()
    {
        m_page.reset();
        m_settings.reset();
        m_theme.reset();
    }

    void aPictureBecomesTheLogoOfTheWindow()
    {
        QVERIFY(preview()->isOwn());
        QVERIFY(picture("mark.png", {900, 300}));
        m_page->logo().takeFile(file("mark.png"));
        QVERIFY(!preview()->isOwn());
        QVERIFY(preview()->width() > preview()->height());
        QVERIFY(m_page->isChanged());
        m_page->apply();
        QVERIFY(QFile::remove(file("mark.png"))); // The copy is enough.
        const QString kept = m_settings->text(config::keys::interfaceLogo);
        const QImage copy(kept);
        QCOMPARE(copy.width(), maximumLogoSide);
        QVERIFY((QFile::permissions(kept) & (QFile::ReadGroup | QFile::ReadOther)) == 0);

        const WindowHeader header(*m_settings);
        QVERIFY(!header.findChild<Logo *>()->isOwn());

        m_page->findChild<QPushButton *>(QStringLiteral("logoResetButton"))->click();
        QVERIFY(preview()->isOwn());
        m_page->apply();
        QVERIFY(WindowHeader(*m_settings).findChild<Logo *>()->isOwn());
    }

    void copiesThatNobodyNamesGoWithThePage()
    {
        const auto copies = [this] { return QDir(m_folder->path()).entryList({QStringLiteral("logo-*")}).size(); };
        QVERIFY(picture("mark.png", {900, 300}) && picture("other.png", {300, 300}));
        m_page->logo().takeFile(file("mark.png"));
        m_page->apply();
        m_page->logo().takeFile(file("other.png"));
        QCOMPARE(copies(), 2);
        m_page = std::make_unique<AppearancePage>(*m_settings, m_folder->path()); // Closed without being saved.
        QCOMPARE(copies(), 1);
        QVERIFY(QFile::exists(m_settings->text(config::keys::interfaceLogo)));
        m_page->logo().takeFile(file("other.png")); // Takes the first one's place.
        m_page->apply();
        m_page.reset();
        QCOMPARE(copies(), 1);
        QVERIFY(QFile::exists(m_settings->text(config::keys::interfaceLogo)));
    }

    /// One way to choose it, which the catalogue's words stand beside.
    void theLogoHasOneControl()
    {
        const auto *control = m_page->findChild<QWidget *>(QStringLiteral("setting_") + config::keys::interfaceLogo);
        QCOMPARE(control, static_cast<const QWidget *>(&m_page->logo()));
        QVERIFY(control->accessibleDescription().startsWith(
            config::explanationOf(*config::Settings::spec(config::keys::interfaceLogo))));
        QVERIFY(m_page->findChildren<QLineEdit *>(QRegularExpression(QStringLiteral("logo"))).isEmpty());
    }

    void whatAPolicyHoldsIsNotChosen()
    {
        const config::SettingInputs inputs{.userFile = file("other.ini"),
                                           .policy = {{config::keys::interfaceLogo, file("theirs.png")}}};
        config::Settings settings(inputs);
        AppearancePage page(settings, m_folder->path());
        QVERIFY(!page.findChild<QPushButton *>(QStringLiteral("logoChooseButton"))->isEnabled());
        QVERIFY(!page.findChild<QPushButton *>(QStringLiteral("logoResetButton"))->isEnabled());
        QCOMPARE(page.logo().accessibleDescription(), settings.lockText(config::keys::interfaceLogo));
    }

    void whatIsNoLogoIsSaidAndChangesNothing_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("words");
        QTest::newRow("not there") << "nothing.png"
                                   << "cannot be read";
        QTest::newRow("a text") << "text.png"
                                << "not a picture";
        QTest::newRow("too small") << "dot.png"
                                   << "32 pixels";
        QTest::newRow("cut off") << "half.png"
                                 << "damaged";
    }
    void whatIsNoLogoIsSaidAndChangesNothing()
    {
        QFETCH(QString, name);
        QFETCH(QString, words);
        write("text.png", "Hello, this is no picture at all.");
        QVERIFY(picture("dot.png", {16, 16}));
        QVERIFY(picture("whole.png", {400, 400}));
        QFile whole(file("whole.png"));
        QVERIFY(whole.open(QFile::ReadOnly));
        write("half.png", whole.read(whole.size() / 2));
        QSignalSpy told(m_page.get(), &SettingsPage::told);
        m_page->logo().takeFile(m_folder->filePath(name));
        QCOMPARE(told.size(), 1);
        const SettingsVerdict verdict = told.first().first().value<SettingsVerdict>();
        QCOMPARE(verdict.tone, Tone::Danger);
        QVERIFY2(verdict.text().contains(words), qPrintable(verdict.text()));
        QVERIFY(preview()->isOwn() && !m_page->isChanged());
        QVERIFY(QDir(m_folder->path()).entryList({QStringLiteral("logo-*")}).isEmpty());
    }

    void theTestLooksWhetherTheLogoCanBeRead()
    {
        const auto test = [this] {
            QSignalSpy told(m_page.get(), &SettingsPage::told);
            m_page->test();
            return told.value(0).value(0).value<SettingsVerdict>();
        };
        QCOMPARE(test().tone, Tone::Success);
        QVERIFY(picture("mark.png", {900, 300}));
        m_page->logo().takeFile(file("mark.png"));
        QCOMPARE(test().tone, Tone::Success);
        m_page->logo().setValue(file("gone.png"));
        const SettingsVerdict gone = test();
        QCOMPARE(gone.tone, Tone::Danger);
        QVERIFY2(gone.text().contains(QStringLiteral("cannot be read")), qPrintable(gone.text()));
    }

    /// A file that has gone is no reason to show nothing.
    void aLogoThatCannotBeReadIsTeleconsults()
    {
        QVERIFY(m_settings->write({{config::keys::interfaceLogo, file("gone.png")}}));
        QVERIFY(WindowHeader(*m_settings).findChild<Logo *>()->isOwn());
    }

private:
    QString file(const char *name) const { return m_folder->filePath(QLatin1String(name)); }
    void write(const char *name, const QByteArray &content) const
    {
        QFile target(file(name));
        QVERIFY(target.open(QFile::WriteOnly));
        target.write(content);
    }
    /// Of noise, so that half a file is not the whole picture.
    bool picture(const char *name, const QSize &size) const
    {
        QImage image(size, QImage::Format_ARGB32);
        for (int y = 0; y < size.height(); ++y) {
            for (int x = 0; x < size.width(); ++x)
                image.setPixel(x, y, qRgba((x * 37 + y * 101) % 256, (x * 7) % 256, (y * 13 + x) % 256, 255));
        }
        return image.save(file(name));
    }
    Logo *preview() const { return m_page->findChild<Logo *>(QStringLiteral("logoPreview")); }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<config::Settings> m_settings;
    std::unique_ptr<AppearancePage> m_page;
};

QTEST_MAIN(TestAppearancePage)
#include "test_appearance_page.moc"
