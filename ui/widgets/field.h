// A form field: label above, control, one line below that explains or says what is wrong.
#pragma once

#include <QWidget>

class QLabel;

namespace teleconsult::ui {

/// Puts a control under its label and keeps room for one line below it, so that an error coming or going moves nothing.
/// The line shows, in this order: the error, the warning, the hint. It is also the control's accessible description, so
/// that a screen reader says it. The control becomes the field's child; its style property `invalid` follows the error.
/// The wheel changes it only while it has the focus. Not a focus proxy: Tab would stop at the control twice.
class Field : public QWidget
{
    Q_OBJECT
public:
    explicit Field(QWidget *control, QWidget *parent = nullptr);

    QWidget *control() const { return m_control; }

    /// Also the control's accessible name, unless it was given one of its own. Empty: the control says it itself.
    void setLabel(const QString &text);
    void setAccessibleLabel(const QString &text);
    void setHint(const QString &text);
    /// Where what the control shows comes from. In words it follows the hint; quietly it is in the control's tooltip
    /// only. A screen reader says it either way.
    enum class Origin { Quiet, InWords };
    void setOrigin(const QString &text, Origin how);
    void setWarning(const QString &text);
    /// Empty: there is none.
    void setError(const QString &text);
    QString error() const { return m_error; }
    bool hasError() const { return !m_error.isEmpty(); }

    /// For how many lines of words room is kept below, also while there are none (default: 1).
    void setReservedLines(int lines);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void updateLine();

    QWidget *m_control;
    QLabel *m_label;
    QLabel *m_icon;
    QLabel *m_line;
    QString m_hint;
    QString m_origin;
    Origin m_originShown = Origin::Quiet;
    QString m_warning;
    QString m_error;
    bool m_ownAccessibleName = false;
    int m_reservedLines = 1;
};

} // namespace teleconsult::ui
