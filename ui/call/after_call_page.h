// What somebody sees who comes out of a call.
#pragma once

#include "ui/call/call_outcome.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace teleconsult::ui {

/// How the call ended, what became of its record and of the files that were shared, and the way back in as long as
/// there is one. Told anew whenever something of it changes.
class AfterCallPage : public QWidget
{
    Q_OBJECT
public:
    explicit AfterCallPage(QWidget *parent = nullptr);

    void setOutcome(const CallOutcome &outcome);
    QPushButton *backButton() const { return m_back; }

signals:
    void backRequested();
    void reenterRequested();
    void deleteUploadsRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    QString headline() const;
    QString sentence() const;
    QString recordText() const;
    QString uploadsText() const;
    QString usedText() const;

    CallOutcome m_outcome;
    QLabel *m_headline;
    QLabel *m_sentence;
    QLabel *m_record;
    QLabel *m_used;
    QLabel *m_uploads;
    QPushButton *m_deleteUploads;
    QPushButton *m_back;
    QPushButton *m_reenter;
};

} // namespace teleconsult::ui
