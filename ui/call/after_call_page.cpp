#include "ui/call/after_call_page.h"

#include "ui/theme/theme.h"
#include "ui/widgets/centred_column.h"
#include "ui/widgets/date_text.h"
#include "ui/widgets/themed_icon.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>

namespace teleconsult::ui {

AfterCallPage::AfterCallPage(QWidget *parent)
    : QWidget(parent),
      m_headline(makeCentredLabel(QStringLiteral("afterCallHeadline"), QStringLiteral("title"), this)),
      m_sentence(makeCentredLabel(QStringLiteral("afterCallSentence"), QStringLiteral("muted"), this)),
      m_record(makeCentredLabel(QStringLiteral("afterCallRecord"), {}, this)),
      m_used(makeCentredLabel(QStringLiteral("afterCallUsed"), QStringLiteral("muted"), this)),
      m_uploads(makeCentredLabel(QStringLiteral("afterCallUploads"), {}, this)),
      m_deleteUploads(new QPushButton(this)),
      m_back(new QPushButton(this)),
      m_reenter(new QPushButton(this))
{
    setObjectName(QStringLiteral("afterCallPage"));
    m_deleteUploads->setObjectName(QStringLiteral("deleteUploadsButton"));
    m_back->setObjectName(QStringLiteral("afterCallBackButton"));
    m_back->setProperty("variant", QStringLiteral("primary"));
    m_reenter->setObjectName(QStringLiteral("reenterButton"));
    auto *icon = new QLabel(this);
    setThemedIcon(icon, QStringLiteral("check"), &Colors::accent, size::iconLarge);

    QVBoxLayout *words = makeCentredColumn(this);
    words->addWidget(icon, 0, Qt::AlignHCenter);
    for (QLabel *label : {m_headline, m_sentence, m_record, m_used, m_uploads})
        words->addWidget(label);
    words->addWidget(m_deleteUploads, 0, Qt::AlignHCenter);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(spacing::m);
    buttons->addStretch();
    buttons->addWidget(m_back);
    buttons->addWidget(m_reenter);
    buttons->addStretch();
    words->addSpacing(spacing::m);
    words->addLayout(buttons);

    connect(m_deleteUploads, &QPushButton::clicked, this, &AfterCallPage::deleteUploadsRequested);
    connect(m_back, &QPushButton::clicked, this, &AfterCallPage::backRequested);
    connect(m_reenter, &QPushButton::clicked, this, &AfterCallPage::reenterRequested);
    retranslate();
}

void AfterCallPage::setOutcome(const CallOutcome &outcome)
{
    m_outcome = outcome;
    retranslate();
}

QString AfterCallPage::headline() const
{
    switch (m_outcome.ending) {
    case CallEnding::Left:
        return tr("The call has ended.");
    case CallEnding::RoomClosed:
        return tr("The room was closed.");
    case CallEnding::TimeUsedUp:
        return tr("The time of this call is used up.");
    }
    Q_UNREACHABLE();
}

QString AfterCallPage::sentence() const
{
    if (m_outcome.mayReenter)
        return tr("It can be entered again while its room is open.");
    return tr("It cannot be entered again. Schedule a new consultation to meet once more.");
}

QString AfterCallPage::recordText() const
{
    switch (m_outcome.record) {
    case CallRecord::State::Open:
    case CallRecord::State::Writing:
        return tr("That the call took place is being written down…");
    case CallRecord::State::Held:
        return tr("On record as held.");
    case CallRecord::State::Failed:
        return m_outcome.recordIsTriedAgain
                   ? tr("That the call took place could not be written down yet. It is tried again by itself: leave "
                        "Teleconsult open.")
                   : tr("That the call took place could not be written down.");
    }
    Q_UNREACHABLE();
}

QString AfterCallPage::uploadsText() const
{
    switch (m_outcome.uploads) {
    case CallRecord::Uploads::Kept:
        return {};
    case CallRecord::Uploads::Deleting:
        return tr("Files shared in the call are being deleted…");
    case CallRecord::Uploads::Deleted:
        return tr("No shared files are left at Kaleyra.");
    case CallRecord::Uploads::SomeLeft:
        if (m_outcome.uploadsLeft > 0)
            return tr("%n shared file(s) could not be deleted at Kaleyra.", nullptr, m_outcome.uploadsLeft);
        return tr("Whether the shared files are deleted at Kaleyra is not known.");
    }
    Q_UNREACHABLE();
}

QString AfterCallPage::usedText() const
{
    using std::chrono::seconds;
    if (!m_outcome.used)
        return {};
    if (*m_outcome.used == seconds(0))
        return tr("Kaleyra has counted no time so far with two people in the room.");
    // A started minute is one: "0 min" would read as none.
    return tr("%1 with two people or more in the room, as Kaleyra counts.", "a duration")
        .arg(DateText::duration(std::chrono::ceil<std::chrono::minutes>(*m_outcome.used)));
}

void AfterCallPage::retranslate()
{
    m_headline->setText(headline());
    m_sentence->setText(sentence());
    m_record->setText(recordText());
    setTextOrHide(m_used, usedText());
    setTextOrHide(m_uploads, uploadsText());
    m_deleteUploads->setText(tr("Delete them now"));
    m_deleteUploads->setVisible(m_outcome.uploads == CallRecord::Uploads::SomeLeft);
    m_back->setText(tr("Back to the agenda"));
    m_reenter->setText(tr("Re-enter"));
    m_reenter->setVisible(m_outcome.mayReenter);
    setAccessibleName(m_headline->text());
    setAccessibleDescription(m_record->text());
}

void AfterCallPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace teleconsult::ui
