#include "ui/kiosk/choice_page.h"

#include "ui/theme/theme.h"
#include "ui/widgets/announce.h"
#include "ui/widgets/centred_column.h"
#include "ui/widgets/themed_icon.h"

#include <QPushButton>

namespace teleconsult::ui {

namespace {

constexpr int buttonHeight = 56;
/// Of what a page holds between its words and its choices, over the empty room around the words.
constexpr int contentStretch = 6;
constexpr int usualColumnWidth = 640;

} // namespace

QPushButton *makeKioskButton(const QString &objectName, const QString &variant, QWidget *parent)
{
    auto *button = new QPushButton(parent);
    button->setObjectName(objectName);
    if (!variant.isEmpty())
        button->setProperty("variant", variant);
    button->setProperty("kiosk", true);
    button->setAutoDefault(true);
    const auto fit = [button] { button->setFixedHeight(scaled(buttonHeight)); };
    fit();
    // Colours too: a new style sheet takes the heights away that were set before.
    QObject::connect(&Theme::instance(), &Theme::changed, button, fit);
    return button;
}

ChoicePage::ChoicePage(const QString &name, QWidget *parent)
    : QWidget(parent),
      m_name(name),
      m_column(new QWidget(this)),
      m_columnWidth(usualColumnWidth),
      m_headline(makeCentredLabel(name + QStringLiteral("Headline"), QStringLiteral("headline"), this)),
      m_sentence(makeCentredLabel(name + QStringLiteral("Sentence"), QStringLiteral("kiosk"), this)),
      m_problem(makeCentredLabel(name + QStringLiteral("Problem"), QStringLiteral("kioskProblem"), this)),
      m_content(new QVBoxLayout),
      m_choices(new QVBoxLayout)
{
    setObjectName(name + QStringLiteral("Page"));
    fitColumn();
    connect(&Theme::instance(), &Theme::textScaled, this, &ChoicePage::fitColumn);
    m_column->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    auto *words = new QVBoxLayout(m_column);
    words->setContentsMargins(0, 0, 0, 0);
    words->setSpacing(spacing::l);
    words->addStretch(1);
    for (QLabel *label : {m_headline, m_sentence, m_problem}) {
        label->hide();
        words->addWidget(label);
    }
    words->addStretch(1);
    m_content->setSpacing(spacing::l);
    words->addLayout(m_content, contentStretch);
    m_choices->setSpacing(spacing::l);
    words->addLayout(m_choices);
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(m_column, 100);
    row->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::xxl, spacing::l, spacing::xxl, spacing::xl);
    layout->addStretch(1);
    layout->addLayout(row, 100);
    layout->addStretch(1);
}

void ChoicePage::setChoicesInRow()
{
    m_choices->setDirection(QBoxLayout::LeftToRight);
}

void ChoicePage::setColumnWidth(int width)
{
    m_columnWidth = width;
    fitColumn();
}

void ChoicePage::fitColumn()
{
    m_column->setMaximumWidth(scaled(m_columnWidth));
}

void ChoicePage::setHeadline(const QString &text)
{
    setTextOrHide(m_headline, text);
    setAccessibleName(text);
}

void ChoicePage::setSentence(const QString &text)
{
    setTextOrHide(m_sentence, text);
    setAccessibleDescription(text);
}

void ChoicePage::setProblem(const QString &text)
{
    const bool isNews = m_problem->text() != text;
    setTextOrHide(m_problem, text);
    if (text.isEmpty() || !isNews)
        return;
    announce(m_problem);
}

QPushButton *ChoicePage::addChoice(const QString &name, const QString &variant, const QString &icon)
{
    QPushButton *button = makeKioskButton(m_name + name + QStringLiteral("Button"), variant, this);
    if (!icon.isEmpty())
        setThemedIcon(button, icon, variant == QLatin1String("primary") ? &Colors::onAccent : &Colors::text);
    m_choices->addWidget(button);
    return button;
}

void ChoicePage::addContent(QWidget *content, int stretch)
{
    m_content->addWidget(content, stretch);
}

QString ChoicePage::headline() const
{
    return m_headline->text();
}

QString ChoicePage::sentence() const
{
    return m_sentence->text();
}

QString ChoicePage::problem() const
{
    return m_problem->text();
}

} // namespace teleconsult::ui
