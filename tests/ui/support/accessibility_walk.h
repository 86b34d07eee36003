// A screen as somebody meets it who hears it, types, or has a heavy finger: what can have the focus has a name and a
// role, Tab gets there, there is room for a finger, and nothing is cut off. WCAG 2.1: 2.1.1, 2.5.5, 4.1.2.
#pragma once

#include "tests/support/await.h"
#include "tests/ui/support/keyboard.h"
#include "ui/theme/tokens.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QScrollArea>
#include <QSet>
#include <QTest>
#include <QTranslator>

namespace teleconsult::test {

/// The inner parts of a control are the control's own affair.
inline bool isPartOfControl(const QWidget *widget)
{
    const QWidget *parent = widget->parentWidget();
    return qobject_cast<const QAbstractSpinBox *>(parent) || qobject_cast<const QComboBox *>(parent) ||
           qobject_cast<const QLineEdit *>(parent);
}

inline bool isTabStop(const QWidget *widget)
{
    return (widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus && widget->isEnabled() && !isPartOfControl(widget);
}

inline QString describe(const QWidget *widget)
{
    return QStringLiteral("%1 \"%2\"")
        .arg(QString::fromLatin1(widget->metaObject()->className()), widget->objectName());
}

/// Roles that say what can be done.
inline bool saysWhatItIs(QAccessible::Role role)
{
    switch (role) {
    case QAccessible::PushButton:
    case QAccessible::ButtonMenu:
    case QAccessible::ButtonDropDown:
    case QAccessible::CheckBox:
    case QAccessible::RadioButton:
    case QAccessible::EditableText:
    case QAccessible::ComboBox:
    case QAccessible::SpinBox:
    case QAccessible::Slider:
    case QAccessible::List:
    case QAccessible::ListItem:
    case QAccessible::Link:
    case QAccessible::StaticText: // That can be selected.
    case QAccessible::Graphic:
    case QAccessible::Window:
    case QAccessible::Dialog:
    case QAccessible::WebDocument:
        return true;
    default:
        return false;
    }
}

class Walk
{
public:
    explicit Walk(QWidget &window) : m_window(window) { hear(QAccessible::queryAccessibleInterface(&window)); }

    /// What a screen reader would stumble over, a line for each.
    QStringList findings() const { return m_findings; }
    int heard() const { return m_heard; }

private:
    void hear(QAccessibleInterface *thing)
    {
        if (!thing || !thing->isValid() || thing->state().invisible)
            return;
        const auto *widget = qobject_cast<QWidget *>(thing->object());
        if (widget && (widget->window() != &m_window || isPartOfControl(widget)))
            return;
        if (thing->state().focusable && !thing->state().disabled)
            judge(*thing, widget);
        if (qobject_cast<const QComboBox *>(widget) || qobject_cast<const QAbstractSpinBox *>(widget))
            return;
        for (int i = 0; i < thing->childCount(); ++i)
            hear(thing->child(i));
    }

    void judge(QAccessibleInterface &thing, const QWidget *widget)
    {
        ++m_heard;
        const QString what = widget ? describe(widget) : QStringLiteral("part of a view");
        if (thing.text(QAccessible::Name).trimmed().isEmpty())
            m_findings << what + QStringLiteral(" has no name");
        if (!saysWhatItIs(thing.role()))
            m_findings << what + QStringLiteral(" has role %1").arg(int(thing.role()));
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        if (button && button->isCheckable() != bool(thing.state().checkable))
            m_findings << what + QStringLiteral(" does not tell that it can be on or off");
    }

    QWidget &m_window;
    QStringList m_findings;
    int m_heard = 0;
};

inline QStringList tooSmall(const QWidget &window)
{
    QStringList findings;
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        if (widget->window() != &window || !widget->isVisible() || !isTabStop(widget))
            continue;
        if (widget->width() < ui::size::control || widget->height() < ui::size::control)
            findings
                << QStringLiteral("%1 is %2 x %3").arg(describe(widget)).arg(widget->width()).arg(widget->height());
    }
    return findings;
}

inline QStringList unreachable(QWidget &window)
{
    QSet<const QWidget *> reached;
    for (int i = 0; i < 80; ++i) {
        reached << QApplication::focusWidget();
        press(window, Qt::Key_Tab);
    }
    QStringList findings;
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        const QWidget *target = widget->focusProxy() ? widget->focusProxy() : widget;
        if (widget->window() == &window && widget->isVisible() && isTabStop(widget) && !reached.contains(target))
            findings << describe(widget) + QStringLiteral(" is not reached by Tab");
    }
    return findings;
}

