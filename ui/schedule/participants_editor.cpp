#include "ui/schedule/participants_editor.h"

#include "core/domain/teleconsultation.h"
#include "ui/schedule/participant_row.h"
#include "ui/theme/theme.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/field.h"
#include "ui/widgets/themed_icon.h"
#include "ui/widgets/wrapped_label.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace teleconsult::ui {

namespace {

constexpr int noteIconSize = 16;
constexpr int expectedWidth = 120;

} // namespace

ParticipantsEditor::ParticipantsEditor(PeopleSource source, const Privileges &privileges,
                                       const StationIdentity &station, QWidget *parent)
    : QWidget(parent),
      m_source(source),
      m_privileges(privileges),
      m_station(station),
      m_firstStop(new QWidget(this)),
      m_rowsLayout(new QVBoxLayout),
      m_commonErrorLine(new QWidget(this)),
      m_commonErrorIcon(new QLabel(this)),
      m_commonError(new WrappedLabel(QStringLiteral("participantsError"), QStringLiteral("error"), this)),
      // Not children yet: the Tab key comes to them after the rows.
      m_add(new QPushButton),
      m_bringBack(new QPushButton),
      m_expected(new QSpinBox),
      m_expectedLabel(new WrappedLabel({}, QStringLiteral("fieldLabel"), this)),
      m_expectedHint(new WrappedLabel(QStringLiteral("expectedHint"), {}, this))
{
    build();
    connect(m_add, &QPushButton::clicked, this, &ParticipantsEditor::addParticipant);
    connect(m_bringBack, &QPushButton::clicked, this, &ParticipantsEditor::bringBack);
    connect(m_expected, &QSpinBox::valueChanged, this, [this] {
        updateExpectation();
        emit changed();
    });
    retranslate();
}

void ParticipantsEditor::build()
{
    m_firstStop->setFocusPolicy(Qt::TabFocus);
    m_firstStop->hide();
    m_rowsLayout->setSpacing(spacing::m);
    auto *divider = new QFrame(this);
    divider->setProperty("divider", true);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing::m);
    layout->addLayout(m_rowsLayout);

    const bool hasStation = !m_station.externalId.isEmpty();
    insertRow(0, hasStation ? ParticipantData{.externalId = m_station.externalId,
                                              .fullName = m_station.fullName,
                                              .groups = m_station.groups,
                                              .language = {}}
                            : std::optional<ParticipantData>());
    insertRow(1, {});
    layout->addWidget(makeCommonError());
    layout->addLayout(makeActions());
    layout->addWidget(divider);
    layout->addLayout(makeExpectation());
}

QWidget *ParticipantsEditor::makeCommonError()
{
    setThemedIcon(m_commonErrorIcon, QStringLiteral("alert"), &Colors::danger, noteIconSize);
    auto *layout = new QHBoxLayout(m_commonErrorLine);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing::xs);
    layout->addWidget(m_commonErrorIcon, 0, Qt::AlignTop);
    layout->addWidget(m_commonError, 1);
    m_commonErrorLine->hide();
    return m_commonErrorLine;
}

QLayout *ParticipantsEditor::makeActions()
{
    m_add->setObjectName(QStringLiteral("addParticipantButton"));
    setThemedIcon(m_add, QStringLiteral("plus"));
    m_bringBack->setObjectName(QStringLiteral("bringBackParticipantButton"));
    m_bringBack->setProperty("variant", QStringLiteral("ghost"));
    m_bringBack->hide();
    auto *layout = new QHBoxLayout;
    layout->setSpacing(spacing::s);
    layout->addWidget(m_add);
    layout->addWidget(m_bringBack);
    layout->addStretch();
    return layout;
}

