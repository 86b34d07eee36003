// Which tools a role has.
#pragma once

#include "core/domain/privileges.h"

#include <QFrame>
#include <QHash>

class QCheckBox;
class QLabel;

namespace teleconsult::ui {

/// A line for each of the eight tools, a column for each role: tools belong to a role, not to a group
/// (reference/teleconsultation-service.md, JSON configuration).
class ToolsTable : public QFrame
{
    Q_OBJECT
public:
    explicit ToolsTable(QWidget *parent = nullptr);

    Tools tools(Role role) const;
    void setTools(Role role, const Tools &tools);
    void setEditable(Role role, bool editable);
    void retranslate();

signals:
    void edited();

private:
    struct Line
    {
        const ToolName *name;
        QLabel *label;
        QCheckBox *plus;
        QCheckBox *basic;

        QCheckBox *box(Role role) const { return role == Role::Plus ? plus : basic; }
    };

    QList<Line> m_lines;
    QLabel *m_plusHead;
    QLabel *m_basicHead;
};

/// "Screen sharing"; the code itself for one that has no words.
QString toolText(const QString &code);

} // namespace teleconsult::ui
