#include "ui/agenda/participant_list.h"

#include "ui/theme/theme.h"
#include "ui/widgets/person_text.h"
#include "ui/widgets/themed_icon.h"
#include "ui/widgets/wrapped_label.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace teleconsult::ui {

namespace {

void clear(QVBoxLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
}

} // namespace

ParticipantList::ParticipantList(QWidget *parent)
    : QWidget(parent),
      m_title(new WrappedLabel(QStringLiteral("detailsParticipantsTitle"), QStringLiteral("title"), this)),
      m_rows(new QVBoxLayout),
      m_unknown(new WrappedLabel(QStringLiteral("detailsUnknownParticipants"), QStringLiteral("muted"), this)),
      m_add(new QPushButton(this))
{
    m_add->setObjectName(QStringLiteral("addParticipantButton"));
    setThemedIcon(m_add, QStringLiteral("plus"));
    m_rows->setSpacing(spacing::xs);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(spacing::s);
    layout->addWidget(m_title);
    layout->addLayout(m_rows);
    layout->addWidget(m_unknown);
    layout->addWidget(m_add);
    connect(m_add, &QPushButton::clicked, this, &ParticipantList::addRequested);
}

void ParticipantList::show(const Teleconsultation &consultation, const QString &stationUserId)
{
    m_title->setText(tr("Participants"));
    m_add->setText(tr("Add participant"));
    clear(m_rows);
    int number = 0;
    for (const Participant &participant : consultation.participants)
        addRow(++number, participant, !stationUserId.isEmpty() && participant.kaleyraUserId == stationUserId);
    const int unknown = consultation.unknownParticipants();
    m_unknown->setText(tr("%n more participant(s) not known yet", nullptr, unknown));
    m_unknown->setVisible(unknown > 0);
    m_add->setVisible(unknown > 0);
}

void ParticipantList::setCanAdd(bool canAdd)
{
    m_add->setEnabled(canAdd);
}

void ParticipantList::addRow(int number, const Participant &participant, bool isStation)
{
    auto *row = new QWidget(this);
    row->setObjectName(QStringLiteral("detailsParticipant%1").arg(number));
    auto *icon = new QLabel(row);
    setThemedIcon(icon, QStringLiteral("person"), &Colors::textMuted, size::icon);
    auto *name = new WrappedLabel(QStringLiteral("participantName"), QStringLiteral("strong"), row);
    name->setText(isStation ? tr("%1 (you)").arg(participant.fullName) : participant.fullName);
    auto *about = new WrappedLabel(QStringLiteral("participantAbout"), QStringLiteral("caption"), row);
    about->setText(QStringLiteral("%1 · %2").arg(groupsText(participant.groups),
                                                 tr("Language: %1").arg(languageText(participant.language))));
    row->setAccessibleName(QStringLiteral("%1, %2").arg(name->text(), about->text()));

    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(name);
    words->addWidget(about);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, spacing::xs, 0, spacing::xs);
    line->setSpacing(spacing::m);
    line->addWidget(icon, 0, Qt::AlignTop);
    line->addLayout(words, 1);
    m_rows->addWidget(row);
}

} // namespace teleconsult::ui
