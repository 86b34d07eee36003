// What stands at the top of the kiosk's pages.
#pragma once

#include "core/config/settings.h"
#include "core/domain/language.h"

#include <QFrame>
#include <QTimer>

class QLabel;
class QPushButton;

namespace teleconsult::ui {

class Logo;

/// The clinic's name and logo, the languages, the contrast. Whoever holds a finger on the name for three seconds is
/// asked for the PIN that leads out: nobody comes upon that by chance.
class KioskHeader : public QFrame
{
    Q_OBJECT
public:
    KioskHeader(const config::Settings &settings, bool isSandbox, QWidget *parent);

    void setContrast(bool on);

signals:
    void languageChosen(teleconsult::Language language);
    void contrastChosen(bool on);
    void leavingRequested();

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void retranslate();

    Logo *m_logo;
    QLabel *m_name;
    QLabel *m_sandbox;
    QPushButton *m_italian;
    QPushButton *m_english;
    QPushButton *m_contrast;
    QTimer m_hold;
};

} // namespace teleconsult::ui
