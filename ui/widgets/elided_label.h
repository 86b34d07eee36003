// One line of text that gives way.
#pragma once

#include <QLabel>

namespace teleconsult::ui {

/// A label whose plain text ends in "…" where there is no room for all of it; then the tool tip tells the whole, as
/// text() and the accessible name always do. Takes the width it is given and asks for none.
class ElidedLabel : public QLabel
{
    Q_OBJECT
public:
    explicit ElidedLabel(QWidget *parent = nullptr);

    void setText(const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QString shown() const;
    void updateToolTip();
};

} // namespace teleconsult::ui
