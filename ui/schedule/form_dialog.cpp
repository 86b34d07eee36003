#include "ui/schedule/form_dialog.h"

#include "ui/schedule/form.h"
#include "ui/theme/theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/confirm_dialog.h"
#include "ui/widgets/content_scroll.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/held_dialog.h"
#include "ui/widgets/scroll_bar_room.h"
#include "ui/widgets/wrapped_label.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace teleconsult::ui {

FormDialog::FormDialog(const QString &name, Form *form, QSize preferredSize, QWidget *parent)
    : QDialog(parent),
      m_form(form),
      m_title(new WrappedLabel({}, QStringLiteral("headline"), this)),
      m_banner(new Banner(Tone::Danger, this)),
      m_retry(m_banner->addAction(name + QStringLiteral("RetryButton"))),
      m_scroll(new QScrollArea(this)),
      m_cancel(new QPushButton(this)),
      m_submit(new QPushButton(this))
{
    standInWindow(this);
    build(name, preferredSize);
    connect(m_form, &Form::focusMoved, this, &FormDialog::reveal);
    connect(m_retry, &QPushButton::clicked, this, &FormDialog::submit);
    connect(m_cancel, &QPushButton::clicked, this, &FormDialog::reject);
    connect(m_submit, &QPushButton::clicked, this, &FormDialog::submit);
}

void FormDialog::build(const QString &name, QSize preferredSize)
{
    setObjectName(name + QStringLiteral("Dialog"));
    setModal(true);
    m_banner->setObjectName(name + QStringLiteral("Banner"));
    m_banner->hide();
    m_scroll->setObjectName(name + QStringLiteral("ScrollArea"));
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(m_form);
    keepScrollBarRoom(m_scroll);
    m_cancel->setObjectName(name + QStringLiteral("CancelButton"));
    m_submit->setObjectName(name + QStringLiteral("SubmitButton"));
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

void FormDialog::reject()
{
    if (m_state == State::Submitting || (m_state != State::Done && m_form->isChanged()))
        askBeforeClosing();
    else
        QDialog::reject();
}

void FormDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

void FormDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    if (!m_shownOnce) {
        m_shownOnce = true;
        m_form->focusFirst();
    }
}

void FormDialog::submit()
{
    if (m_state == State::Submitting || !m_form->validate())
        return;
    setState(State::Submitting);
    send();
}

void FormDialog::finish(const Result<void> &result, const std::function<void()> &tell)
{
    if (result) {
        setState(State::Done);
        tell();
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

void FormDialog::setState(State state)
{
    m_state = state;
    const Words now = words();
    const bool submitting = state == State::Submitting;
    m_form->setEnabled(!submitting);
    m_submit->setEnabled(!submitting);
    m_submit->setText(submitting ? now.submitting : now.submit);
    m_banner->setVisible(state == State::Failed);
    if (state == State::Failed)
        m_banner->setText(
            tr("%1 %2 Everything you entered is still here.", "not done, why").arg(now.notDone, errorText(m_error)));
}

void FormDialog::askBeforeClosing()
{
    const bool submitting = m_state == State::Submitting;
    auto *question = new ConfirmDialog(
        [this, submitting]() -> ConfirmDialog::Words {
            const Words now = words();
            return submitting ? ConfirmDialog::Words{now.closingEarly, now.closingMeans, tr("Close"), tr("Wait")}
                              : ConfirmDialog::Words{tr("Discard what you entered?"), now.discardedMeans, tr("Discard"),
                                                     tr("Keep editing")};
        },
        this);
    question->setAttribute(Qt::WA_DeleteOnClose);
    connect(question, &QDialog::accepted, this, [this] {
        if (m_state == State::Submitting)
            hide(); // finish() ends it.
        else
            QDialog::reject();
    });
    // The question has answered itself.
    connect(this, &QDialog::accepted, question, &QDialog::close);
    question->open();
}

void FormDialog::reveal(QWidget *widget)
{
    // A row that was just added has its place only after the layout was done.
    QMetaObject::invokeMethod(
        widget, [this, widget] { m_scroll->ensureWidgetVisible(widget, 0, spacing::xxl); }, Qt::QueuedConnection);
}

void FormDialog::retranslate()
{
    const Words now = words();
    setWindowTitle(now.title);
    m_title->setText(now.title);
    m_retry->setText(tr("Try again"));
    m_cancel->setText(tr("Cancel"));
    setState(m_state);
}

} // namespace teleconsult::ui
