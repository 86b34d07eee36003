// What is to be said above the agenda.
#pragma once

#include "ui/widgets/status_pill.h"

#include <QWidget>

#include <functional>

class QPushButton;

namespace teleconsult::ui {

class Banner;

/// One message at a time, with one thing to do about it when `action` is given. It goes when that was done, when it is
/// dismissed or withdrawn. The banner is made when something is first said.
class AgendaNotice : public QWidget
{
    Q_OBJECT
public:
    /// What a message is about: whoever said it can take it back, and only that.
    enum class Topic { General, Deletion, Showing };

    /// Both texts are asked for again when the language changes.
    struct Message
    {
        Topic topic = Topic::General;
        Tone tone = Tone::Info;
        QString iconName;
        std::function<QString()> text;
        std::function<QString()> action;
        std::function<void()> onAction;
    };

    /// The banner is called `name`, its button `nameAction`.
    AgendaNotice(const QString &name, QWidget *parent);

    /// Replaces what was said before.
    void say(const Message &message);
    /// Nothing when something else is being said.
    void withdraw(Topic topic);
    void withdrawAll();

signals:
    /// A person wants to see it no more.
    void dismissed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void makeBanner();
    void retranslate();

    QString m_name;
    Message m_message;
    Banner *m_banner = nullptr;
    QPushButton *m_action = nullptr;
};

} // namespace teleconsult::ui
