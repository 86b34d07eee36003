// A call page in small, in colours that are being chosen.
#pragma once

#include <QColor>
#include <QWidget>

namespace teleconsult::ui {

/// Shows the ground with words on it and a button in the accent. A picture: it says nothing by itself.
class CallColoursPreview : public QWidget
{
    Q_OBJECT
public:
    explicit CallColoursPreview(QWidget *parent = nullptr);

    /// Colours that are none (not valid) are left out.
    void setColours(const QColor &primary, const QColor &accent);
    void setWords(const QString &heading, const QString &button);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QColor m_primary;
    QColor m_accent;
    QString m_heading;
    QString m_button;
};

} // namespace teleconsult::ui
