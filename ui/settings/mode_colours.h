// The two colours of call pages in one mode, to be edited.
#pragma once

#include "core/kaleyra/kaleyra_client.h"

#include <QWidget>

#include <array>

class QCheckBox;
class QLineEdit;
class QPushButton;

namespace teleconsult::ui {

class CallColoursPreview;
class Field;

/// Whether the company has colours of its own, which, and how they look. Says where one can hardly be told from
/// another. `name`: "light" or "dark".
class ModeColours : public QWidget
{
    Q_OBJECT
public:
    explicit ModeColours(const QString &name, QWidget *parent = nullptr);

    /// Without blanks; as typed otherwise.
    kaleyra::ThemeColours colours() const;
    void setColours(const kaleyra::ThemeColours &colours);
    /// Of checkTheme(): "light.primary_color"; takes the keyboard there. Empty: there is none.
    void showError(const QString &field);
    void setEditable(bool editable);
    void retranslate();

signals:
    void edited();

private:
    /// One of the two.
    struct Part
    {
        QLineEdit *edit;
        Field *field;
        QPushButton *choose;
    };

    Part makePart(const QString &member);
    void choose(int part);
    void refresh();
    void showWarnings();

    QString m_name;
    bool m_isEditable = true;
    QCheckBox *m_own;
    std::array<Part, 2> m_parts; ///< Primary, accent.
    CallColoursPreview *m_preview;
};

} // namespace teleconsult::ui
