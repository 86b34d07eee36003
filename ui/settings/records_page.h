// Where records are kept.
#pragma once

#include "core/service/record_mover.h"
#include "ui/settings/tried_page.h"

#include <memory>

namespace teleconsult::ui {

class RecordMovePanel;

/// The settings of the records. Its test asks who is to keep them. Moves this computer's records to
/// the service that is entered, and then saves the settings. Settings and mover must outlive it. A move that goes on
/// when the page is destroyed is cancelled.
class RecordsPage : public TriedPage
{
    Q_OBJECT
public:
    /// `mover`: null where another service keeps the records, and nothing can be moved from here.
    RecordsPage(config::Settings &settings, service::RecordMover *mover, Trial trial, QWidget *parent = nullptr);
    ~RecordsPage() override;

    /// Never while a move goes on: the settings are switched over at its end, and not before.
    bool isChanged() const override { return !isBusy() && TriedPage::isChanged(); }
    bool isBusy() const override { return m_talk != nullptr; }

private:
    Result<std::optional<config::CrudService>> target() const;
    void lookOut();
    void askToMove(bool leaveBehind);
    void move(const config::CrudService &target, bool leaveBehind);
    void onMoved(const service::MoveReport &report);
    void allowEditing(bool allowed);

    config::Settings &m_recordSettings;
    service::RecordMover *m_mover;
    RecordMovePanel *m_panel;
    std::optional<service::MoveOutlook> m_outlook;
    std::shared_ptr<service::MoveTalk> m_talk; ///< Of the move that goes on; null: none.
};

} // namespace teleconsult::ui
