// Settings of peers, which are asked before they are kept.
#pragma once

#include "core/async/task.h"
#include "ui/settings/catalogue_page.h"

#include <functional>
#include <memory>

namespace teleconsult::ui {

/// Asks the peer that these settings name whether it is what they take it for.
using TrySettings = std::function<Task<void>(std::shared_ptr<config::Settings>)>;

/// A peer, and what is said of it.
struct Trial
{
    TrySettings tryThem;
    /// Of settings that the peer is right with; empty: nothing is to be said.
    std::function<QString(const config::Settings &entered)> good;
    /// What is wrong, and what mends it. Left out, or answered with nothing: errorText().
    std::function<QString(const Error &error, const config::Settings &entered)> wrong = {};
};

/// A page of the catalogue with a test of what is entered now, saved or not. Its peers are asked one after another; the
/// first that something is wrong with is told of alone.
class TriedPage : public CataloguePage
{
    Q_OBJECT
public:
    TriedPage(config::Settings &settings, const QList<config::SettingPage> &pages, QList<Trial> trials,
              QWidget *parent = nullptr);

    bool canBeTested() const override { return true; }
    void test() override;

private:
    void tryFrom(qsizetype first, const std::shared_ptr<config::Settings> &tried);

    QList<Trial> m_trials;
};

} // namespace teleconsult::ui
