#include "ui/settings/tried_page.h"

#include "ui/settings/settings_verdict.h"

namespace teleconsult::ui {

TriedPage::TriedPage(config::Settings &settings, const QList<config::SettingPage> &pages, TrySettings tryThem,
                     Words good, QWidget *parent)
    : CataloguePage(settings, pages, parent), m_try(std::move(tryThem)), m_good(std::move(good))
{}

void TriedPage::test()
{
    if (!check()) {
        emit told(valueNotRight());
        return;
    }
    const std::shared_ptr<config::Settings> tried = settings().with(entered());
    whenDone(m_try(tried), this, [this, tried](const Result<void> &answered) {
        if (answered) {
            emit told({Tone::Success, [tried, good = m_good] { return good(*tried); }});
            return;
        }
        emit told(verdictOf(answered.error()));
    });
}

} // namespace teleconsult::ui
