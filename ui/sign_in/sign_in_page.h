// What stands in the agenda's place until somebody has signed in.
#pragma once

#include "core/domain/error.h"
#include "ui/widgets/empty_state.h"

#include <optional>

namespace teleconsult::ui {

/// Says how far signing in has come, and offers the next step; signs nobody in itself.
class SignInPage : public EmptyState
{
    Q_OBJECT
public:
    enum class State {
        Resuming,  ///< Whoever was signed in before may still be.
        SignedOut, ///< `problem` says why, if something went wrong.
        InBrowser,
    };

    explicit SignInPage(QWidget *parent = nullptr);

    void show(State state, const std::optional<Error> &problem = {});
    State state() const { return m_state; }

signals:
    void signInRequested();
    void cancelRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    State m_state = State::Resuming;
    std::optional<Error> m_problem;
};

} // namespace teleconsult::ui
