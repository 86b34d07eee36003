#include "tests/ui/call/call_page_test.h"

#include "tests/ui/support/keyboard.h"
#include "ui/widgets/empty_state.h"

#include <QLocale>
#include <QVBoxLayout>

namespace teleconsult::test {

using namespace ui;

void CallPageTest::setUp()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    m_loadPatience = std::chrono::seconds(30);
    m_hungPatience.reset();
    m_practice = std::make_unique<Practice>();
    m_id = m_practice->add({.patient = QStringLiteral("Luca Romano"), .time = QTime(10, 10)});
    open(false);
}

void CallPageTest::open(bool mayRestartPlainly)
{
    m_window = std::make_unique<QWidget>();
    m_window->setMinimumSize(700, 500);
    m_page = new CallPage({.service = m_practice->service(),
                           .settings = m_practice->settings(),
                           .clock = m_practice->clock(),
                           .engine = [this]() -> Result<CallEngine *> { return &m_engine; },
                           .storageDir = m_practice->folder(),
                           .allowedHosts = {},
                           .lostPatience = std::chrono::milliseconds(300),
                           .loadPatience = m_loadPatience,
                           .hungPatience = m_hungPatience,
                           .mayRestartPlainly = [mayRestartPlainly] { return mayRestartPlainly; }});
    (new QVBoxLayout(m_window.get()))->addWidget(m_page);
    QVERIFY(showActive(*m_window));
}

void CallPageTest::tearDown()
{
    m_window.reset();
    m_practice.reset();
}

bool CallPageTest::enter()
{
    m_page->flow().start(m_practice->find(m_id));
    return isBack() && waitUntil([this] { return progress() == Progress::InCall; });
}

bool CallPageTest::opens() const
{
    return waitUntil([this] { return m_page->flow().view() != nullptr; });
}

bool CallPageTest::isBack()
{
    if (!opens())
        return false;
    emit m_engine.m_view->pageReady();
    return waitUntil([this] { return m_page->flow().isInCall() && m_engine.m_view && m_engine.m_view->isVisible(); });
}

bool CallPageTest::showsWords(const QString &headline) const
{
    const auto *notice = child<EmptyState>("callNotice");
    return !m_page->flow().view() && notice->isVisible() && notice->headline() == headline &&
           !notice->sentence().isEmpty();
}

} // namespace teleconsult::test
