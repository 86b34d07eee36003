// The clinic's sign.
#pragma once

#include "core/domain/error.h"

#include <QImage>
#include <QLabel>

namespace teleconsult::ui {

/// Kept no larger than this, in pixels of its longer side.
inline constexpr int maximumLogoSide = 512;
inline constexpr int minimumLogoSide = 32;

/// A picture for a logo, upright, no larger than needed. Errors of kind Invalid, field logo; codes: file_unreadable,
/// not_a_picture, damaged, too_small, too_many_pixels.
Result<QImage> readLogo(const QString &path);

/// Shows the picture of a file as high as asked for, in pixels at 100 % text, and at most four times as wide; where
/// there is none, or none that can be read, Teleconsult's own sign. Says nothing to assistive technology: it stands
/// beside the name.
class Logo : public QLabel
{
    Q_OBJECT
public:
    explicit Logo(int height, QWidget *parent = nullptr);

    /// Empty: Teleconsult's own.
    void setFile(const QString &path);
    bool isOwn() const { return m_image.isNull(); }

private:
    void paint();

    int m_height;
    QString m_path;
    QImage m_image; ///< Null: Teleconsult's own is shown.
};

} // namespace teleconsult::ui
