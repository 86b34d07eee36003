// A dialog's content on any screen.
#pragma once

#include <QScrollArea>

class QDialog;

namespace teleconsult::ui {

/// Wants to be as large as its content, and scrolls it where the screen has less room than that. Focus goes to the
/// content, not to the area. Keeps room for the scroll bar (ui/widgets/scroll_bar_room.h) at its right edge.
class ContentScroll : public QScrollArea
{
    Q_OBJECT
public:
    /// Owns the content, which is to have its layout already.
    explicit ContentScroll(QWidget *content, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

/// As wide as asked for (at 100 % text) and as high as it then has to be, where the screen has so much room.
void fitToScreen(QDialog *dialog, int width);
/// As large as asked for (at 100 % text), whatever is in it, where the screen has so much room.
void sizeToScreen(QDialog *dialog, const QSize &size);

} // namespace teleconsult::ui
