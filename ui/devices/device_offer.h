// What somebody sees who has not tried out camera and microphone yet.
#pragma once

#include <QWidget>

class QCheckBox;
class QLabel;
class QPushButton;

namespace teleconsult::ui {

/// Offers to try out camera and microphone before a call; one click leads past it. The way back is in the bar above.
class DeviceOffer : public QWidget
{
    Q_OBJECT
public:
    explicit DeviceOffer(QWidget *parent = nullptr);

    /// Who sees it again is asked anew.
    void reset();
    QPushButton *checkButton() const { return m_check; }

signals:
    void checkRequested();
    /// `forGood`: not to be asked again.
    void skipped(bool forGood);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QLabel *m_headline;
    QLabel *m_sentence;
    QPushButton *m_check;
    QPushButton *m_skip;
    QCheckBox *m_never;
};

} // namespace teleconsult::ui
