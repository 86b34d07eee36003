#include "ui/sharing/calendar_dialog.h"

#include "core/calendar/calendar_file.h"
#include "core/domain/teleconsultation_link.h"
#include "core/files/private_file.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/person_text.h"

#include <QCheckBox>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStandardPaths>
#include <QTimeZone>
#include <QVBoxLayout>

namespace teleconsult::ui {

namespace {

constexpr int preferredWidth = 480;
constexpr std::chrono::minutes alarmLead{10};

QString fileName(const Teleconsultation &consultation)
{
    return QStringLiteral("teleconsultation-%1.ics")
        .arg(consultation.schedule.start().toLocalTime().toString(QStringLiteral("yyyy-MM-dd-HHmm")));
}

} // namespace

CalendarDialog::CalendarDialog(const Clock &clock, Teleconsultation consultation, Privileges privileges,
                               QWidget *parent)
    : QDialog(parent),
      m_clock(clock),
      m_consultation(std::move(consultation)),
      m_privileges(std::move(privileges)),
      m_title(new QLabel(this)),
      m_explanation(new QLabel(this)),
      m_names(new QCheckBox(this)),
      m_problem(new QLabel(this)),
      m_cancel(new QPushButton(this)),
      m_save(new QPushButton(this))
{
    build();
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &CalendarDialog::askWhere);
    retranslate();
}

void CalendarDialog::build()
{
    setObjectName(QStringLiteral("calendarDialog"));
    setModal(true);
    m_title->setProperty("role", QStringLiteral("headline"));
    m_explanation->setProperty("role", QStringLiteral("muted"));
    m_problem->setProperty("tone", QStringLiteral("danger"));
    m_problem->setObjectName(QStringLiteral("calendarProblem"));
    m_problem->hide();
    for (QLabel *label : {m_title, m_explanation, m_problem}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    m_names->setObjectName(QStringLiteral("calendarNames"));
    m_cancel->setObjectName(QStringLiteral("calendarCancelButton"));
    m_save->setObjectName(QStringLiteral("calendarSaveButton"));
    m_save->setProperty("variant", QStringLiteral("primary"));
    m_save->setDefault(true);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(spacing::m);
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_save);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::xl, spacing::xl, spacing::xl, spacing::l);
    layout->setSpacing(spacing::s);
    layout->addWidget(m_title);
    layout->addWidget(m_explanation);
    layout->addSpacing(spacing::s);
    layout->addWidget(m_names);
    layout->addWidget(m_problem);
    layout->addSpacing(spacing::s);
    layout->addLayout(buttons);
    setMinimumWidth(preferredWidth);
}

QByteArray CalendarDialog::content() const
{
    const QString link = linkOfConsultation(m_consultation.id);
    const QString title = tr("Teleconsultation");
    return calendar::toCalendarFile(
        {.uid = m_consultation.id + QStringLiteral("@teleconsult"),
         .writtenAt = m_clock.now(),
         .start = m_consultation.schedule.start(),
         .end = m_consultation.schedule.end(),
         .zone = QTimeZone::systemTimeZoneId(),
         .title =
             m_names->isChecked()
                 ? tr("%1: %2", "Teleconsultation: names").arg(title, participantNames(m_consultation, m_privileges))
                 : title,
         .description = tr("Open this link on a computer with Teleconsult to join:\n%1").arg(link),
         .link = QUrl(link),
         .alarm = alarmLead});
}

void CalendarDialog::askWhere()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    auto *where = new QFileDialog(this, tr("Save for a calendar"), folder, tr("Calendar files (*.ics)"));
    where->setObjectName(QStringLiteral("calendarFileDialog"));
    where->setAttribute(Qt::WA_DeleteOnClose);
    where->setAcceptMode(QFileDialog::AcceptSave);
    where->setDefaultSuffix(QStringLiteral("ics"));
    where->selectFile(fileName(m_consultation));
    connect(where, &QFileDialog::fileSelected, this, &CalendarDialog::write);
    where->open();
}

void CalendarDialog::write(const QString &path)
{
    if (files::writePrivateFile(path, content())) {
        accept();
        return;
    }
    m_problem->setText(tr("%1 cannot be written to. Choose another folder.").arg(QDir::toNativeSeparators(path)));
    m_problem->show();
}

void CalendarDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

void CalendarDialog::retranslate()
{
    setWindowTitle(tr("Save for a calendar"));
    m_title->setText(tr("Save for a calendar"));
    m_explanation->setText(tr("The file holds the time, an alarm %n minute(s) before, and a link that opens the "
                              "consultation here. It lets nobody else in.",
                              nullptr, int(alarmLead.count())));
    m_names->setText(tr("Name the participants"));
    m_names->setAccessibleDescription(tr("Whoever sees the calendar then sees who takes part."));
    m_names->setToolTip(tr("Whoever sees the calendar then sees who takes part."));
    m_cancel->setText(tr("Cancel"));
    m_save->setText(tr("Save as…"));
    m_problem->hide();
}

} // namespace teleconsult::ui
