// Where a link to a consultation arrives, however it comes.
#pragma once

#include "core/service/teleconsultation_service.h"
#include "ui/widgets/status_pill.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <functional>
#include <optional>

namespace teleconsult::ui {

class Banner;

/// Takes links that another program hands over, that are pasted or dropped on the window, and ids from reminders, and
/// finds the consultation they lead to. What leads nowhere does nothing but say so, in a banner that this widget is the
/// place for; what was wrong is never repeated, because anybody can make a link. Where the answer takes its time it
/// says so, and whoever closes that does not want it any more. In a call it only says that a call is on. Owned by the
/// window that links are dropped on; the service must outlive it.
class LinkReception : public QWidget
{
    Q_OBJECT
public:
    /// `isBusy`: whether a call is on.
    LinkReception(service::TeleconsultationService &service, std::function<bool()> isBusy, QWidget *window);

    /// A text that should be a link; blanks around it do not count.
    void take(const QString &text);
    void takeFromClipboard();
    /// As a link to it.
    void takeId(const QString &id);
    /// While held, the last link is kept and looked up afterwards: nobody who may follow it is there yet.
    void hold(bool held);
    /// Says that a call is on, to somebody who wanted to see another consultation.
    void tellOfCall() { say(Word::CallOn); }
    /// What it says is no longer of interest.
    void withdraw();

signals:
    /// The consultation is there, and may be entered as from the agenda.
    void found(const teleconsult::Teleconsultation &consultation);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    enum class Word {
        Nothing,   ///< The clipboard holds no text.
        NoLink,    ///< It is no link of ours.
        CallOn,    ///< A call is on.
        Unsettled, ///< A dialog is open, with work in it that may not be lost.
        NotThere,  ///< No such consultation.
        Failed,    ///< m_error
        Looking,   ///< No refusal: the answer takes its time.
    };

    bool isUnsettled() const;
    void look(const QString &id);
    void say(Word word);
    QString words() const;
    void retranslate();

    service::TeleconsultationService &m_service;
    std::function<bool()> m_isBusy;
    Word m_word = Word::Nothing;
    Error m_error;
    bool m_isHeld = false;
    std::optional<QString> m_kept; ///< The consultation of a link that came while held.
    QTimer m_patience;             ///< While a consultation is looked up without a word.
    int m_attempt = 0;             ///< Answers to an earlier link are dropped.
    Banner *m_banner = nullptr;
};

} // namespace teleconsult::ui
