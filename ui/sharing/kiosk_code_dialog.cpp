#include "ui/sharing/kiosk_code_dialog.h"

#include "core/service/appointments.h"
#include "ui/theme/theme.h"
#include "ui/widgets/content_scroll.h"
#include "ui/widgets/date_text.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/person_text.h"
#include "ui/widgets/qr_view.h"
#include "ui/widgets/wrapped_label.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace teleconsult::ui {

namespace {

constexpr QSize preferredSize(640, 560);
constexpr int codeSide = 132;

QLabel *makeLine(const QString &text, const QString &role, QWidget *parent)
{
    auto *label = new WrappedLabel({}, role, parent);
    label->setText(text);
    return label;
}

} // namespace

KioskCodeDialog::KioskCodeDialog(const config::Settings &settings, const Teleconsultation &consultation,
                                 QWidget *parent)
    : FramedDialog(QStringLiteral("kioskCode"), parent),
      m_consultation(consultation),
      m_close(addButton(QStringLiteral("Close")))
{
    auto *people = new QWidget(this);
    auto *list = new QVBoxLayout(people);
    list->setContentsMargins(0, 0, 0, 0);
    list->setSpacing(spacing::m);
    for (const Participant &person : consultation.participants)
        addPerson(settings, person, list);
    list->addStretch();
    setScrolledContent(people);
    sizeToScreen(this, preferredSize);
    connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
    retranslate();
    m_close->setFocus();
}

void KioskCodeDialog::addPerson(const config::Settings &settings, const Participant &person, QVBoxLayout *list)
{
    const Result<QString> code = service::appointmentCodeFor(settings, m_consultation, person.kaleyraUserId);
    if (!code) {
        m_error = code.error();
        return;
    }
    auto *card = new QFrame(this);
    card->setProperty("card", true);
    QLabel *shown = makeLine(groupedAppointmentCode(*code), QStringLiteral("kioskCode"), card);
    shown->setObjectName(QStringLiteral("kioskCode%1").arg(list->count() + 1));
    auto *words = new QVBoxLayout;
    words->setSpacing(spacing::xs);
    words->addWidget(makeLine(person.fullName, QStringLiteral("strong"), card));
    words->addWidget(makeLine(groupsText(person.groups), QStringLiteral("caption"), card));
    words->addStretch();
    words->addWidget(shown);
    auto *picture = new QrView(card);
    picture->setContent(code->toLatin1());
    picture->setAccessibleName(tr("QR code of %1 for the kiosk").arg(person.fullName));
    picture->setFixedSize(codeSide, codeSide);
    auto *layout = new QHBoxLayout(card);
    layout->setContentsMargins(spacing::l, spacing::m, spacing::l, spacing::m);
    layout->addLayout(words, 1);
    layout->addWidget(picture);
    list->addWidget(card);
}

void KioskCodeDialog::retranslate()
{
    setTitle(tr("Codes for the kiosk"));
    const QLocale locale;
    const QDateTime from =
        m_consultation.schedule.start().addSecs(-std::chrono::seconds(appointmentLead).count()).toLocalTime();
    setExplanation(tr("Each code is personal. It opens the call at the kiosk from %1, %2, until an hour after the end, "
                      "and no longer when the consultation is moved.",
                      "a day, a time")
                       .arg(locale.toString(from.date(), QLocale::ShortFormat),
                            locale.toString(from.time(), QLocale::ShortFormat)));
    setProblem(m_error ? errorText(*m_error) : QString());
    m_close->setText(tr("Close"));
}

} // namespace teleconsult::ui
