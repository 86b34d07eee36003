// A field for a file or a folder.
#pragma once

#include <QLineEdit>

namespace teleconsult::ui {

class FieldButton;

/// The path is typed, or chosen in a dialog, which the button at the field's end and Alt+Down open.
class PathEdit final : public QLineEdit
{
    Q_OBJECT
public:
    enum class Wanted {
        File, ///< Which may still have to be written.
        Folder,
    };
    explicit PathEdit(Wanted wanted, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void choose();
    void retranslate();

    Wanted m_wanted;
    FieldButton *m_choose;
};

} // namespace teleconsult::ui
