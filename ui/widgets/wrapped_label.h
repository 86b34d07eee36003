// Words that take as many lines as they need.
#pragma once

#include <QHash>
#include <QLabel>

namespace teleconsult::ui {

/// A label of plain text, wrapped at words: what the texts hold is shown as it is, never read as markup.
///
/// Layouts ask a wrapped label for its height many times, at a few widths, and QLabel lays the text out each time: when
/// the window opens that was a fifth of all the program did. This one remembers.
class WrappedLabel : public QLabel
{
    Q_OBJECT
public:
    explicit WrappedLabel(QWidget *parent = nullptr);
    /// With one of the roles that docs/design.md lists; none if empty.
    WrappedLabel(const QString &objectName, const QString &role, QWidget *parent);

    int heightForWidth(int width) const override;

protected:
    void changeEvent(QEvent *event) override;

private:
    /// What a height depends on and changeEvent() does not hear of.
    struct Basis
    {
        QString text;
        QMargins margins;

        bool operator==(const Basis &) const = default;
    };

    mutable Basis m_basis;
    mutable QHash<int, int> m_heights; ///< By width, for that basis.
};

} // namespace teleconsult::ui
