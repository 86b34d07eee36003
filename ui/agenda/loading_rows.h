// Rows that are not there yet.
#pragma once

#include <QWidget>

namespace teleconsult::ui {

/// Stands where the list will be, in its shape: nothing jumps when the list comes.
class LoadingRows : public QWidget
{
    Q_OBJECT
public:
    explicit LoadingRows(QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void retranslate();
};

} // namespace teleconsult::ui
