#include "tests/soak/doctor.h"

#include "app/process_tree.h"
#include "tests/support/call_observer.h"

namespace teleconsult::soak {

namespace {

constexpr std::chrono::seconds patience{90};

} // namespace

void Doctor::enter(const QUrl &link)
{
    if (m_browser.port() == 0 && !m_browser.start())
        throw test::CallFailure(m_browser.errorString());
    m_page = m_browser.open(link);
    if (!m_page)
        throw test::CallFailure(QStringLiteral("the doctor: ") + m_browser.errorString());
    m_page->setLimit(patience);
}

void Doctor::waitForPatient()
{
    if (!m_page)
        throw test::CallFailure(QStringLiteral("the doctor is in no call"));
    test::CallObserver(QStringLiteral("the doctor"), *m_page).waitForPicturesAndSound();
}

QList<pid_t> Doctor::processes() const
{
    return m_browser.port() == 0 ? QList<pid_t>() : app::processTree(pid_t(m_browser.processId()));
}

} // namespace teleconsult::soak
