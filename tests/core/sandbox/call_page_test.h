// What the tests of the call page share: two browsers, a room, and words for what is in the page.
#pragma once

#include "tests/core/sandbox/sandbox_fixture.h"
#include "tests/support/cdp_client.h"

#include <QTest>

#include <memory>

namespace teleconsult::sandbox::test {

using teleconsult::test::CdpClient;
using teleconsult::test::HeadlessChromium;

inline QString selector(const char *testId)
{
    return QStringLiteral("[data-testid=%1]").arg(QLatin1String(testId));
}

/// An expression for an element of the page.
inline QString element(const char *testId)
{
    return QStringLiteral("document.querySelector('%1')").arg(selector(testId));
}

inline QString phaseIs(const char *phase)
{
    return QStringLiteral("teleconsultCall.phase() === '%1'").arg(QLatin1String(phase));
}

/// For each test function a sandbox and a live room of a doctor and a patient; for all of them two browsers.
class CallPageTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY2(HeadlessChromium::isInstalled(), "Chromium is not installed (packaging/debian-packages.txt)");
        QVERIFY2(m_browser.start(), qPrintable(m_browser.errorString()));
        QVERIFY2(m_otherBrowser.start(), qPrintable(m_otherBrowser.errorString()));
    }

    void init()
    {
        m_fixture = std::make_unique<Fixture>();
        m_room = m_fixture->room({{QStringLiteral("live"), true}});
    }

    void cleanup() { m_fixture.reset(); }

protected:
    /// Opens the page of a participant; `query` comes after the link.
    std::unique_ptr<CdpClient> open(HeadlessChromium &browser, int participant, const QString &query = {})
    {
        return browser.open(linkWith(participant, query));
    }

    QUrl linkWith(int participant, const QString &query) const
    {
        QUrl link = linkOf(m_room, participant);
        link.setQuery(query);
        return link;
    }

    HeadlessChromium m_browser;
    HeadlessChromium m_otherBrowser;
    std::unique_ptr<Fixture> m_fixture;
    QJsonObject m_room;
};

} // namespace teleconsult::sandbox::test

#define VERIFY_PAGE(page, condition) QVERIFY2((page).waitFor(condition), qPrintable((page).errorString()))
