// The built program against the stand-in for Kaleyra.
#pragma once

#include "core/sandbox/sandbox.h"
#include "tests/app/ctl/ctl_fixture.h"

#include <QTest>

#include <memory>

namespace teleconsult::test {

/// New for every test: a stand-in, and a home whose Kaleyra it is. What a derived class has besides goes first.
class SandboxTest : public QObject
{
    Q_OBJECT

protected:
    CtlFixture::Outcome run(const char *line) { return m_ctl->run(QString::fromUtf8(line).split(QLatin1Char(' '))); }

    std::unique_ptr<sandbox::Sandbox> m_sandbox;
    std::unique_ptr<CtlFixture> m_ctl;

protected slots:
    void init()
    {
        Result<std::unique_ptr<sandbox::Sandbox>> started = sandbox::start({});
        QVERIFY(started);
        m_sandbox = std::move(*started);
        m_ctl = std::make_unique<CtlFixture>();
        m_ctl->useKaleyra(m_sandbox->endpoint().baseUrl, m_sandbox->endpoint().apiKey);
    }
    void cleanup()
    {
        m_ctl.reset();
        m_sandbox.reset();
    }
};

} // namespace teleconsult::test
