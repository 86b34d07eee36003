// What the keyboard can do.
#pragma once

#include <QDialog>

namespace teleconsult::ui {

class ContentScroll;

/// A list of keys and what they do. Made for each showing, with WA_DeleteOnClose and open().
class ShortcutsDialog : public QDialog
{
    Q_OBJECT
public:
    explicit ShortcutsDialog(QWidget *parent);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    ContentScroll *m_scroll;
};

} // namespace teleconsult::ui
