#include "ui/settings/mode_colours.h"

#include "ui/settings/call_colours_preview.h"
#include "ui/theme/contrast.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/field.h"

#include <QCheckBox>
#include <QColorDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace teleconsult::ui {

namespace {

constexpr int maximumColourLength = 7;
constexpr int primary = 0;
constexpr int accent = 1;

/// What a first tick begins with: the original service's (reference/teleconsultation-service.md).
kaleyra::ThemeColours usualColours(const QString &name)
{
    if (name == QLatin1String("dark"))
        return {QStringLiteral("#003049"), QStringLiteral("#d62828")};
    return {QStringLiteral("#ffffff"), QStringLiteral("#480ca8")};
}

} // namespace

ModeColours::ModeColours(const QString &name, QWidget *parent)
    : QWidget(parent),
      m_name(name),
      m_own(new QCheckBox(this)),
      m_parts{makePart(QStringLiteral("primary_color")), makePart(QStringLiteral("accent_color"))},
      m_preview(new CallColoursPreview(this))
{
    m_own->setObjectName(QStringLiteral("ownColours_") + name);
    m_preview->setObjectName(QStringLiteral("coloursPreview_") + name);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing::s);
    layout->addWidget(m_own);
    for (const Part &part : m_parts) {
        auto *line = new QHBoxLayout;
        line->setSpacing(spacing::m);
        line->addWidget(part.field, 1);
        line->addWidget(part.choose, 0, Qt::AlignVCenter);
        layout->addLayout(line);
    }
    layout->addWidget(m_preview);
    connect(m_own, &QCheckBox::toggled, this, [this](bool own) {
        if (own && !colours().areSet())
            setColours(usualColours(m_name));
        refresh();
        emit edited();
    });
    for (int i : {primary, accent}) {
        connect(m_parts.at(i).edit, &QLineEdit::textChanged, this, [this] {
            refresh();
            emit edited();
        });
        connect(m_parts.at(i).choose, &QPushButton::clicked, this, [this, i] { choose(i); });
    }
    retranslate();
}

ModeColours::Part ModeColours::makePart(const QString &member)
{
    auto *edit = new QLineEdit(this);
    edit->setObjectName(QStringLiteral("colour_%1.%2").arg(m_name, member));
    edit->setMaxLength(maximumColourLength);
    auto *choose = new QPushButton(this);
    choose->setObjectName(QStringLiteral("colourChoose_%1.%2").arg(m_name, member));
    return {edit, new Field(edit, this), choose};
}

kaleyra::ThemeColours ModeColours::colours() const
{
    if (!m_own->isChecked())
        return {};
    return {m_parts[primary].edit->text().trimmed().toLower(), m_parts[accent].edit->text().trimmed().toLower()};
}

void ModeColours::setColours(const kaleyra::ThemeColours &colours)
{
    {
        const QSignalBlocker quiet[] = {QSignalBlocker(m_own), QSignalBlocker(m_parts[primary].edit),
                                        QSignalBlocker(m_parts[accent].edit)};
        m_own->setChecked(colours.areSet());
        m_parts[primary].edit->setText(colours.primary);
        m_parts[accent].edit->setText(colours.accent);
    }
    refresh();
}

void ModeColours::choose(int part)
{
    QLineEdit *edit = m_parts.at(part).edit;
    auto *dialog = new QColorDialog(QColor(edit->text()), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QColorDialog::colorSelected, edit, [edit](const QColor &colour) { edit->setText(colour.name()); });
    dialog->open();
}

void ModeColours::setEditable(bool editable)
{
    m_isEditable = editable;
    refresh();
}

void ModeColours::refresh()
{
    m_own->setEnabled(m_isEditable);
    for (const Part &part : m_parts) {
        part.field->setEnabled(m_isEditable && m_own->isChecked());
        part.choose->setEnabled(m_isEditable && m_own->isChecked());
        part.field->setError({});
    }
    const kaleyra::ThemeColours now = colours();
    m_preview->setColours(QColor(now.primary), QColor(now.accent));
    showWarnings();
}

/// The page's words are black or white, whichever can be read better, so that they always can.
void ModeColours::showWarnings()
{
    const kaleyra::ThemeColours now = colours();
    const QColor ground(now.primary);
    const QColor mark(now.accent);
    const bool isFaint = ground.isValid() && mark.isValid() && contrast(ground, mark) < markContrast;
    const QString ratio = isFaint ? QLocale().toString(contrast(ground, mark), 'f', 1) : QString();
    m_parts[accent].field->setWarning(
        isFaint
            ? tr("Buttons can hardly be told from the ground: contrast %1 to 1, and it should be 3 or more.").arg(ratio)
            : QString());
    const bool isDark = ground.isValid() && readableOn(ground) == QColor(Qt::white);
    const bool isOther = ground.isValid() && isDark != (m_name == QLatin1String("dark"));
    m_parts[primary].field->setWarning(!isOther ? QString()
                                       : isDark ? tr("This is a dark ground, for those who chose a light page.")
                                                : tr("This is a light ground, for those who chose a dark page."));
}

void ModeColours::showError(const QString &field)
{
    for (const auto &[part, member] : {std::pair(m_parts[primary], QStringLiteral("primary_color")),
                                       std::pair(m_parts[accent], QStringLiteral("accent_color"))})
    {
        const bool isMeant = field == QStringLiteral("%1.%2").arg(m_name, member);
        part.field->setError(isMeant ? tr("Enter a colour as #480ca8.") : QString());
        if (isMeant)
            part.edit->setFocus(Qt::OtherFocusReason);
    }
}

void ModeColours::retranslate()
{
    const bool isDark = m_name == QLatin1String("dark");
    m_own->setText(isDark ? tr("Own colours for dark call pages") : tr("Own colours for light call pages"));
    for (int i : {primary, accent}) {
        const QString what = i == primary ? tr("Background") : tr("Buttons");
        const QString whole = isDark ? tr("%1, dark").arg(what) : tr("%1, light").arg(what);
        m_parts.at(i).field->setLabel(what);
        m_parts.at(i).field->setAccessibleLabel(whole);
        m_parts.at(i).choose->setText(tr("Choose…"));
        m_parts.at(i).choose->setAccessibleName(tr("Choose the colour: %1").arg(whole));
    }
    m_preview->setWords(tr("Consultation"), tr("Enter"));
    m_preview->setAccessibleName(tr("How it will look"));
    showWarnings();
}

} // namespace teleconsult::ui
