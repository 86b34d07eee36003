// How the call page looks, and what it sends of the camera: theme and background, of the link and of the company.
#include "tests/core/sandbox/call_page_test.h"

using namespace teleconsult::sandbox;
using namespace teleconsult::sandbox::test;

namespace {

const QString ownVideo = QStringLiteral(".tile.own video");
const QString theirVideo = QStringLiteral(".tile:not(.own) video");

/// An expression about `picture`, the {width, height, data} of what a video shows; false while it shows nothing.
QString seen(const QString &video, const QString &condition)
{
    return QStringLiteral("(() => { const video = document.querySelector('%1');"
                          "if (!video?.videoWidth) return false;"
                          "const canvas = document.createElement('canvas');"
                          "canvas.width = video.videoWidth; canvas.height = video.videoHeight;"
                          "const context = canvas.getContext('2d'); context.drawImage(video, 0, 0);"
                          "const picture = context.getImageData(0, 0, canvas.width, canvas.height);"
                          "const at = (x, y) => [...picture.data.slice((y * picture.width + x) * 4).slice(0, 3)];"
                          "const isNear = (one, other) => one.every((part, i) => Math.abs(part - other[i]) < 40);"
                          "const corner = at(8, 8);"
                          "return %2; })()")
        .arg(video, condition);
}

/// Chromium's fake camera: a bright sector turns before dark green.
const QString cornerIsTheCameras = QStringLiteral("isNear(corner, [0, 135, 0])");

/// The sharpest edge from left to right, in steps of brightness.
const QString sharpestEdge =
    QStringLiteral("(() => { let most = 0; for (let i = 1; i < picture.width * picture.height; i += 1) {"
                   "if (i % picture.width) most = Math.max(most, "
                   "Math.abs(picture.data[i * 4 + 1] - picture.data[i * 4 - 3])); } return most; })()");

} // namespace

class TestCallPageLook : public CallPageTest
{
    Q_OBJECT

private slots:
    void themeFollowsTheLink_data();
    void themeFollowsTheLink();
    void themeFollowsTheSystemWhereTheLinkSaysNothing();
    void theStandInHasColoursOfItsOwn();
    void backgroundFollowsTheLink_data();
    void backgroundFollowsTheLink();
    void othersSeeTheBackground();

private:
    static void setSystemTheme(CdpClient &page, const QString &theme)
    {
        const QJsonObject feature{{QStringLiteral("name"), QStringLiteral("prefers-color-scheme")},
                                  {QStringLiteral("value"), theme}};
        page.call(QStringLiteral("Emulation.setEmulatedMedia"), {{QStringLiteral("features"), QJsonArray{feature}}});
    }

    /// The doctor's page where the system has this theme.
    std::unique_ptr<CdpClient> openUnder(const QString &systemTheme, const QString &query)
    {
        return openUnder(m_browser, 0, systemTheme, query);
    }

    std::unique_ptr<CdpClient> openUnder(HeadlessChromium &browser, int participant, const QString &systemTheme,
                                         const QString &query)
    {
        std::unique_ptr<CdpClient> page = browser.open(QUrl(QStringLiteral("about:blank")));
        setSystemTheme(*page, systemTheme);
        page->navigate(linkWith(participant, query));
        return page;
    }

    static QString colourOf(CdpClient &page, const QString &elementText, const QString &property)
    {
        return page.evaluate(QStringLiteral("getComputedStyle(%1).%2").arg(elementText, property)).toString();
    }

    void setTheme(const QString &light, const QString &dark)
    {
        const auto colours = [](const QString &primary) {
            return QJsonObject{{QStringLiteral("primary_color"), primary}};
        };
        const Answer answer =
            m_fixture->put(QStringLiteral("/v2/company/theme"),
                           {{QStringLiteral("light"), colours(light)}, {QStringLiteral("dark"), colours(dark)}});
        QCOMPARE(answer.status, 200);
    }

