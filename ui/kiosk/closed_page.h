// What a kiosk shows outside its opening hours.
#pragma once

#include "ui/kiosk/choice_page.h"

#include <QElapsedTimer>

namespace teleconsult::ui {

class OpeningWatch;

/// Dark, so that it lights no room at night, and says when the kiosk opens. A touch, Enter or Space wakes it; what a
/// scanner types does not, with the Enter at its end. The watch must outlive it.
class ClosedPage : public ChoicePage
{
    Q_OBJECT
public:
    explicit ClosedPage(OpeningWatch &opening, QWidget *parent = nullptr);

signals:
    void touched();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    void retranslate();

    OpeningWatch &m_opening;
    QElapsedTimer m_typed; ///< Since the last character; invalid: there was none.
};

} // namespace teleconsult::ui
