#include "ui/schedule/schedule_dialog.h"

#include "ui/schedule/participant_row.h"
#include "ui/schedule/schedule_form.h"
#include "ui/theme/theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/confirm_dialog.h"
#include "ui/widgets/content_scroll.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/held_dialog.h"
#include "ui/widgets/scroll_bar_room.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace teleconsult::ui {

namespace {

constexpr QSize preferredSize(880, 720);

} // namespace

ScheduleDialog::ScheduleDialog(service::TeleconsultationService &service, config::Settings &settings,
                               const Clock &clock, QWidget *parent)
    : QDialog(parent),
      m_service(service),
      m_title(new QLabel(this)),
      m_banner(new Banner(Tone::Danger, this)),
      m_retry(m_banner->addAction(QStringLiteral("scheduleRetryButton"))),
      m_scroll(new QScrollArea(this)),
      m_form(new ScheduleForm(service.looksPeopleUp() ? PeopleSource::LookedUp : PeopleSource::Typed,
                              service.policy().privileges, settings.station(), clock, this)),
      m_cancel(new QPushButton(this)),
      m_submit(new QPushButton(this))
{
    standInWindow(this);
    build();
    m_form->setLength(settings.usualLength());
    connect(m_form, &ScheduleForm::focusMoved, this, &ScheduleDialog::reveal);
    connect(m_retry, &QPushButton::clicked, this, &ScheduleDialog::submit);
    connect(m_cancel, &QPushButton::clicked, this, &ScheduleDialog::reject);
    connect(m_submit, &QPushButton::clicked, this, &ScheduleDialog::submit);
    retranslate();
    setState(State::Editing);
}

void ScheduleDialog::build()
{
    setObjectName(QStringLiteral("scheduleDialog"));
    setModal(true);
    m_title->setProperty("role", QStringLiteral("headline"));
    m_title->setWordWrap(true);
    m_banner->setObjectName(QStringLiteral("scheduleBanner"));
    m_banner->hide();
    m_scroll->setObjectName(QStringLiteral("scheduleScrollArea"));
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(m_form);
    keepScrollBarRoom(m_scroll);
    m_cancel->setObjectName(QStringLiteral("scheduleCancelButton"));
    m_submit->setObjectName(QStringLiteral("scheduleSubmitButton"));
    m_submit->setProperty("variant", QStringLiteral("primary"));
    m_submit->setDefault(true);

    auto *head = new QVBoxLayout;
    head->setContentsMargins(spacing::xl, spacing::l, spacing::xl, spacing::l);
    head->setSpacing(spacing::m);
    head->addWidget(m_title);
    head->addWidget(m_banner);

    auto *divider = new QFrame(this);
    divider->setProperty("divider", true);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(spacing::xl, spacing::l, spacing::xl, spacing::l);
    foot->setSpacing(spacing::m);
    foot->addStretch(1);
    foot->addWidget(m_cancel);
    foot->addWidget(m_submit);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_scroll, 1);
    layout->addWidget(divider);
    layout->addLayout(foot);
    sizeToScreen(this, preferredSize);
}

void ScheduleDialog::setStart(const QDateTime &local)
{
    m_form->setStart(local);
}

void ScheduleDialog::reject()
{
    if (m_state == State::Submitting || (m_state != State::Done && m_form->isChanged()))
        askBeforeClosing();
    else
        QDialog::reject();
}

void ScheduleDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

void ScheduleDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    if (!m_shownOnce) {
        m_shownOnce = true;
        m_form->focusFirst();
    }
}

void ScheduleDialog::submit()
{
    if (m_state == State::Submitting || !m_form->validate())
        return;
    setState(State::Submitting);
    whenDone(m_service.create(m_form->request()), this, [this](const Result<QString> &result) { onResult(result); });
}

void ScheduleDialog::onResult(const Result<QString> &result)
{
    if (result) {
        setState(State::Done);
        emit scheduled(*result);
        accept();
        return;
    }
    m_error = result.error();
    setState(State::Failed);
    if (!isVisible()) // Closed meanwhile: nothing of what was entered is lost.
        open();
    if (!m_form->showServiceError(m_error))
        m_retry->setFocus(Qt::OtherFocusReason);
}

void ScheduleDialog::setState(State state)
{
    m_state = state;
    const bool submitting = state == State::Submitting;
    m_form->setEnabled(!submitting);
    m_submit->setEnabled(!submitting);
    m_submit->setText(submitting ? tr("Scheduling…") : tr("Schedule"));
    m_banner->setVisible(state == State::Failed);
    if (state == State::Failed)
        m_banner->setText(tr("Not scheduled. %1 Everything you entered is still here.").arg(errorText(m_error)));
}

void ScheduleDialog::askBeforeClosing()
{
    const bool submitting = m_state == State::Submitting;
    auto *question = new ConfirmDialog(
        [submitting]() -> ConfirmDialog::Words {
            return submitting ? ConfirmDialog::Words{tr("Close while scheduling?"),
                                                     tr("The consultation is scheduled all the same, and then appears "
                                                        "in the agenda. If it cannot be, this form comes back."),
                                                     tr("Close"), tr("Wait")}
                              : ConfirmDialog::Words{tr("Discard what you entered?"),
                                                     tr("This consultation has not been scheduled."), tr("Discard"),
                                                     tr("Keep editing")};
        },
        this);
    question->setAttribute(Qt::WA_DeleteOnClose);
    connect(question, &QDialog::accepted, this, [this] {
        if (m_state == State::Submitting)
            hide(); // onResult() ends it.
        else
            QDialog::reject();
    });
    // The question has answered itself.
    connect(this, &QDialog::accepted, question, &QDialog::close);
    question->open();
}

void ScheduleDialog::reveal(QWidget *widget)
{
    // A row that was just added has its place only after the layout was done.
    QMetaObject::invokeMethod(
        widget, [this, widget] { m_scroll->ensureWidgetVisible(widget, 0, spacing::xxl); }, Qt::QueuedConnection);
}

void ScheduleDialog::retranslate()
{
    setWindowTitle(tr("Schedule a consultation"));
    m_title->setText(tr("Schedule a consultation"));
    m_retry->setText(tr("Try again"));
    m_cancel->setText(tr("Cancel"));
    setState(m_state);
}

} // namespace teleconsult::ui
