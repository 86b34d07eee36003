#include "ui/settings/record_move_panel.h"

#include "ui/theme/tokens.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/wrapped_label.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace teleconsult::ui {

namespace {

/// More would not be read; teleconsultctl prints all.
constexpr qsizetype maximumNamed = 8;

QString dateOf(const QDateTime &moment)
{
    return QLocale().toString(moment.toLocalTime(), QLocale::ShortFormat);
}

} // namespace

RecordMovePanel::RecordMovePanel(QWidget *parent)
    : QWidget(parent),
      m_title(new QLabel(this)),
      m_state(new WrappedLabel(QStringLiteral("moveState"), QStringLiteral("muted"), this)),
      m_bar(new QProgressBar(this)),
      m_outcome(new WrappedLabel(QStringLiteral("moveOutcome"), {}, this)),
      m_move(new QPushButton(this)),
      m_leave(new QPushButton(this)),
      m_cancel(new QPushButton(this))
{
    build();
    connect(m_move, &QPushButton::clicked, this, [this] { emit moveRequested(false); });
    connect(m_leave, &QPushButton::clicked, this, [this] { emit moveRequested(true); });
    connect(m_cancel, &QPushButton::clicked, this, &RecordMovePanel::cancelRequested);
    updateState();
}

void RecordMovePanel::build()
{
    m_title->setProperty("role", QStringLiteral("strong"));
    m_outcome->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_bar->setObjectName(QStringLiteral("moveBar"));
    m_bar->setTextVisible(false); // The words are below.
    m_move->setObjectName(QStringLiteral("moveButton"));
    m_leave->setObjectName(QStringLiteral("moveLeaveButton"));
    m_cancel->setObjectName(QStringLiteral("moveCancelButton"));
    auto *buttons = new QHBoxLayout;
    for (QPushButton *button : {m_move, m_leave, m_cancel})
        buttons->addWidget(button);
    buttons->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, spacing::m, 0, 0);
    layout->setSpacing(spacing::s);
    layout->addWidget(m_title);
    layout->addWidget(m_state);
    layout->addWidget(m_bar);
    layout->addWidget(m_outcome);
    layout->addLayout(buttons);
}

void RecordMovePanel::setOutlook(const std::optional<service::MoveOutlook> &outlook)
{
    m_outlook = outlook;
    updateState();
}

void RecordMovePanel::setMoving(bool moving)
{
    m_progress = moving ? std::optional(service::MoveProgress()) : std::nullopt;
    if (moving) {
        m_report.reset();
        m_cancel->show();
        m_cancel->setFocus(Qt::OtherFocusReason); // Before the button that was pressed goes.
    }
    updateState();
}

void RecordMovePanel::setProgress(const service::MoveProgress &progress)
{
    m_progress = progress;
    updateState();
}

void RecordMovePanel::setReport(const service::MoveReport &report)
{
    const bool hadFocus = m_cancel->hasFocus();
    m_progress.reset();
    m_report = report;
    if (hadFocus && !report.isComplete) {
        m_move->show();
        m_move->setFocus(Qt::OtherFocusReason);
    }
    updateState();
}

QString RecordMovePanel::stateText() const
{
    const service::MoveOutlook &outlook = *m_outlook;
    if (outlook.mark.sealed.isValid())
        return tr("The consultations of this computer were moved on %1. What is left here is a backup that is not used "
                  "any more.")
            .arg(dateOf(outlook.mark.sealed));
    QStringList sentences;
    sentences << (outlook.consultationsToMove() > 0
                      ? tr("This computer keeps %n consultation(s), deleted ones included.", nullptr,
                           outlook.consultationsToMove())
                      : tr("This computer keeps no consultations that could be moved."));
    if (outlook.counts.standInConsultations > 0)
        sentences << tr("Besides, %n consultation(s) were tried out in the sandbox. They stay here: "
                        "their rooms and links exist on this computer only.",
                        nullptr, outlook.counts.standInConsultations);
    if (!outlook.mark.target.isEmpty())
        sentences << tr("A move was begun on %1 and has not ended. It goes on where it stopped.")
                         .arg(dateOf(outlook.mark.since));
    return sentences.join(QLatin1Char(' '));
}

QString RecordMovePanel::unmovedText() const
{
    QStringList lines;
    for (const service::Unmoved &one : m_report->unmoved.mid(0, maximumNamed)) {
        const QString what = one.consultationId.isEmpty() ? tr("Person %1", "by the clinic's id").arg(one.externalId)
                                                          : tr("Consultation of %1").arg(dateOf(one.start));
        lines << QStringLiteral("• %1: %2").arg(what, errorText(one.why));
    }
    if (m_report->unmoved.size() > maximumNamed)
        lines << tr("… and %n more.", nullptr, int(m_report->unmoved.size() - maximumNamed));
    return lines.join(QLatin1Char('\n'));
}

QString RecordMovePanel::progressText() const
{
    const int percent = m_progress->total > 0 ? 100 * m_progress->done / m_progress->total : 0;
    return (m_progress->isChecking ? tr("Looking whether all is there: %1 %") : tr("Moving: %1 %")).arg(percent);
}

QString RecordMovePanel::reportText() const
{
    const service::MoveReport &report = *m_report;
    const bool isCancelled = report.stopped && report.stopped->kind == Error::Kind::Cancelled;
    if (isCancelled)
        return tr("Stopped. What was moved so far is there; the rest follows when you go on.");
    if (report.stopped)
        return tr("The move stopped. %1 When you go on, nothing is moved twice.").arg(errorText(*report.stopped));
    QStringList parts;
    if (report.isComplete)
        parts << tr("%n consultation(s) are in the CRUD service now.", nullptr, report.consultations) +
                     QLatin1Char(' ') +
                     tr("The records on this computer are kept as a backup. Start Teleconsult again, and every other "
                        "program that uses these records.");
    else
        parts << tr("Not everything could be moved, so this computer's records stay in use:");
    if (!report.unmoved.isEmpty())
        parts << unmovedText();
    return parts.join(QLatin1Char('\n'));
}

void RecordMovePanel::updateState()
{
    setVisible(m_outlook.has_value());
    if (!m_outlook)
        return;
    const bool isSealed = m_outlook->mark.sealed.isValid();
    const bool wasBegun = !m_outlook->mark.target.isEmpty();
    m_title->setText(tr("Move to the CRUD service"));
    m_state->setText(stateText());
    m_bar->setVisible(isMoving());
    m_bar->setAccessibleName(tr("Progress of the move"));
    if (m_progress) {
        m_bar->setRange(0, m_progress->total); // None at all: it says that something goes on.
        m_bar->setValue(m_progress->done);
    }
    m_outcome->setText(m_report ? reportText() : isMoving() ? progressText() : QString());
    m_outcome->setVisible(m_report || isMoving());
    m_move->setText(wasBegun ? tr("Go on moving…") : tr("Move this computer's consultations…"));
    m_move->setVisible(!isMoving() && !isSealed &&
                       (m_outlook->consultationsToMove() > 0 || m_outlook->peopleToMove() > 0));
    m_leave->setText(tr("Leave these behind…"));
    m_leave->setVisible(m_report && !isMoving() && !m_report->isComplete && !m_report->stopped &&
                        !m_report->unmoved.isEmpty());
    m_cancel->setText(tr("Stop"));
    m_cancel->setAccessibleName(tr("Stop the move"));
    m_cancel->setVisible(isMoving());
}

void RecordMovePanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        updateState();
    QWidget::changeEvent(event);
}

} // namespace teleconsult::ui