QLayout *ParticipantsEditor::makeExpectation()
{
    m_expected->setObjectName(QStringLiteral("expectedParticipants"));
    m_expected->setRange(minimumParticipants, maximumParticipants);
    m_expected->setFocusPolicy(Qt::StrongFocus);
    m_expected->setFixedWidth(scaled(expectedWidth));
    m_expectedLabel->setBuddy(m_expected);
    auto *words = new QVBoxLayout;
    words->setSpacing(spacing::xs);
    words->addWidget(m_expectedLabel);
    words->addWidget(m_expectedHint);
    auto *layout = new QHBoxLayout;
    layout->setSpacing(spacing::xl);
    layout->addLayout(words, 1);
    layout->addWidget(m_expected);
    return layout;
}

QList<ParticipantData> ParticipantsEditor::participants() const
{
    QList<ParticipantData> people;
    for (const ParticipantRow *row : m_rows)
        people << row->data();
    return people;
}

int ParticipantsEditor::expected() const
{
    return m_expected->value();
}

void ParticipantsEditor::showErrors(const QList<Error> &errors)
{
    QString number;
    QString common;
    for (const Error &error : errors) {
        if (error.field == QLatin1String("participants.number"))
            number = fieldErrorText(error);
        else if (error.field == QLatin1String("participants.data"))
            common = common.isEmpty() ? fieldErrorText(error) : common;
    }
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        QList<Error> own;
        std::copy_if(errors.begin(), errors.end(), std::back_inserter(own),
                     [i](const Error &error) { return participantIndex(error.field) == i; });
        m_rows.at(i)->showErrors(own);
    }
    m_expectedError = m_touched ? number : QString();
    updateExpectation();
    m_commonError->setText(m_touched || everybodyIsNamed() ? common : QString());
    m_commonErrorLine->setVisible(!m_commonError->text().isEmpty());
}

/// Before that, somebody may still be coming who may open the room.
bool ParticipantsEditor::everybodyIsNamed() const
{
    return std::none_of(m_rows.begin(), m_rows.end(), [](const ParticipantRow *row) { return row->isBlank(); });
}

void ParticipantsEditor::touchAll()
{
    m_touched = true;
    for (ParticipantRow *row : m_rows)
        row->touchAll();
}

QList<Field *> ParticipantsEditor::fields() const
{
    QList<Field *> all;
    for (const ParticipantRow *row : m_rows)
        all << row->fields();
    return all;
}

QWidget *ParticipantsEditor::commonErrorControl() const
{
    if (!m_expectedError.isEmpty())
        return m_expected;
    if (m_commonError->text().isEmpty())
        return nullptr;
    return m_rows.isEmpty() ? static_cast<QWidget *>(m_add) : m_rows.first()->fields().at(1)->control();
}

ParticipantRow *ParticipantsEditor::firstBlank() const
{
    const auto found =
        std::find_if(m_rows.begin(), m_rows.end(), [](const ParticipantRow *row) { return row->isBlank(); });
    return found == m_rows.end() ? nullptr : *found;
}

void ParticipantsEditor::addParticipant()
{
    if (m_rows.size() >= maximumParticipants)
        return;
    ParticipantRow *row = insertRow(m_rows.size(), {});
    emit changed();
    row->focusFirst();
    emit focusMoved(row);
}

void ParticipantsEditor::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ParticipantsEditor::offerPeople(const FindPeople &find)
{
    m_findPeople = find;
    for (ParticipantRow *row : std::as_const(m_rows))
        row->offerPeople(find);
}

ParticipantRow *ParticipantsEditor::insertRow(qsizetype index, const std::optional<ParticipantData> &person)
{
    const bool follows = m_expected->value() <= std::max<qsizetype>(m_rows.size(), minimumParticipants);
    // The first to be named is who receives: someone who may open the room.
    auto *row = new ParticipantRow(m_source, m_privileges,
                                   usualGroup(m_privileges, m_rows.isEmpty() ? Role::Plus : Role::Basic), this);
    if (person)
        row->setData(*person);
    if (m_findPeople)
        row->offerPeople(m_findPeople);
    m_rows.insert(index, row);
    m_rowsLayout->insertWidget(int(index), row);
    row->show();

    connect(row, &ParticipantRow::changed, this, [this] {
        updateRows();
        emit changed();
    });
    connect(row, &ParticipantRow::removeRequested, this, [this, row] { removeRow(row); });

    const auto count = int(m_rows.size());
    const QSignalBlocker quiet(m_expected);
    m_expected->setMinimum(std::max(count, minimumParticipants));
    if (follows)
        m_expected->setValue(std::max(count, minimumParticipants));
    updateRows();
    takeIntoTabOrder(index);
    return row;
}

