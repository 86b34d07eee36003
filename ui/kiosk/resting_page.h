// What a kiosk shows while nobody uses it.
#pragma once

#include "core/config/settings.h"
#include "core/domain/clock.h"
#include "ui/kiosk/outage_watch.h"

#include <QStackedWidget>

class QPushButton;

namespace teleconsult::ui {

class ChoicePage;
class ClosedPage;
class KeepAwake;
class OpeningWatch;
class OutagePage;

/// Its start; or that it is closed, and when it opens; or that it cannot do its work, and what the reception does.
/// Which of them changes by itself; whoever uses the kiosk does not see this page, and is not disturbed. Looks for
/// outages while it is shown, and keeps the screen from going dark while the kiosk is open. Does not own what it is
/// given, all of which must outlive it.
class RestingPage : public QStackedWidget
{
    Q_OBJECT
public:
    /// What it works with; what it refers to outlives it.
    struct Parts
    {
        const config::Settings &settings;
        const Clock &clock;
        OutageWatch::Look lookForOutage = {}; ///< Empty: nobody looks.
        OutageWatch::Pace outagePace = {};
    };
    enum class Kind { Start, Closed, Outage };
    Q_ENUM(Kind)

    explicit RestingPage(Parts parts, QWidget *parent = nullptr);

    Kind kind() const { return m_kind; }
    /// Something is back: an outage may be over, and is looked for at once.
    void lookNow();
    /// Gives the keyboard to what there is to choose.
    void takeFocus();

signals:
    void codeWanted();
    void scheduleWanted();
    void kindChanged();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void look();
    void retranslate();

    OpeningWatch *m_opening;
    OutageWatch *m_outages;
    KeepAwake *m_awake;
    Kind m_kind = Kind::Start;
    ChoicePage *m_start;
    QPushButton *m_haveCode;
    QPushButton *m_schedule;
    ClosedPage *m_closed;
    OutagePage *m_outage;
};

} // namespace teleconsult::ui
