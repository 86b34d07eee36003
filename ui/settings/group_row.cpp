#include "ui/settings/group_row.h"

#include "ui/theme/theme.h"
#include "ui/widgets/field.h"
#include "ui/widgets/icon_button.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>

namespace teleconsult::ui {

namespace {

constexpr int maximumNameLength = 100;
/// From this on one line is too narrow in the narrower dialogs.
constexpr int twoLinesFrom = 130; // percent

} // namespace

GroupRow::GroupRow(const config::GroupRole &group, QWidget *parent)
    : QWidget(parent),
      m_layout(new QGridLayout(this)),
      m_name(new QLineEdit(group.name, this)),
      m_role(new QComboBox(this)),
      m_background(new QCheckBox(this)),
      m_remove(new IconButton(QStringLiteral("groupRemove"), QStringLiteral("trash"), this)),
      m_field(new Field(m_name, this))
{
    m_name->setObjectName(QStringLiteral("groupName"));
    m_name->setMaxLength(maximumNameLength);
    m_role->setObjectName(QStringLiteral("groupRole"));
    for (const Role role : {Role::Plus, Role::Basic})
        m_role->addItem(QString(), toCode(role));
    m_role->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_role->setCurrentIndex(m_role->findData(toCode(group.role)));
    m_background->setObjectName(QStringLiteral("groupBackground"));
    m_background->setChecked(group.hasBackground);
    m_field->setLabel({}); // The row says it.
    m_field->setReservedLines(0);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setHorizontalSpacing(spacing::m);
    m_layout->setVerticalSpacing(0);
    m_layout->setColumnStretch(0, 1);
    arrange();
    connect(&Theme::instance(), &Theme::textScaled, this, &GroupRow::arrange);
    connect(m_name, &QLineEdit::textChanged, this, [this] {
        nameParts();
        emit edited();
    });
    connect(m_role, &QComboBox::currentIndexChanged, this, &GroupRow::edited);
    connect(m_background, &QCheckBox::toggled, this, &GroupRow::edited);
    connect(m_remove, &IconButton::clicked, this, &GroupRow::removeRequested);
    retranslate();
}

void GroupRow::arrange()
{
    const bool isNarrow = Theme::instance().textScale() >= twoLinesFrom;
    const int row = isNarrow ? 1 : 0;
    m_layout->addWidget(m_field, 0, 0, 1, isNarrow ? 2 : 1, Qt::AlignTop);
    m_layout->addWidget(m_role, row, isNarrow ? 0 : 1, Qt::AlignTop);
    m_layout->addWidget(m_background, row, isNarrow ? 1 : 2, Qt::AlignTop);
    m_layout->addWidget(m_remove, 0, 3, Qt::AlignTop);
}

config::GroupRole GroupRow::group() const
{
    return {m_name->text().simplified(),
            m_role->currentData().toString() == toCode(Role::Plus) ? Role::Plus : Role::Basic,
            m_background->isChecked()};
}

void GroupRow::setError(const QString &text)
{
    m_field->setError(text);
}

void GroupRow::setEditable(bool groups, bool background)
{
    for (QWidget *part :
         {static_cast<QWidget *>(m_name), static_cast<QWidget *>(m_role), static_cast<QWidget *>(m_remove)})
        part->setEnabled(groups);
    m_background->setEnabled(background);
}

void GroupRow::focusName()
{
    m_name->setFocus(Qt::OtherFocusReason);
}

void GroupRow::retranslate()
{
    m_name->setPlaceholderText(tr("Name of the group"));
    m_role->setItemText(m_role->findData(toCode(Role::Plus)), tr("Organises"));
    m_role->setItemText(m_role->findData(toCode(Role::Basic)), tr("Takes part"));
    m_background->setText(tr("Virtual background"));
    nameParts();
}

/// A screen reader meets many rows: each part says which one it is of.
void GroupRow::nameParts()
{
    const QString name = group().name.isEmpty() ? tr("new group") : group().name;
    m_name->setAccessibleName(tr("Name of the group %1").arg(name));
    m_role->setAccessibleName(tr("What %1 does").arg(name));
    m_background->setAccessibleName(tr("Virtual background for %1").arg(name));
    m_remove->setWords(tr("Remove %1").arg(name), tr("Remove this group"));
}

} // namespace teleconsult::ui
