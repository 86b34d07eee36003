// Hands each participant a way in.
#pragma once

#include "core/domain/clock.h"
#include "core/service/teleconsultation_service.h"
#include "ui/widgets/framed_dialog.h"

#include <QTimer>

class QLabel;
class QPushButton;
class QScrollArea;
class QStackedWidget;
class QVBoxLayout;

namespace teleconsult::ui {

class EmptyState;
class QrView;

/// One entry for each participant: copy the link, open it in a browser, show it as a QR code. A link is a credential:
/// it is asked for when the dialog opens, never written out, shown as a code only when asked for, and forgotten with
/// the dialog. As long as there are none yet it goes on asking, also after an error that may pass. Modal to its
/// parent's window, shown with open(). Service and clock must outlive it.
class InvitationDialog final : public FramedDialog
{
    Q_OBJECT
public:
    InvitationDialog(service::TeleconsultationService &service, const Clock &clock,
                     const Teleconsultation &consultation, QWidget *parent);

private:
    enum class State { Loading, Ready, NotYet, Failed };

    void build();
    void load();
    void ask();
    void onAnswer(const Result<QList<service::Invitation>> &invitations);
    void askAgainLater();
    void waitForOpening();
    QString waitingSentence() const;
    void setState(State state);
    void updateMessage();
    void fillList();
    QWidget *makeEntry(const service::Invitation &invitation, int number);
    void copy(const service::Invitation &invitation);
    void openInBrowser(const service::Invitation &invitation);
    void showCode(int index);
    void retranslate() override;

    service::TeleconsultationService &m_service;
    const Clock &m_clock;
    Teleconsultation m_consultation;
    State m_state = State::Loading;
    Error m_error;
    QTimer m_opening; ///< Until it is asked again, because there may be links.
    int m_attempt = 0;
    int m_errors = 0;         ///< In a row.
    bool m_isWaiting = false; ///< The service has answered that there are no links, and there may be some later.
    QList<service::Invitation> m_invitations;
    QList<QPushButton *> m_codeButtons;
    int m_shownCode = -1; ///< Index of the invitation whose code is shown; -1: none.

    QStackedWidget *m_pages;
    EmptyState *m_message;
    QScrollArea *m_scroll;
    QVBoxLayout *m_list;
    QWidget *m_codePane;
    QrView *m_code;
    QLabel *m_codeCaption;
    QLabel *m_feedback;
    QPushButton *m_close;
};

} // namespace teleconsult::ui