/// What its own parents have no room for, and no scroll bar leads to.
inline QStringList outOfSight(const QWidget &window)
{
    QStringList findings;
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        const bool tells =
            qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QLabel *>(widget) || isTabStop(widget);
        if (!tells || widget->window() != &window || !widget->isVisible() || isPartOfControl(widget))
            continue;
        QRect seen = widget->rect();
        for (const QWidget *inner = widget; inner != &window; inner = inner->parentWidget()) {
            seen.translate(inner->pos());
            const auto *area = qobject_cast<const QScrollArea *>(inner->parentWidget()->parentWidget());
            const bool isScrolled = area && area->viewport() == inner->parentWidget();
            if (isScrolled && (seen.left() < 0 || seen.right() > inner->parentWidget()->width())) {
                findings << describe(widget) + QStringLiteral(" is beside what can be scrolled to");
                break;
            }
            if (isScrolled)
                break;
            if (!inner->parentWidget()->rect().contains(seen)) {
                findings << describe(widget) + QStringLiteral(" is partly outside of ") +
                                describe(inner->parentWidget());
                break;
            }
        }
    }
    return findings;
}

/// Words that are cut off. What says "…" on purpose has the whole of it in its tooltip or name.
inline QStringList clipped(const QWidget &window)
{
    QStringList findings;
    for (const QAbstractButton *button : window.findChildren<QAbstractButton *>()) {
        if (button->window() == &window && button->isVisible() && !isPartOfControl(button) &&
            (button->sizeHint().width() > button->width() || button->sizeHint().height() > button->height()))
            findings << describe(button) + QStringLiteral(" cuts its words off");
    }
    for (const QLabel *label : window.findChildren<QLabel *>()) {
        if (label->window() != &window || !label->isVisible() || label->text().isEmpty() ||
            label->inherits("teleconsult::ui::ElidedLabel"))
            continue;
        const int needed = label->wordWrap() ? label->heightForWidth(label->width()) : label->sizeHint().height();
        if (needed > label->height() || (!label->wordWrap() && label->sizeHint().width() > label->width()))
            findings << describe(label) + QStringLiteral(" cuts off: ") + label->text();
    }
    return findings;
}

/// Rows for a walk: each screen as it is, with text twice as large, and that in Italian, whose words are longer.
inline void addScreens(std::initializer_list<const char *> screens)
{
    QTest::addColumn<QString>("screen");
    QTest::addColumn<int>("textScale");
    QTest::addColumn<QLocale>("locale");
    const QLocale english(QLocale::English, QLocale::UnitedKingdom);
    const QLocale italian(QLocale::Italian, QLocale::Italy);
    for (const char *screen : screens) {
        QTest::newRow(screen) << QString::fromLatin1(screen) << 100 << english;
        // For the pictures alone: what fits with larger text fits here as well.
        if (qEnvironmentVariableIsSet("TELECONSULT_PICTURES"))
            QTest::addRow("%s, Italian", screen) << QString::fromLatin1(screen) << 100 << italian;
        QTest::addRow("%s, 200 %%", screen) << QString::fromLatin1(screen) << 200 << english;
        QTest::addRow("%s, 200 %%, Italian", screen) << QString::fromLatin1(screen) << 200 << italian;
    }
}

/// The interface in a row's language, for as long as it lives.
class InLanguage
{
public:
    explicit InLanguage(const QLocale &locale)
    {
        QLocale::setDefault(locale);
        if (locale.language() != QLocale::Italian)
            return;
        m_isThere = m_words.load(QStringLiteral(":/i18n/teleconsult_it.qm"));
        QCoreApplication::installTranslator(&m_words);
    }
    bool isThere() const { return m_isThere; }

private:
    QTranslator m_words; ///< Takes itself away.
    bool m_isThere = true;
};

/// All of it, for a window on a screen of 1280 by 800; a line for each. The window is active.
inline QStringList stumblingBlocks(QWidget &window)
{
    const QSize room(1280, 800);
    // The display may still tell of the size that it was shown with.
    const auto fits = [&] {
        window.resize(window.size().boundedTo(room));
        QCoreApplication::processEvents();
        return window.size() == window.size().boundedTo(room);
    };
    QStringList findings;
    if (!waitUntil(fits))
        findings << QStringLiteral("The window is larger than the screen: %1 by %2")
                        .arg(window.width())
                        .arg(window.height());
    const Walk walk(window);
    if (walk.heard() == 0)
        findings << QStringLiteral("Nothing can be heard");
    return findings + walk.findings() + tooSmall(window) + clipped(window) + outOfSight(window) + unreachable(window);
}

} // namespace teleconsult::test
