// A page of the kiosk: what it is about, and a few large things to touch.
#pragma once

#include <QList>
#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace teleconsult::ui {

/// A headline and a sentence in the middle, and buttons for a finger below. Texts are given by the owner, who gives
/// them again after a change of language.
class ChoicePage : public QWidget
{
    Q_OBJECT
public:
    /// `name` begins the object names of its parts: "kioskStart" has a "kioskStartHeadline".
    explicit ChoicePage(const QString &name, QWidget *parent = nullptr);

    /// An empty text takes its line away.
    void setHeadline(const QString &text);
    void setSentence(const QString &text);
    /// What went wrong; told to assistive technology. Empty: nothing.
    void setProblem(const QString &text);

    /// Below the words, from top to bottom; "Code" is named "kioskStartCodeButton". Empty variant: an outlined one.
    QPushButton *addChoice(const QString &name, const QString &variant = {}, const QString &icon = {});
    /// Between the words and the choices.
    void addContent(QWidget *content, int stretch = 0);
    /// Side by side, the first one left, where the page has little height.
    void setChoicesInRow();
    /// For content that needs more than words do; with text of the designed size.
    void setColumnWidth(int width);

    QString headline() const;
    QString sentence() const;
    QString problem() const;

private:
    void fitColumn();

    QString m_name;
    QWidget *m_column;
    int m_columnWidth;
    QLabel *m_headline;
    QLabel *m_sentence;
    QLabel *m_problem;
    QVBoxLayout *m_content;
    QVBoxLayout *m_choices;
};

/// A button that a finger finds, in the size of the kiosk's text.
QPushButton *makeKioskButton(const QString &objectName, const QString &variant, QWidget *parent);

} // namespace teleconsult::ui
