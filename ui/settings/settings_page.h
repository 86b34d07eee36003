// One page of the settings.
#pragma once

#include "ui/widgets/error_text.h"
#include "ui/widgets/status_pill.h"

#include <QWidget>

#include <functional>

namespace teleconsult::ui {

/// What came of a test or of saving, in words that are asked for again when the language changes.
struct SettingsVerdict
{
    Tone tone = Tone::Success;
    std::function<QString()> text;
};

/// That it did not go well, and why.
inline SettingsVerdict verdictOf(const Error &error)
{
    return {Tone::Danger, [error] { return errorText(error); }};
}

/// What the dialog shows beside its list of pages, which has the page's title already. Made when it is first looked at,
/// and kept while the dialog is open, with what was entered and not saved. A page that changes nothing by Save, because
/// each of its buttons does something at once, is no form.
class SettingsPage : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;

    virtual bool isForm() const { return true; }
    /// Whether something was entered that is not saved.
    virtual bool isChanged() const { return false; }
    /// Saves what was entered; applied() tells of the end, before this returns or later. With a mistake nothing is
    /// saved, and the keyboard goes to it.
    virtual void apply() {}

    virtual bool canBeTested() const { return false; }
    /// Tries what is entered now, saved or not; told() says what came of it.
    virtual void test() {}

    /// Whether the page may be left: false while it does what would be cut off.
    virtual bool isBusy() const { return false; }

    /// Whether other pages hold something that is not saved, or are busy: settings are not to be replaced then.
    virtual void setOthersChanged(bool changed) { Q_UNUSED(changed) }

signals:
    /// Whatever the settings say, on other pages too, may be something else now. Not while something is entered there.
    void settingsReplaced();
    /// isChanged(), isBusy() or canBeTested() may answer something else.
    void changed();
    /// `verdict`: nothing, where the page itself says what is wrong.
    void applied(bool saved, const teleconsult::ui::SettingsVerdict &verdict);
    /// What came of a test, or of a button of the page; nothing: what was said before no longer holds.
    void told(const teleconsult::ui::SettingsVerdict &verdict);
};

/// A page that there is.
struct SettingsPageEntry
{
    QString id; ///< Names the page for the program: "company".
    QString iconName;
    std::function<QString()> title;
    std::function<SettingsPage *()> make;
    /// What is to be known of the page before anything else; empty: nothing.
    std::function<QString()> note = {};
};

} // namespace teleconsult::ui
