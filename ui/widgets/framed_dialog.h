// What every dialog with a form in it looks like.
#pragma once

#include <QDialog>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace teleconsult::ui {

class ContentScroll;

/// A headline, a sentence that explains, content, a line for what went wrong, and buttons at the right below. Modal to
/// its parent's window, shown with open(); a part of it where the window says so (property "holdsDialogs"). Parts that
/// say nothing take no room. Whoever derives from it gives all texts in retranslate(), which is called again after a
/// change of language.
class FramedDialog : public QDialog
{
    Q_OBJECT
protected:
    /// `name` begins the object names of the dialog and its parts: "reminders" is the dialog "remindersDialog" with
    /// "remindersProblem" and, say, "remindersSaveButton".
    FramedDialog(const QString &name, QWidget *parent);

    /// Also of the window.
    void setTitle(const QString &text);
    void setExplanation(const QString &text);

    /// To be called once. What has its layout by then is scrolled where the screen has too little room for it.
    void setScrolledContent(QWidget *content);
    /// To be called once, for content that scrolls by itself, or never has to.
    void setContent(QWidget *content);
    /// Where content is scrolled; null: it is not.
    ContentScroll *scroll() const { return m_scroll; }

    /// From left to right; "Save" is named "remindersSaveButton". The one of the variant "primary" is the default.
    QPushButton *addButton(const QString &name, const QString &variant = {});
    /// Left of the buttons, as wide as there is room.
    void addToFoot(QWidget *widget);

    /// Says above the buttons what went wrong, and tells assistive technology; empty: nothing.
    void setProblem(const QString &text);

    virtual void retranslate() = 0;
    void changeEvent(QEvent *event) override;

private:
    QString m_name;
    QLabel *m_title;
    QLabel *m_explanation;
    QVBoxLayout *m_content;
    ContentScroll *m_scroll = nullptr;
    QLabel *m_problem;
    QHBoxLayout *m_foot;
};

} // namespace teleconsult::ui
