// What is to be agreed to before a call at the kiosk.
#pragma once

#include "core/domain/privacy_notice.h"
#include "ui/kiosk/choice_page.h"

namespace teleconsult::ui {

/// The words of NoticePage for a finger and from a metre away. A kiosk keeps no agreement and opens no link: it says
/// for how long one holds, and where Kaleyra's own pages are.
class KioskNoticePage : public ChoicePage
{
    Q_OBJECT
public:
    explicit KioskNoticePage(QWidget *parent = nullptr);

    /// `recording`: as RecordingText says it.
    void setContent(const PrivacyNotice &notice, const QString &recording);
    QPushButton *agreeButton() const { return m_agree; }

signals:
    void agreed();
    void declined();

protected:
    void changeEvent(QEvent *event) override;

private:
    QLabel *addWords(const QString &name, QWidget *page);
    void retranslate();

    PrivacyNotice m_notice;
    QString m_recordingKind;
    QLabel *m_words = nullptr;
    QLabel *m_recording = nullptr;
    QLabel *m_clinic = nullptr;
    QLabel *m_more = nullptr;
    QPushButton *m_agree;
    QPushButton *m_back;
};

} // namespace teleconsult::ui
