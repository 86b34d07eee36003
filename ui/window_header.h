// The strip at the top of the window: whose station this is, language, appearance.
#pragma once

#include "core/config/settings.h"

#include <QFrame>

class QAction;
class QActionGroup;
class QLabel;
class QMenu;
class QPushButton;

namespace teleconsult::ui {

class IconButton;
class Logo;

enum class TextStep { Smaller, Normal, Larger };

/// Shows what the settings say and asks for changes; changes nothing itself. Does not own the settings.
class WindowHeader : public QFrame
{
    Q_OBJECT
public:
    explicit WindowHeader(const config::Settings &settings, QWidget *parent = nullptr);

    /// Reads station, language and appearance again.
    void refresh();
    /// Whether the menu offers to remove, or to restore, the demo clinic.
    void setDemoClinic(bool possible, bool present);

signals:
    void stationEditRequested();
    void languageChosen(Language language);
    void appearanceChosen(config::Appearance appearance);
    void textStepRequested(TextStep step);
    void refreshRequested();
    void deviceCheckRequested();
    void shortcutsRequested();
    void pasteLinkRequested();
    void remindersRequested();
    void settingsRequested();
    void removeDemoRequested();
    void restoreDemoRequested();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QPushButton *makeButton(const QString &objectName, const QString &variant);
    QWidget *makeLanguages();
    void makeAppearanceMenu();
    void makeMoreMenu();
    void retranslate();
    void updateAppearanceIcon();
    void updateTextActions();
    void fit();

    const config::Settings &m_settings;
    Logo *m_logo;
    QLabel *m_name;
    QStringList m_stationTexts; ///< Longest first.
    bool m_hasSize = false;     ///< It has been laid out once.
    QPushButton *m_station;
    QPushButton *m_italian;
    QPushButton *m_english;
    IconButton *m_appearance;
    IconButton *m_more;
    QMenu *m_appearanceMenu;
    QActionGroup *m_appearances;
    QAction *m_system;
    QAction *m_light;
    QAction *m_dark;
    QMenu *m_moreMenu;
    QAction *m_larger;
    QAction *m_smaller;
    QAction *m_normal;
    QAction *m_refresh;
    QAction *m_devices;
    QAction *m_pasteLink;
    QAction *m_reminders;
    QAction *m_settingsAction;
    QAction *m_shortcuts;
    QAction *m_removeDemo;
    QAction *m_restoreDemo;
};

} // namespace teleconsult::ui
