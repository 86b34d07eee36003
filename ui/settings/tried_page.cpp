#include "ui/settings/tried_page.h"

#include "ui/settings/settings_verdict.h"

#include <QStringList>

namespace teleconsult::ui {

namespace {

SettingsVerdict goodVerdict(const QList<Trial> &trials, const std::shared_ptr<config::Settings> &tried)
{
    return {Tone::Success, [trials, tried] {
                QStringList words;
                for (const Trial &trial : trials)
                    words << trial.good(*tried);
                words.removeAll(QString());
                return words.join(QLatin1Char(' '));
            }};
}

SettingsVerdict wrongVerdict(const Trial &trial, const Error &error, const std::shared_ptr<config::Settings> &tried)
{
    return {Tone::Danger, [trial, error, tried] {
                const QString words = trial.wrong ? trial.wrong(error, *tried) : QString();
                return words.isEmpty() ? errorText(error) : words;
            }};
}

} // namespace

TriedPage::TriedPage(config::Settings &settings, const QList<config::SettingPage> &pages, QList<Trial> trials,
                     QWidget *parent)
    : CataloguePage(settings, pages, parent), m_trials(std::move(trials))
{}

void TriedPage::test()
{
    if (!check()) {
        emit told(valueNotRight());
        return;
    }
    tryFrom(0, settings().with(entered()));
}

void TriedPage::tryFrom(qsizetype first, const std::shared_ptr<config::Settings> &tried)
{
    if (first == m_trials.size()) {
        emit told(goodVerdict(m_trials, tried));
        return;
    }
    whenDone(m_trials.at(first).tryThem(tried), this, [this, first, tried](const Result<void> &answered) {
        if (answered)
            tryFrom(first + 1, tried);
        else
            emit told(wrongVerdict(m_trials.at(first), answered.error(), tried));
    });
}

} // namespace teleconsult::ui
