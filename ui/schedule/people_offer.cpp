#include "ui/schedule/people_offer.h"

#include "ui/theme/tokens.h"
#include "ui/widgets/person_text.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollArea>
#include <QTimer>

#include <algorithm>
#include <chrono>

namespace teleconsult::ui {

namespace {

constexpr std::chrono::milliseconds pauseAfterKey{150};
constexpr int minimumLetters = 2;

/// What the list lies on: what is scrolled together with the field, else the window.
QWidget *groundOf(QWidget *field)
{
    for (QWidget *widget = field; !widget->isWindow(); widget = widget->parentWidget()) {
        const auto *area =
            widget->parentWidget() ? qobject_cast<QScrollArea *>(widget->parentWidget()->parentWidget()) : nullptr;
        if (area && area->widget() == widget)
            return widget;
    }
    return field->window();
}

QString lineOf(const ParticipantData &person)
{
    QStringList parts{person.fullName};
    for (const QString &group : person.groups)
        parts << groupText(group);
    parts << person.externalId; // Two people may have one name.
    return parts.join(QStringLiteral(" · "));
}

} // namespace

PeopleOffer::PeopleOffer(QLineEdit *field, FindPeople find)
    : QListWidget(field), m_field(field), m_find(std::move(find)), m_pause(new QTimer(this))
{
    setObjectName(QStringLiteral("peopleOffer"));
    setProperty("offer", true);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTextElideMode(Qt::ElideRight);
    hide();
    m_pause->setSingleShot(true);
    m_pause->setInterval(pauseAfterKey);
    m_field->installEventFilter(this);
    connect(m_pause, &QTimer::timeout, this, &PeopleOffer::look);
    connect(m_field, &QLineEdit::textEdited, m_pause, qOverload<>(&QTimer::start));
    connect(m_field, &QObject::destroyed, this, &QObject::deleteLater);
    connect(this, &QListWidget::itemClicked, this, &PeopleOffer::take);
}

void PeopleOffer::letGo()
{
    ++m_asked;
    m_pause->stop();
    hide();
}

void PeopleOffer::look()
{
    if (!m_field)
        return;
    const QString words = m_field->text().simplified();
    if (words.size() < minimumLetters) {
        letGo();
        return;
    }
    whenDone(m_find(words), this, [this, asked = ++m_asked](const Result<QList<ParticipantData>> &found) {
        if (asked == m_asked && m_field && m_field->hasFocus())
            offer(found.value_or(QList<ParticipantData>()));
    });
}

void PeopleOffer::offer(const QList<ParticipantData> &people)
{
    m_people = people;
    clear();
    for (const ParticipantData &person : people)
        addItem(lineOf(person));
    setCurrentRow(-1);
    setAccessibleName(tr("%n person(s) seen before", nullptr, int(people.size())));
    if (people.isEmpty()) {
        hide();
        return;
    }
    place();
    show();
    raise();
}

void PeopleOffer::place()
{
    constexpr int maximumRows = 4;
    QWidget *ground = groundOf(m_field);
    if (parentWidget() != ground)
        setParent(ground);
    const int rowHeight = std::max(sizeHintForRow(0), int(size::control));
    const int height = std::min(count(), maximumRows) * rowHeight + 2 * frameWidth() + spacing::s;
    const QPoint below = m_field->mapTo(ground, QPoint(0, m_field->height() + spacing::xs));
    const QPoint above = m_field->mapTo(ground, QPoint(0, -spacing::xs - height));
    const bool fitsBelow = below.y() + height <= ground->height() || above.y() < 0;
    setGeometry(QRect(fitsBelow ? below : above, QSize(m_field->width(), height)));
}

void PeopleOffer::take(QListWidgetItem *item)
{
    const ParticipantData person = m_people.at(row(item));
    letGo();
    emit taken(person);
}

bool PeopleOffer::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut || event->type() == QEvent::Hide)
        letGo();
    else if (event->type() == QEvent::KeyPress && isVisible() && onKey(static_cast<QKeyEvent *>(event)->key()))
        return true;
    return QListWidget::eventFilter(watched, event);
}

bool PeopleOffer::onKey(int key)
{
    switch (key) {
    case Qt::Key_Down:
        setCurrentRow(std::min(currentRow() + 1, count() - 1));
        return true;
    case Qt::Key_Up:
        setCurrentRow(currentRow() - 1);
        return true;
    case Qt::Key_Escape:
        letGo();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!currentItem())
            return false;
        take(currentItem());
        return true;
    default:
        return false;
    }
}

} // namespace teleconsult::ui
