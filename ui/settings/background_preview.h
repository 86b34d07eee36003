// How a picture will look behind a person.
#pragma once

#include "ui/settings/background_image.h"

#include <QPixmap>
#include <QWidget>

namespace teleconsult::ui {

/// Shows a cut of a picture as a call page does, filling 16 to 9, with a neutral silhouette in front of it. What it
/// shows is said in its accessible name, which its owner gives.
class BackgroundPreview : public QWidget
{
    Q_OBJECT
public:
    explicit BackgroundPreview(QWidget *parent = nullptr);

    /// A null picture shows an empty ground.
    void setPicture(const QImage &picture);
    void setCut(const BackgroundCut &cut);

    /// A thumbnail without the person, `size` large, filled.
    static QImage thumbnail(const QImage &picture, const QSize &size);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QImage m_picture; ///< No larger than can be seen.
    QSize m_size;     ///< Of the picture that was given.
    QRectF m_from;    ///< In fractions of the picture.
};

} // namespace teleconsult::ui