void ParticipantsEditor::removeRow(ParticipantRow *row)
{
    const qsizetype index = m_rows.indexOf(row);
    const bool follows = m_expected->value() == m_rows.size();
    if (!row->isBlank())
        m_removed = {index, row->data()};
    m_rows.removeAt(index);
    row->hide();
    row->deleteLater();

    const auto count = std::max(int(m_rows.size()), minimumParticipants);
    {
        const QSignalBlocker quiet(m_expected);
        m_expected->setMinimum(count);
        if (follows)
            m_expected->setValue(count);
    }
    updateRows();
    emit changed();

    if (m_rows.isEmpty())
        m_add->setFocus(Qt::OtherFocusReason);
    else
        m_rows.at(std::min(index, m_rows.size() - 1))->focusFirst();
}

void ParticipantsEditor::bringBack()
{
    if (!m_removed || m_rows.size() >= maximumParticipants)
        return;
    const auto [index, person] = *std::exchange(m_removed, std::nullopt);
    ParticipantRow *row = insertRow(std::min(index, m_rows.size()), person);
    emit changed();
    row->focusFirst();
    emit focusMoved(row);
}

void ParticipantsEditor::updateRows()
{
    bool stationSeen = m_station.externalId.isEmpty();
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        ParticipantRow *row = m_rows.at(i);
        // Nobody is there twice: the second is the one to be mended.
        const bool isStation = !stationSeen && row->data().externalId == m_station.externalId;
        stationSeen = stationSeen || isStation;
        row->setNumber(int(i) + 1);
        row->setIsStation(isStation);
    }
    m_add->setEnabled(m_rows.size() < maximumParticipants);
    m_bringBack->setVisible(m_removed.has_value());
    if (m_removed)
        m_bringBack->setText(m_removed->second.fullName.isEmpty()
                                 ? tr("Bring back the removed participant")
                                 : tr("Bring back %1").arg(m_removed->second.fullName));
    updateExpectation();
}

void ParticipantsEditor::takeIntoTabOrder(qsizetype index)
{
    // Qt's order is that of creation; a row may come between two others.
    QWidget *before = index > 0 ? m_rows.at(index - 1)->tabChain().last() : m_firstStop;
    for (QWidget *stop : m_rows.at(index)->tabChain()) {
        setTabOrder(before, stop);
        before = stop;
    }
}

void ParticipantsEditor::updateExpectation()
{
    const int unnamed = m_expected->value() - int(m_rows.size());
    const QString hint =
        unnamed > 0
            ? tr("%n participant(s) to be named later. The room opens once everyone is known.", nullptr, unnamed)
            : tr("Expect more if someone is not known yet. The room opens once everyone is known.");
    const bool wrong = !m_expectedError.isEmpty();
    m_expectedHint->setText(wrong ? m_expectedError : hint);
    m_expected->setAccessibleDescription(m_expectedHint->text());
    setStyleProperty(m_expectedHint, "role", wrong ? QStringLiteral("error") : QStringLiteral("caption"));
    setStyleProperty(m_expected, "invalid", wrong);
}

void ParticipantsEditor::retranslate()
{
    m_add->setText(tr("Add participant"));
    m_expectedLabel->setText(tr("Expected participants"));
    m_expected->setAccessibleName(tr("Expected participants"));
    updateRows();
}

} // namespace teleconsult::ui
