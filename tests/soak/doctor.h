// The other side of a kiosk's call: a doctor in a browser.
#pragma once

#include "tests/support/cdp_client.h"

#include <QList>

#include <memory>

#include <sys/types.h>

namespace teleconsult::soak {

/// One browser for all calls, with a page for each. Throws test::CallFailure.
class Doctor
{
public:
    void enter(const QUrl &link);
    /// Waits until picture and sound of the patient keep coming.
    void waitForPatient();
    /// Out of the call, as when the tab is closed.
    void leave() { m_page.reset(); }

    /// The browser's processes.
    QList<pid_t> processes() const;

private:
    test::HeadlessChromium m_browser;
    std::unique_ptr<test::CdpClient> m_page; ///< Null: in no call.
};

} // namespace teleconsult::soak
