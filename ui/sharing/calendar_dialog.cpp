#include "ui/sharing/calendar_dialog.h"

#include "core/calendar/calendar_file.h"
#include "core/domain/teleconsultation_link.h"
#include "core/files/private_file.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/content_scroll.h"
#include "ui/widgets/person_text.h"
#include "ui/widgets/tab_order.h"

#include <QCheckBox>
#include <QDir>
#include <QFileDialog>
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
    : FramedDialog(QStringLiteral("calendar"), parent),
      m_clock(clock),
      m_consultation(std::move(consultation)),
      m_privileges(std::move(privileges)),
      m_names(new QCheckBox(this)),
      m_cancel(addButton(QStringLiteral("Cancel"))),
      m_save(addButton(QStringLiteral("Save"), QStringLiteral("primary")))
{
    build();
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &CalendarDialog::askWhere);
    retranslate();
    orderTabs(this);
    fitToScreen(this, preferredWidth);
}

void CalendarDialog::build()
{
    m_names->setObjectName(QStringLiteral("calendarNames"));
    auto *choices = new QWidget(this);
    auto *layout = new QVBoxLayout(choices);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_names);
    layout->addStretch();
    setScrolledContent(choices);
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
    setProblem(tr("%1 cannot be written to. Choose another folder.").arg(QDir::toNativeSeparators(path)));
}

void CalendarDialog::retranslate()
{
    setTitle(tr("Save for a calendar"));
    setExplanation(tr("The file holds the time, an alarm %n minute(s) before, and a link that opens the "
                      "consultation here. It lets nobody else in.",
                      nullptr, int(alarmLead.count())));
    m_names->setText(tr("Name the participants"));
    m_names->setAccessibleDescription(tr("Whoever sees the calendar then sees who takes part."));
    m_names->setToolTip(tr("Whoever sees the calendar then sees who takes part."));
    m_cancel->setText(tr("Cancel"));
    m_save->setText(tr("Save as…"));
    setProblem({});
}

} // namespace teleconsult::ui
