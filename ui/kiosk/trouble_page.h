// What a kiosk shows that keeps ending without a word.
#pragma once

#include "core/domain/clock.h"
#include "ui/kiosk/choice_page.h"

#include <QDateTime>
#include <QTimer>

namespace teleconsult::ui {

class QrView;

/// Says that the station does not work, whom to call, and when it tries again (core/domain/crash_loop.h). Made of
/// little, so that what made the program end is not needed for it: no records, no network, no call engine. Fills its
/// window.
class TroublePage : public ChoicePage
{
    Q_OBJECT
public:
    struct Parts
    {
        const Clock &clock;     ///< Not owned; outlives it.
        QDateTime until;        ///< When it tries again, UTC.
        QString supportAddress; ///< A telephone number, a mail or web address, as the clinic wrote it; empty: none.
    };
    explicit TroublePage(Parts parts, QWidget *parent = nullptr);

signals:
    /// It is time, or somebody does not want to wait.
    void tryAgain();

protected:
    void changeEvent(QEvent *event) override;
    /// Nobody closes it; its owner destroys it.
    void closeEvent(QCloseEvent *event) override;

private:
    void retranslate();
    void tick();

    Parts m_parts;
    QPushButton *m_now;
    QrView *m_code;
    QTimer m_timer;
};

} // namespace teleconsult::ui
