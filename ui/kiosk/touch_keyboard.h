// A keyboard for a finger.
#pragma once

#include <QWidget>

class QPushButton;
class QGridLayout;

namespace teleconsult::ui {

/// Stands below the page and takes room from it, so that it hides nothing that is written in. Shows itself while
/// something that takes text has the keyboard, but neither comes nor goes under a finger, and types into that as a
/// keyboard does, the call's page included. Never takes the focus. (Qt's own virtual keyboard opens a window of its
/// own, which a kiosk's compositor would put over the field, and brings Qt Quick along: docs/decisions/0016-kiosk.md.)
class TouchKeyboard : public QWidget
{
    Q_OBJECT
public:
    explicit TouchKeyboard(QWidget *parent = nullptr);

    /// Whether it may show itself.
    void setOffered(bool offered);
    /// Looks anew whether somebody can write.
    void look();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    enum class Layer { Small, Capital, Signs };

    void build();
    void use(Layer layer);
    void type(int key, const QString &text);
    QPushButton *addKey(int row, int column, int width, const QString &name);
    void retranslate();

    bool m_isOffered = false;
    Layer m_layer = Layer::Small;
    QGridLayout *m_grid;
    QList<QPushButton *> m_characters;
    QPushButton *m_shift;
    QPushButton *m_signs;
    QPushButton *m_space;
    QPushButton *m_erase;
    QPushButton *m_next;
};

} // namespace teleconsult::ui
