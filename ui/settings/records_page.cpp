#include "ui/settings/records_page.h"

#include "core/config/setting_keys.h"
#include "ui/settings/record_move_panel.h"
#include "ui/widgets/confirm_dialog.h"

#include <QVBoxLayout>

namespace teleconsult::ui {

RecordsPage::RecordsPage(config::Settings &settings, service::RecordMover *mover, Trial trial, QWidget *parent)
    : TriedPage(settings, {config::SettingPage::Records}, QList<Trial>{std::move(trial)}, parent),
      m_recordSettings(settings),
      m_mover(mover),
      m_panel(new RecordMovePanel(this))
{
    auto *column = qobject_cast<QVBoxLayout *>(layout());
    column->insertWidget(column->count() - 1, m_panel); // Above what takes the rest of the room.
    connect(m_panel, &RecordMovePanel::moveRequested, this, &RecordsPage::askToMove);
    connect(m_panel, &RecordMovePanel::cancelRequested, this, [this] {
        if (m_talk)
            m_talk->isCancelled = true;
    });
    if (m_mover)
        lookOut();
}

RecordsPage::~RecordsPage()
{
    if (!m_talk)
        return;
    m_talk->onProgress = {};
    m_talk->isCancelled = true;
}

/// What is saved at the end of a move is where it went.
void RecordsPage::allowEditing(bool allowed)
{
    for (const QString &key :
         {config::keys::crudUrl, config::keys::consultationsCollection, config::keys::usersCollection})
        findChild<QWidget *>(QStringLiteral("setting_") + key)->setEnabled(allowed && !m_recordSettings.isLocked(key));
}

Result<std::optional<config::CrudService>> RecordsPage::target() const
{
    return m_recordSettings.crudServiceAt(entered(config::keys::crudUrl),
                                          entered(config::keys::consultationsCollection),
                                          entered(config::keys::usersCollection));
}

void RecordsPage::lookOut()
{
    whenDone(m_mover->outlook(), this, [this](const Result<service::MoveOutlook> &outlook) {
        m_outlook = outlook ? std::optional(*outlook) : std::nullopt;
        m_panel->setOutlook(m_outlook);
    });
}

void RecordsPage::askToMove(bool leaveBehind)
{
    const Result<std::optional<config::CrudService>> service = target();
    if (!service) {
        emit told(verdictOf(service.error()));
        return;
    }
    if (!*service) {
        emit told(
            {Tone::Warning, [] { return tr("Enter the CRUD service and its two collections first, and test them."); }});
        return;
    }
    const int count = m_outlook ? m_outlook->consultationsToMove() : 0;
    const QString host = (*service)->baseUrl.host();
    auto *question = new ConfirmDialog(
        [count, host, leaveBehind]() -> ConfirmDialog::Words {
            QString sentence = tr("They are copied to %1, with their links and deleted ones included. When all of them "
                                  "are there, Teleconsult keeps its records there, and those on this computer become "
                                  "a backup.")
                                   .arg(host);
            if (leaveBehind)
                sentence += QLatin1Char(' ') + tr("What could not be moved will only be in the backup.");
            return {tr("Move %n consultation(s)?", nullptr, count), sentence, tr("Move"), tr("Not now")};
        },
        this);
    question->setAttribute(Qt::WA_DeleteOnClose);
    connect(question, &QDialog::accepted, this, [this, target = **service, leaveBehind] { move(target, leaveBehind); });
    question->open();
}

void RecordsPage::move(const config::CrudService &target, bool leaveBehind)
{
    if (m_talk)
        return;
    service::MoveOrder order;
    order.target = target;
    order.leaveBehind = leaveBehind;
    m_talk = order.talk;
    m_talk->onProgress = [this](const service::MoveProgress &progress) { m_panel->setProgress(progress); };
    m_panel->setMoving(true);
    allowEditing(false);
    emit changed();
    whenDone(m_mover->move(order), this, [this](const Result<service::MoveReport> &report) {
        m_talk.reset();
        allowEditing(true);
        onMoved(report.value_or(service::MoveReport()));
        emit changed();
    });
}

void RecordsPage::onMoved(const service::MoveReport &report)
{
    m_panel->setReport(report);
    lookOut();
    if (!report.isComplete) {
        emit told({Tone::Warning, [] { return tr("The move has not ended. This computer's records stay in use."); }});
        return;
    }
    apply();
    if (isChanged())
        emit told({Tone::Danger, [] {
                       return tr("Everything was moved, but the settings could not be saved. Press Save: until then "
                                 "nothing can be changed here.");
                   }});
    else
        emit told({Tone::Success,
                   [] { return tr("Everything was moved. Start Teleconsult again to work with the CRUD service."); }});
}

} // namespace teleconsult::ui
