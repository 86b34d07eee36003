// What is to be agreed to before a person's first call.
#pragma once

#include "core/domain/privacy_notice.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace teleconsult::ui {

/// The notice of seed 003 (Kaleyra processes the data; its terms and privacy policy), the clinic's own words, and
/// whether calls are recorded, in the language of the interface. Links are opened in the browser.
class NoticePage : public QWidget
{
    Q_OBJECT
public:
    /// Of what, and to whom, the notice tells.
    struct Content
    {
        PrivacyNotice notice;
        QString person;    ///< Who agrees.
        QString recording; ///< As RecordingText.
    };

    explicit NoticePage(QWidget *parent = nullptr);

    void setContent(const Content &content);
    /// What a call's data are for Kaleyra, in the language of the interface.
    static QString processing();
    QPushButton *agreeButton() const { return m_agree; }

signals:
    void agreed();
    void declined();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    Content m_content;
    QLabel *m_headline;
    QLabel *m_words;
    QLabel *m_clinicTitle;
    QLabel *m_clinicWords;
    QLabel *m_recording;
    QLabel *m_person;
    QPushButton *m_agree;
    QPushButton *m_decline;
};

} // namespace teleconsult::ui
