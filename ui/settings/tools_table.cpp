#include "ui/settings/tools_table.h"

#include "ui/theme/tokens.h"
#include "ui/widgets/wrapped_label.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLabel>

namespace teleconsult::ui {

QString toolText(const QString &code)
{
    const QHash<QString, QString> words{
        {QStringLiteral("chat"), ToolsTable::tr("Chat")},
        {QStringLiteral("screen_sharing"), ToolsTable::tr("Showing the screen")},
        {QStringLiteral("file_upload"), ToolsTable::tr("Sending files")},
        {QStringLiteral("whiteboard"), ToolsTable::tr("Whiteboard")},
        {QStringLiteral("snapshot"), ToolsTable::tr("Taking pictures of the call")},
        {QStringLiteral("live_edit"), ToolsTable::tr("Drawing on pictures together")},
        {QStringLiteral("live_pointer"), ToolsTable::tr("Pointer that all can see")},
        {QStringLiteral("present_to_everyone"), ToolsTable::tr("Presenting to everyone")}};
    return words.value(code, code);
}

ToolsTable::ToolsTable(QWidget *parent) : QFrame(parent), m_plusHead(new QLabel(this)), m_basicHead(new QLabel(this))
{
    setProperty("card", true);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(spacing::l, spacing::m, spacing::l, spacing::m);
    grid->setHorizontalSpacing(spacing::l);
    grid->setVerticalSpacing(0);
    grid->setColumnStretch(0, 1);
    for (QLabel *head : {m_plusHead, m_basicHead}) {
        head->setProperty("role", QStringLiteral("fieldLabel"));
        grid->addWidget(head, 0, head == m_plusHead ? 1 : 2, Qt::AlignHCenter);
    }
    for (const ToolName &name : toolNames()) {
        Line line{&name, new WrappedLabel(this), new QCheckBox(this), new QCheckBox(this)};
        const int row = int(m_lines.size()) + 1;
        grid->addWidget(line.label, row, 0);
        for (const Role role : {Role::Plus, Role::Basic}) {
            QCheckBox *box = line.box(role);
            box->setObjectName(QStringLiteral("tool_%1_%2").arg(toCode(role), QLatin1String(name.code)));
            box->setMinimumWidth(size::control); // For a finger: it has no words of its own.
            grid->addWidget(box, row, role == Role::Plus ? 1 : 2, Qt::AlignHCenter);
            connect(box, &QCheckBox::toggled, this, &ToolsTable::edited);
        }
        m_lines << line;
    }
    retranslate();
}

Tools ToolsTable::tools(Role role) const
{
    Tools found;
    for (const Line &line : m_lines)
        found.*(line.name->tool) = line.box(role)->isChecked();
    return found;
}

void ToolsTable::setTools(Role role, const Tools &tools)
{
    for (const Line &line : std::as_const(m_lines))
        line.box(role)->setChecked(tools.*(line.name->tool));
}

void ToolsTable::setEditable(Role role, bool editable)
{
    for (const Line &line : std::as_const(m_lines))
        line.box(role)->setEnabled(editable);
}

void ToolsTable::retranslate()
{
    m_plusHead->setText(tr("Organise"));
    m_basicHead->setText(tr("Take part"));
    for (const Line &line : std::as_const(m_lines)) {
        const QString words = toolText(QLatin1String(line.name->code));
        line.label->setText(words);
        line.plus->setAccessibleName(tr("%1, for those who organise").arg(words));
        line.basic->setAccessibleName(tr("%1, for those who take part").arg(words));
    }
}

} // namespace teleconsult::ui
