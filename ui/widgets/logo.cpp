#include "ui/widgets/logo.h"

#include "ui/theme/theme.h"

#include <QFile>
#include <QImageReader>

namespace teleconsult::ui {

namespace {

constexpr int maximumPixelsOfASide = 10000;
constexpr int maximumMebibytes = 256; ///< Decoded.
constexpr int widestShape = 4;

tl::unexpected<Error> notThis(const char *code)
{
    return invalid(QLatin1String(code), QStringLiteral("logo"),
                   QStringLiteral("the logo is %1").arg(QLatin1String(code)));
}

} // namespace

Result<QImage> readLogo(const QString &path)
{
    QFile file(path);
    if (!file.open(QFile::ReadOnly))
        return notThis("file_unreadable");
    QImageReader reader(&file);
    reader.setDecideFormatFromContent(true);
    reader.setAutoTransform(true);
    reader.setAllocationLimit(maximumMebibytes);
    if (!reader.canRead())
        return notThis("not_a_picture");
    const QSize size = reader.size();
    if (size.width() > maximumPixelsOfASide || size.height() > maximumPixelsOfASide)
        return notThis("too_many_pixels");
    const QImage image = reader.read();
    if (image.isNull())
        return notThis("damaged");
    if (std::max(image.width(), image.height()) < minimumLogoSide)
        return notThis("too_small");
    const bool isLarge = std::max(image.width(), image.height()) > maximumLogoSide;
    return isLarge ? image.scaled(maximumLogoSide, maximumLogoSide, Qt::KeepAspectRatio, Qt::SmoothTransformation)
                   : image;
}

Logo::Logo(int height, QWidget *parent) : QLabel(parent), m_height(height)
{
    connect(&Theme::instance(), &Theme::changed, this, &Logo::paint);
    paint();
}

void Logo::setFile(const QString &path)
{
    if (path == m_path)
        return;
    m_path = path;
    m_image = path.isEmpty() ? QImage() : readLogo(path).value_or(QImage());
    paint();
}

void Logo::paint()
{
    const Theme &theme = Theme::instance();
    const qreal ratio = devicePixelRatioF();
    const int side = scaled(m_height);
    QPixmap pixmap;
    if (m_image.isNull()) {
        pixmap = theme.pixmap(QStringLiteral("teleconsult"), side, theme.colors().accent, ratio);
    } else {
        const QSize room = QSize(side * widestShape, side) * ratio;
        pixmap = QPixmap::fromImage(m_image.scaled(room, Qt::KeepAspectRatio, Qt::SmoothTransformation));
        pixmap.setDevicePixelRatio(ratio);
    }
    setFixedSize(pixmap.deviceIndependentSize().toSize());
    setPixmap(pixmap);
}

} // namespace teleconsult::ui
