// A person at the keyboard.
#pragma once

#include <QApplication>
#include <QTest>
#include <QTranslator>
#include <QWidget>
#include <QWindow>

#include <algorithm>

namespace teleconsult::test {

constexpr int longestUntilShown = 60000; ///< Milliseconds: a display that others use too takes its time.

/// Waits until it can be seen.
inline bool waitUntilExposed(QWidget &window)
{
    return QTest::qWaitForWindowExposed(&window, longestUntilShown);
}

/// Waits until the keyboard goes to it.
inline bool waitUntilActive(QWidget &window)
{
    return QTest::qWaitForWindowActive(&window, longestUntilShown);
}

/// Shows a window and waits until the keyboard goes to it.
inline bool showActive(QWidget &window)
{
    window.show();
    window.activateWindow();
    return waitUntilActive(window);
}

/// A key, to wherever the focus is.
inline void press(QWidget &window, Qt::Key key, Qt::KeyboardModifiers modifiers = {})
{
    QTest::keyClick(window.windowHandle(), key, modifiers);
}

/// Text, character by character, to wherever the focus is.
inline void typeText(QWidget &window, const QString &text)
{
    for (const QChar character : text)
        QTest::keyClick(window.windowHandle(), character.toLatin1());
}

inline QString focusedName()
{
    const QWidget *widget = QApplication::focusWidget();
    return widget ? widget->objectName() : QString();
}

/// Tab, until the widget has the focus; false: it was not reached.
inline bool tabTo(QWidget &window, const QWidget *target)
{
    for (int i = 0; i < 200 && QApplication::focusWidget() != target; ++i)
        press(window, Qt::Key_Tab);
    return QApplication::focusWidget() == target;
}

/// Of the children of that name and type that are not hidden, the one so many places down; null: there is none.
template <typename T>
T *visible(const QWidget &window, const QString &name, int index = 0)
{
    QList<T *> found;
    for (T *widget : window.findChildren<T *>(name)) {
        if (widget->isVisibleTo(&window))
            found << widget;
    }
    const auto top = [&window](const T *widget) { return widget->mapTo(&window, QPoint()).y(); };
    std::sort(found.begin(), found.end(), [&](const T *a, const T *b) { return top(a) < top(b); });
    return found.value(index);
}

/// Every text in brackets: shows what was translated again.
class Brackets : public QTranslator
{
public:
    bool isEmpty() const override { return false; }
    QString translate(const char *, const char *text, const char *, int) const override
    {
        return QStringLiteral("[%1]").arg(QString::fromUtf8(text));
    }
};

} // namespace teleconsult::test
