// What the keyboard can do.
#pragma once

#include <QDialog>

namespace teleconsult::ui {

/// A list of keys and what they do. Made for each showing, with WA_DeleteOnClose and open().
class ShortcutsDialog : public QDialog
{
    Q_OBJECT
public:
    explicit ShortcutsDialog(QWidget *parent);
};

} // namespace teleconsult::ui