    /// Gives the company a background of one colour, drawn by the browser.
    void setBackground(const QString &colour)
    {
        const auto painter = m_browser.open(QUrl(QStringLiteral("about:blank")));
        const QString picture =
            painter
                ->evaluate(QStringLiteral("(() => { const canvas = document.createElement('canvas');"
                                          "canvas.width = canvas.height = 1280;"
                                          "const context = canvas.getContext('2d'); context.fillStyle = '%1';"
                                          "context.fillRect(0, 0, 1280, 1280);"
                                          "return canvas.toDataURL('image/jpeg').split(',')[1]; })()")
                               .arg(colour))
                .toString();
        const Answer added = m_fixture->sendFile(QStringLiteral("/v2/company/virtual-background"), "virtual_background",
                                                 "image/jpeg", QByteArray::fromBase64(picture.toLatin1()));
        QCOMPARE(added.status, 201);
        const Answer company = m_fixture->put(QStringLiteral("/v2/company"),
                                              {{QStringLiteral("background_alias"), added.text("background_alias")}});
        QCOMPARE(company.status, 200);
    }
};

void TestCallPageLook::themeFollowsTheLink_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("system");
    QTest::addColumn<bool>("isDark");
    QTest::newRow("dark") << "theme=dark"
                          << "light" << true;
    QTest::newRow("light") << "theme=light"
                           << "dark" << false;
    QTest::newRow("short name") << "t=dark"
                                << "light" << true;
    QTest::newRow("no theme") << "theme=sepia"
                              << "dark" << true;
    QTest::newRow("nothing, light system") << QString() << "light" << false;
    QTest::newRow("nothing, dark system") << QString() << "dark" << true;
}

void TestCallPageLook::themeFollowsTheLink()
{
    QFETCH(QString, query);
    QFETCH(QString, system);
    QFETCH(bool, isDark);
    setTheme(QStringLiteral("#112233"), QStringLiteral("#ddeeff"));
    const auto page = openUnder(system, query);
    VERIFY_PAGE(*page, phaseIs("waiting"));
    QCOMPARE(colourOf(*page, QStringLiteral("document.body"), QStringLiteral("backgroundColor")),
             isDark ? QStringLiteral("rgb(15, 23, 28)") : QStringLiteral("rgb(244, 247, 248)"));
    QCOMPARE(colourOf(*page, QStringLiteral("document.documentElement"), QStringLiteral("colorScheme")),
             isDark ? QStringLiteral("dark") : QStringLiteral("light"));
    // The company's colour for this theme, and on it what can be read.
    QVERIFY(page->click(selector("chat-button")));
    QCOMPARE(colourOf(*page, element("chat-send"), QStringLiteral("backgroundColor")),
             isDark ? QStringLiteral("rgb(221, 238, 255)") : QStringLiteral("rgb(17, 34, 51)"));
    QCOMPARE(colourOf(*page, element("chat-send"), QStringLiteral("color")),
             isDark ? QStringLiteral("rgb(0, 0, 0)") : QStringLiteral("rgb(255, 255, 255)"));
}

void TestCallPageLook::themeFollowsTheSystemWhereTheLinkSaysNothing()
{
    setTheme(QStringLiteral("#112233"), QStringLiteral("#ddeeff"));
    const auto free = openUnder(QStringLiteral("light"), {});
    // In a browser of its own: a page that is behind another one is not drawn, and hears of no change.
    const auto fixed = openUnder(m_otherBrowser, 1, QStringLiteral("light"), QStringLiteral("theme=light"));
    for (CdpClient *page : {free.get(), fixed.get()}) {
        VERIFY_PAGE(*page, QStringLiteral("document.documentElement.dataset.theme === 'light'"));
        setSystemTheme(*page, QStringLiteral("dark"));
        VERIFY_PAGE(*page, QStringLiteral("matchMedia('(prefers-color-scheme: dark)').matches"));
    }
    VERIFY_PAGE(
        *free,
        QStringLiteral("getComputedStyle(%1).backgroundColor === 'rgb(221, 238, 255)'").arg(element("chat-send")));
    QCOMPARE(colourOf(*free, QStringLiteral("document.body"), QStringLiteral("backgroundColor")),
             QStringLiteral("rgb(15, 23, 28)"));
    QCOMPARE(colourOf(*fixed, QStringLiteral("document.body"), QStringLiteral("backgroundColor")),
             QStringLiteral("rgb(244, 247, 248)"));
}

