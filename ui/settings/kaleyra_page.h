// What pages have in common whose values Kaleyra keeps.
#pragma once

#include "core/async/task.h"
#include "core/service/company_settings.h"
#include "ui/settings/settings_page.h"

#include <functional>
#include <utility>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace teleconsult::ui {

class Banner;

/// Shows what Kaleyra keeps for the whole company, and changes it there. Says while it is asked; when that fails, why,
/// with a button that tries again; and where the key is elsewhere, that nothing is changed from here. The company must
/// outlive it.
class KaleyraPage : public SettingsPage
{
    Q_OBJECT
public:
    bool isBusy() const override { return m_state == State::Saving; }

protected:
    enum class State { Loading, Failed, Ready, Saving };

    /// `name`: of the page; its banner is called that and "Notice", its button that and "RetryButton".
    KaleyraPage(service::CompanyService &company, const QString &name, QWidget *parent);

    /// Asks Kaleyra, by receive(). For the end of a derived class' constructor, and whoever tries again.
    virtual void load() = 0;
    /// Whether something may be entered now.
    virtual void setEditable(bool editable) = 0;
    /// Gives every text; those of this class with explain().
    virtual void retranslate() = 0;
    void explain(const QString &sentence);
    void changeEvent(QEvent *event) override;

    service::CompanyService &company() const { return m_company; }
    /// Below the explanation and the banner; the derived class ends it with a stretch.
    QVBoxLayout *column() const { return m_column; }
    State state() const { return m_state; }
    void setState(State state);

    /// `take`: what is shown from now on.
    template <typename Told>
    void receive(Task<Told> asked, std::function<void(const Told &)> take)
    {
        setState(State::Loading);
        whenDone(std::move(asked), this, [this, take = std::move(take)](const Result<Told> &told) {
            if (told)
                take(*told);
            else
                m_error = told.error();
            setState(told ? State::Ready : State::Failed);
        });
    }

    /// `take` as above, for what Kaleyra says of it afterwards; `refused`: what is said of a change that was not made,
    /// once the page can be edited again.
    template <typename Told>
    void send(Task<Told> changed, std::function<void(const Told &)> take, SettingsVerdict saved,
              std::function<SettingsVerdict(const Error &)> refused)
    {
        setState(State::Saving);
        whenDone(std::move(changed), this,
                 [this, take = std::move(take), saved = std::move(saved),
                  refused = std::move(refused)](const Result<Told> &now) {
                     if (now)
                         take(*now);
                     setState(State::Ready);
                     if (now)
                         emit applied(true, saved);
                     else
                         emit applied(false, refused(now.error()));
                 });
    }

    /// Asks anew; what was entered stays. `take` says what came of it.
    template <typename Told>
    void compare(Task<Told> asked, std::function<SettingsVerdict(const Told &)> take)
    {
        whenDone(std::move(asked), this, [this, take = std::move(take)](const Result<Told> &answer) {
            if (!answer) {
                emit told(verdictOf(answer.error()));
                return;
            }
            const SettingsVerdict verdict = take(*answer);
            setState(State::Ready);
            emit told(verdict);
        });
    }

private:
    service::CompanyService &m_company;
    State m_state = State::Loading;
    Error m_error; ///< Of loading.
    QVBoxLayout *m_column;
    QLabel *m_explanation;
    Banner *m_notice;
    QPushButton *m_retry;
};

} // namespace teleconsult::ui
