// Asks before something that cannot be undone.
#pragma once

#include <QDialog>

#include <functional>

class QLabel;
class QPushButton;

namespace teleconsult::ui {

/// A question with one dangerous answer. Esc and Enter cancel: the keyboard starts on Cancel. Modal to its parent's
/// window; accepted() when the action was chosen. Open it with open() and WA_DeleteOnClose.
class ConfirmDialog : public QDialog
{
    Q_OBJECT
public:
    /// What is said, in the language of the moment.
    struct Words
    {
        QString title;    ///< The question, e.g. "Delete this consultation?".
        QString sentence; ///< What will happen.
        QString action;   ///< A verb, on the dangerous button.
        QString cancel;   ///< What not doing it means, e.g. "Keep it".
    };

    /// The words are asked for again when the language changes.
    ConfirmDialog(std::function<Words()> words, QWidget *parent);

    QPushButton *actionButton() const { return m_action; }
    QPushButton *cancelButton() const { return m_cancel; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    std::function<Words()> m_words;
    QLabel *m_title;
    QLabel *m_sentence;
    QPushButton *m_cancel;
    QPushButton *m_action;
};

} // namespace teleconsult::ui