void TestCallPageLook::theStandInHasColoursOfItsOwn()
{
    setTheme(QStringLiteral("#112233"), QStringLiteral("#ddeeff"));
    m_fixture->put(QStringLiteral("/v2/company/theme"),
                   {{QStringLiteral("light"), QJsonValue()}, {QStringLiteral("dark"), QJsonValue()}});
    const auto page = openUnder(QStringLiteral("light"), {});
    VERIFY_PAGE(*page, phaseIs("waiting"));
    QCOMPARE(colourOf(*page, element("chat-send"), QStringLiteral("backgroundColor")),
             QStringLiteral("rgb(11, 107, 114)"));
}

void TestCallPageLook::backgroundFollowsTheLink_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("company");
    QTest::addColumn<QString>("expected");
    const QString sharp = cornerIsTheCameras + QStringLiteral(" && 60 < ") + sharpestEdge;
    const QString inset = QStringLiteral(" && isNear(at(picture.width / 2, picture.height - 8), [0, 135, 0])");
    const QString magenta = QStringLiteral("#ff00ff");
    QTest::newRow("none") << QString() << magenta << sharp;
    QTest::newRow("no background") << "virtual_background=beach" << magenta << sharp;
    QTest::newRow("blur") << "virtual_background=blur" << magenta
                          << cornerIsTheCameras + QStringLiteral(" && 20 > ") + sharpestEdge;
    QTest::newRow("picture") << "virtual_background=image" << magenta
                             << QStringLiteral("isNear(corner, [255, 0, 255])") + inset;
    QTest::newRow("short name") << "vb=image" << magenta << QStringLiteral("isNear(corner, [255, 0, 255])") + inset;
    QTest::newRow("the company has no picture")
        << "virtual_background=image" << QString() << QStringLiteral("isNear(corner, [11, 107, 114])") + inset;
}

void TestCallPageLook::backgroundFollowsTheLink()
{
    QFETCH(QString, query);
    QFETCH(QString, company);
    QFETCH(QString, expected);
    if (!company.isEmpty())
        setBackground(company);
    const auto page = open(m_browser, 0, query);
    VERIFY_PAGE(*page, seen(ownVideo, expected));
    // A camera that was off comes back in the same way.
    QVERIFY(page->click(selector("camera-button")));
    VERIFY_PAGE(*page, element("camera-button") + QStringLiteral(".dataset.on === 'false'"));
    QVERIFY(page->click(selector("camera-button")));
    VERIFY_PAGE(*page, element("camera-button") + QStringLiteral(".dataset.on === 'true'"));
    VERIFY_PAGE(*page, seen(ownVideo, expected));
}

void TestCallPageLook::othersSeeTheBackground()
{
    setBackground(QStringLiteral("#ff00ff"));
    const auto doctor = open(m_browser, 0, QStringLiteral("virtual_background=image"));
    const auto patient = open(m_otherBrowser, 1);
    VERIFY_PAGE(*patient, seen(theirVideo, QStringLiteral("isNear(corner, [255, 0, 255])")));
    VERIFY_PAGE(*doctor, seen(theirVideo, cornerIsTheCameras));
}

QTEST_GUILESS_MAIN(TestCallPageLook)
#include "moc_call_page_test.cpp"
#include "test_call_page_look.moc"
