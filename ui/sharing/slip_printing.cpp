#include "ui/sharing/slip_printing.h"

#include "core/domain/teleconsultation_link.h"
#include "core/service/appointments.h"
#include "ui/widgets/confirm_dialog.h"
#include "ui/widgets/error_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QMessageBox>
#include <QPainter>
#include <QPointer>
#include <QPrintPreviewDialog>
#include <QPrinter>
#include <QProgressDialog>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <functional>
#include <memory>

namespace teleconsult::ui {

namespace {

struct SlipPrinting
{
    Q_DECLARE_TR_FUNCTIONS(teleconsult::ui::SlipPrinting)
};

constexpr qreal pointsPerInch = 72;
/// What is there sooner needs no word.
constexpr std::chrono::seconds shortestSign{1};

void tellOfFailure(QWidget *window)
{
    auto *box = new QMessageBox(QMessageBox::Warning, SlipPrinting::tr("Slip for the patient"),
                                SlipPrinting::tr("The slip was not printed. Check the printer, or the folder for the "
                                                 "file, and try again."),
                                QMessageBox::Ok, window);
    box->setObjectName(QStringLiteral("slipFailure"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

void show(const QList<PatientSlip> &slips, QWidget *window)
{
    auto printer = std::make_shared<QPrinter>();
    // Names have no place in a print queue.
    printer->setDocName(SlipPrinting::tr("Teleconsultation"));
    auto *preview = new QPrintPreviewDialog(printer.get(), window);
    preview->setObjectName(QStringLiteral("slipPreview"));
    preview->setAttribute(Qt::WA_DeleteOnClose);
    preview->setWindowTitle(SlipPrinting::tr("Slip for the patient"));
    QObject::connect(preview, &QPrintPreviewDialog::paintRequested, preview,
                     [slips, window = QPointer<QWidget>(window)](QPrinter *device) {
                         if (!printSlips(*device, slips) && window)
                             tellOfFailure(window);
                     });
    QObject::connect(preview, &QObject::destroyed, [printer] {}); // which the preview needs until then
    preview->open();
}

/// A slip without the patient's own link is another slip than the one that was asked for.
void askForSlipsWithout(const Error &error, QWidget *window, const std::function<void()> &print)
{
    auto *question = new ConfirmDialog(
        [error] {
            return ConfirmDialog::Words{.title = SlipPrinting::tr("The patient's own link could not be read"),
                                        .sentence = SlipPrinting::tr("%1 Without it the slip holds a code that opens "
                                                                     "the consultation in Teleconsult only.")
                                                        .arg(errorText(error)),
                                        .action = SlipPrinting::tr("Print without it"),
                                        .cancel = SlipPrinting::tr("Do not print")};
        },
        window);
    question->setObjectName(QStringLiteral("slipQuestion"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(question, &QDialog::accepted, window, print);
    question->open();
}

} // namespace

QList<PatientSlip> slipsOf(const Teleconsultation &consultation, const Privileges &privileges,
                           const QList<service::Invitation> &invitations, Language usual,
                           const config::Settings *settings)
{
    const QList<Participant> &all = consultation.participants;
    const bool hasPatients =
        std::any_of(all.begin(), all.end(), [&](const Participant &one) { return !privileges.isPlus(one.groups); });
    QList<PatientSlip> slips;
    for (const Participant &participant : all) {
        if (hasPatients && privileges.isPlus(participant.groups))
            continue;
        const auto own = std::find_if(invitations.begin(), invitations.end(), [&](const service::Invitation &one) {
            return one.kaleyraUserId == participant.kaleyraUserId && !one.accessLink.isEmpty();
        });
        const bool hasOwn = own != invitations.end();
        const QString kioskCode =
            settings
                ? service::appointmentCodeFor(*settings, consultation, participant.kaleyraUserId).value_or(QString())
                : QString();
        slips.append({.fullName = participant.fullName,
                      .language = participant.language.value_or(usual),
                      .start = consultation.schedule.start(),
                      .end = consultation.schedule.end(),
                      .code = hasOwn ? own->accessLink.toEncoded() : linkOfConsultation(consultation.id).toUtf8(),
                      .isOwnLink = hasOwn,
                      .kioskCode = kioskCode});
    }
    return slips;
}

bool printSlips(QPrinter &printer, const QList<PatientSlip> &slips)
{
    QPainter painter;
    if (slips.isEmpty() || !painter.begin(&printer))
        return false;
    const qreal scale = printer.resolution() / pointsPerInch;
    painter.scale(scale, scale);
    const QRectF page(QPointF(), printer.pageLayout().paintRect(QPageLayout::Point).size());
    for (qsizetype i = 0; i < slips.size(); ++i) {
        if (i > 0 && !printer.newPage())
            return false;
        paintSlip(painter, page, slips.at(i));
    }
    return painter.end() && printer.printerState() != QPrinter::Error;
}

void previewSlips(service::TeleconsultationService &service, const config::Settings &settings,
                  const Teleconsultation &consultation, QWidget *window)
{
    const QString waitName = QStringLiteral("slipWait");
    if (window->findChild<QProgressDialog *>(waitName))
        return;
    auto *wait = new QProgressDialog(SlipPrinting::tr("The patient's link is being read…"), SlipPrinting::tr("Cancel"),
                                     0, 0, window);
    wait->setObjectName(waitName);
    wait->reset(); // Its own timer would show it wherever the person is by then.
    QTimer::singleShot(shortestSign, wait, [wait, window] {
        if (window->isVisible())
            wait->open();
        else
            wait->deleteLater();
    });
    QObject::connect(wait, &QProgressDialog::canceled, wait, &QObject::deleteLater);
    QObject::connect(wait, &QDialog::rejected, wait, &QObject::deleteLater);
    whenDone(service.invitations(consultation.id), wait,
             [&service, &settings, consultation, window, wait](const Result<QList<service::Invitation>> &invitations) {
                 const bool isStillWanted = window->isVisible() && !wait->wasCanceled();
                 wait->hide();
                 wait->deleteLater();
                 if (!isStillWanted)
                     return;
                 const Language usual = languageOf(QLocale());
                 const auto print = [&service, &settings, consultation, usual,
                                     window](const QList<service::Invitation> &links) {
                     show(slipsOf(consultation, service.policy().privileges, links, usual, &settings), window);
                 };
                 if (invitations)
                     print(*invitations);
                 else
                     askForSlipsWithout(invitations.error(), window, [print] { print({}); });
             });
}

} // namespace teleconsult::ui
