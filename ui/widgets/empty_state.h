// What a page shows when there is nothing to show, or something went wrong.
#pragma once

#include "ui/widgets/status_pill.h"

#include <QWidget>

class QBoxLayout;
class QLabel;
class QPushButton;

namespace teleconsult::ui {

/// An icon, a headline, a sentence that says what to do, and up to two buttons for it. Texts are given by the owner,
/// who gives them again after a change of language.
class EmptyState : public QWidget
{
    Q_OBJECT
public:
    explicit EmptyState(QWidget *parent = nullptr);

    void setIconName(const QString &name, Tone tone = Tone::Neutral);
    void setHeadline(const QString &text);
    void setSentence(const QString &text);
    /// At most so wide at 100 % text: for a pane that is narrower than a page.
    void setTextWidth(int width);
    QString headline() const;
    QString sentence() const;
    /// An empty text takes the button away.
    void setAction(const QString &text, const QString &iconName = {});
    /// Whether the action is the filled button (default); not where the page has one already.
    void setActionPrimary(bool primary);
    void setSecondaryAction(const QString &text);

    QPushButton *actionButton() const { return m_action; }
    QPushButton *secondaryActionButton() const { return m_secondary; }

signals:
    void actionTriggered();
    void secondaryActionTriggered();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void updateActionIcon();
    void arrangeActions();

    QLabel *m_icon;
    QWidget *m_words;
    QLabel *m_headline;
    QLabel *m_sentence;
    QPushButton *m_action;
    QPushButton *m_secondary;
    QBoxLayout *m_actions;
    QString m_actionIcon;
    int m_textWidth = 0; ///< At 100 % text.
    bool m_actionPrimary = true;
    Tone m_tone = Tone::Neutral;
};

} // namespace teleconsult::ui
