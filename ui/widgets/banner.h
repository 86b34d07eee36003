// A bar across the page that says something and offers what can be done about it.
#pragma once

#include "ui/widgets/status_pill.h"

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace teleconsult::ui {

class IconButton;

/// Info or warning, with actions at its right end. Texts are given by the owner, who gives them again after a change of
/// language. A banner that comes up is announced to assistive technology, and so is what it says anew while it is
/// there.
class Banner : public QFrame
{
    Q_OBJECT
public:
    explicit Banner(Tone tone, QWidget *parent = nullptr);

    void setTone(Tone tone);
    void setIconName(const QString &name);
    /// `isTold`: a change of what is shown is announced; not for numbers that go up.
    void setText(const QString &text, bool isTold = true);
    QString text() const;

    /// A further button, owned by the banner.
    QPushButton *addAction(const QString &objectName);
    /// A button that hides the banner; emits dismissed().
    void setDismissable(bool dismissable);

signals:
    void dismissed();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void restyle();
    void retranslate();
    void tell();

    Tone m_tone;
    QString m_iconName;
    QLabel *m_icon;
    QLabel *m_text;
    QHBoxLayout *m_layout;
    IconButton *m_close = nullptr;
    bool m_isAboutToTell = false;
};

} // namespace teleconsult::ui
