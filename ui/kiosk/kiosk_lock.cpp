#include "ui/kiosk/kiosk_lock.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QDesktopServices>
#include <QDialog>
#include <QDrag>
#include <QFileDialog>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QWheelEvent>
#include <QWindow>

#include <array>

namespace teleconsult::ui {

namespace {

/// Whatever else there is has no handler at a kiosk's desktop: there is no desktop.
const std::array schemes{"http", "https", "file", "mailto", "tel", "ftp", "view-source", "teleconsult"};

bool isPrinting(const QObject *object)
{
    return object->inherits("QAbstractPrintDialog") || object->inherits("QPrintPreviewDialog") ||
           object->inherits("QPageSetupDialog");
}

} // namespace

bool isKioskKey(const QKeyEvent &event)
{
    const int key = event.key();
    const Qt::KeyboardModifiers modifiers = event.modifiers() & ~(Qt::KeypadModifier | Qt::GroupSwitchModifier);
    const bool moves = key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Home || key == Qt::Key_End ||
                       key == Qt::Key_Backspace || key == Qt::Key_Delete;
    if (modifiers & Qt::ControlModifier) {
        // AltGr arrives as both on some keyboards; what it makes is a character.
        if (modifiers & Qt::AltModifier)
            return event.text().size() == 1 && event.text().at(0).isPrint();
        return moves || key == Qt::Key_A;
    }
    if (modifiers & (Qt::AltModifier | Qt::MetaModifier))
        return false;
    if (moves || key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_PageUp || key == Qt::Key_PageDown ||
        key == Qt::Key_Tab || key == Qt::Key_Backtab || key == Qt::Key_Return || key == Qt::Key_Enter ||
        key == Qt::Key_Escape || key == Qt::Key_Shift || key == Qt::Key_CapsLock || key == Qt::Key_AltGr)
        return true;
    // What has no text is a function key, a media key or another key that the desktop or the page may know.
    return key < Qt::Key_Escape || (!event.text().isEmpty() && event.text().at(0).isPrint());
}

KioskLock::KioskLock(QWidget *window) : QObject(window), m_window(window)
{
    for (const char *scheme : schemes)
        QDesktopServices::setUrlHandler(QLatin1String(scheme), this, "swallow");
    qApp->installEventFilter(this);
}

KioskLock::~KioskLock()
{
    for (const char *scheme : schemes)
        QDesktopServices::unsetUrlHandler(QLatin1String(scheme));
}

void KioskLock::swallow(const QUrl &url)
{
    Q_UNUSED(url)
    ++m_refusals;
}

/// A window that is neither the kiosk nor a pop-up of its own.
bool KioskLock::isForeign(QObject *watched) const
{
    auto *widget = qobject_cast<QWidget *>(watched);
    if (!widget || !widget->isWindow() || widget == m_window)
        return false;
    if (qobject_cast<QFileDialog *>(widget) || isPrinting(widget))
        return true;
    const Qt::WindowType type = widget->windowType();
    return type != Qt::Popup && type != Qt::ToolTip;
}

bool KioskLock::isRefused(QObject *watched, QEvent *event) const
{
    switch (event->type()) {
    case QEvent::ShortcutOverride:
    case QEvent::Shortcut:
        return event->type() == QEvent::Shortcut || !isKioskKey(*static_cast<QKeyEvent *>(event));
    case QEvent::KeyPress:
    case QEvent::KeyRelease:
        return !isKioskKey(*static_cast<QKeyEvent *>(event));
    case QEvent::ContextMenu:
    case QEvent::DragEnter:
    case QEvent::DragMove:
    case QEvent::Drop:
    case QEvent::NativeGesture:
    case QEvent::WhatsThis:
    case QEvent::ToolTip:
        return true;
    case QEvent::Wheel:
        return static_cast<QWheelEvent *>(event)->modifiers() != Qt::NoModifier;
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonDblClick:
    case QEvent::MouseButtonRelease:
        return static_cast<QMouseEvent *>(event)->button() != Qt::LeftButton;
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
        // Two fingers pinch.
        return static_cast<QTouchEvent *>(event)->points().size() > 1;
    default:
        return isPrinting(watched) && event->type() == QEvent::Paint;
    }
}

bool KioskLock::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Show && isForeign(watched)) {
        ++m_refusals;
        // Not while it is being shown.
        QMetaObject::invokeMethod(static_cast<QWidget *>(watched), &QWidget::close, Qt::QueuedConnection);
        return false;
    }
    if (!isRefused(watched, event))
        return false;
    // One that a page has begun would hold the pointer and the keys. Its own loop runs only after this.
    if (event->type() == QEvent::DragEnter)
        QMetaObject::invokeMethod(this, &QDrag::cancel, Qt::QueuedConnection);
    ++m_refusals;
    event->ignore();
    return true;
}

} // namespace teleconsult::ui
