// What the keyboard can do.
#pragma once

#include "ui/widgets/framed_dialog.h"

#include <QList>

namespace teleconsult::ui {

/// A list of keys and what they do. Made for each showing, with WA_DeleteOnClose and open().
class ShortcutsDialog final : public FramedDialog
{
    Q_OBJECT
public:
    explicit ShortcutsDialog(QWidget *parent);

protected:
    void retranslate() override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Row
    {
        QLabel *keys;
        QLabel *meaning;
    };

    QList<Row> m_rows; ///< In the order of the list in the source.
    QPushButton *m_close;
};

} // namespace teleconsult::ui
