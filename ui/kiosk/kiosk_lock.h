// What nobody gets past at the kiosk, as far as the toolkit can see it.
#pragma once

#include <QObject>
#include <QUrl>

class QEvent;
class QKeyEvent;
class QWidget;

namespace teleconsult::ui {

/// Filters the events of the whole program while it lives: key combinations but those that edit text and move the
/// focus, function keys, context menus, dragging and dropping, zooming by wheel or pinch, what the middle button
/// pastes; other windows than the kiosk's are closed as they open, unless they are the kiosk's own pop-ups; addresses
/// are opened nowhere. docs/kiosk-escapes.md lists each with its test, and what only the compositor can block.
class KioskLock : public QObject
{
    Q_OBJECT
public:
    /// `window`: the kiosk's.
    explicit KioskLock(QWidget *window);
    ~KioskLock() override;

    /// How often something was kept from happening; for tests and the log.
    int refusals() const { return m_refusals; }

public slots:
    /// Takes every address that the desktop would be asked to open.
    void swallow(const QUrl &url);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool isRefused(QObject *watched, QEvent *event) const;
    bool isForeign(QObject *watched) const;

    QWidget *m_window;
    int m_refusals = 0;
};

/// Whether a key may go on to whatever has the keyboard: characters, moving, deleting, and Enter, Tab and Escape; with
/// Ctrl only what moves and deletes by words and selects all.
bool isKioskKey(const QKeyEvent &event);

} // namespace teleconsult::ui
