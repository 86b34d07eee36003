// Settings of a peer, which is asked before they are kept.
#pragma once

#include "core/async/task.h"
#include "ui/settings/catalogue_page.h"

#include <functional>
#include <memory>

namespace teleconsult::ui {

/// Asks the peer that these settings name whether it is what they take it for.
using TrySettings = std::function<Task<void>(std::shared_ptr<config::Settings>)>;

/// A page of the catalogue with a test of what is entered now, saved or not. `good`: what is said of settings that the
/// peer is right with.
class TriedPage : public CataloguePage
{
    Q_OBJECT
public:
    using Words = std::function<QString(const config::Settings &entered)>;

    TriedPage(config::Settings &settings, const QList<config::SettingPage> &pages, TrySettings tryThem, Words good,
              QWidget *parent = nullptr);

    bool canBeTested() const override { return true; }
    void test() override;

private:
    TrySettings m_try;
    Words m_good;
};

} // namespace teleconsult::ui
