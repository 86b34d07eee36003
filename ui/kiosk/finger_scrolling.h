// Lists and pages that a finger pushes.
#pragma once

#include <QObject>

class QAbstractScrollArea;
class QWidget;

namespace teleconsult::ui {

/// Whatever scrolls in the kiosk's window is pushed with a finger, wherever it is touched: the scroll bars of a desktop
/// are too thin for one. Not a field for text, in which a drag selects. Child of the window; sees what is made in it
/// later too.
class FingerScrolling : public QObject
{
    Q_OBJECT
public:
    explicit FingerScrolling(QWidget *window);
    ~FingerScrolling() override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    static void enable(QAbstractScrollArea *area);

    QWidget *m_window;
};

} // namespace teleconsult::ui
