// What a kiosk shows that cannot begin to work.
#pragma once

#include "core/domain/clock.h"
#include "ui/kiosk/choice_page.h"
#include "ui/kiosk/kiosk_lock.h"

#include <QDateTime>
#include <QTimer>

#include <optional>

namespace teleconsult::ui {

class QrView;

/// Says that the station does not work, whom to call, and when it tries again: after it has kept ending without a word
/// (core/domain/crash_loop.h), or where something keeps it from starting. Made of little, so that what made the program
/// end is not needed for it: no records, no network, no call engine. Fills its window, and locks it as the kiosk's own
/// is locked; to be destroyed before that one is made.
class TroublePage : public ChoicePage
{
    Q_OBJECT
public:
    /// What it says.
    struct Parts
    {
        const Clock &clock;     ///< Not owned; outlives it.
        QDateTime until;        ///< When it tries again, UTC; no later than that is away now, if the clock is set back.
        QString supportAddress; ///< A telephone number, a mail or web address, as the clinic wrote it; empty: none.
        QString reason = {};    ///< What keeps it from starting, for whoever is called; empty: nobody knows.
        std::optional<int> textScale = {}; ///< In percent; nothing: as fits the window.
    };
    explicit TroublePage(Parts parts, QWidget *parent = nullptr);

signals:
    /// It is time, or somebody does not want to wait.
    void tryAgain();

protected:
    void changeEvent(QEvent *event) override;
    /// Nobody closes it; its owner destroys it.
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void retranslate();
    void tick();

    Parts m_parts;
    qint64 m_wait; ///< In milliseconds, from the beginning.
    QPushButton *m_now;
    QrView *m_code;
    QTimer m_timer;
    KioskLock m_lock{this};
};

} // namespace teleconsult::ui
