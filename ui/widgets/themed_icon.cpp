#include "ui/widgets/themed_icon.h"

#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QAction>
#include <QIconEngine>
#include <QLabel>
#include <QPainter>

#include <algorithm>

namespace teleconsult::ui {

namespace {

/// What an icon's place asks for.
struct Place
{
    int length = size::icon;    ///< With text of the designed size.
    bool grows = false;         ///< With the text.
    bool isBesideWords = false; ///< The styles put words right beside an icon: room between them is part of the icon.
    bool isAfterWords = false;

    int side() const { return grows ? scaled(length) : length; }
    int room() const
    {
        if (!isBesideWords)
            return 0;
        return grows ? scaled(spacing::xs) : spacing::xs;
    }
};

/// Draws an icon of resources/icons in the colours of the moment, when it is asked for: a window that comes up draws
/// none that it does not show, and after a change of scheme nothing is to be done but to paint.
class ThemedIconEngine : public QIconEngine
{
public:
    ThemedIconEngine(QString name, QColor Colors::*color, Place place)
        : m_name(std::move(name)), m_color(color), m_place(place)
    {}

    QIconEngine *clone() const override { return new ThemedIconEngine(*this); }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        // Some styles have less room for an icon than ours want.
        const int room = m_place.room();
        const int side = std::min({m_place.side(), rect.width() - room, rect.height()});
        const QPixmap glyph = glyphFor(mode, side, painter->device()->devicePixelRatio());
        const int left = (m_place.isAfterWords ? room : 0) + (rect.width() - room - side) / 2;
        painter->drawPixmap(rect.left() + left, rect.top() + (rect.height() - side) / 2, glyph);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1);
    }

    /// `size` is in device pixels.
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale) override
    {
        QPixmap drawn(size);
        drawn.setDevicePixelRatio(scale);
        drawn.fill(Qt::transparent);
        QPainter painter(&drawn);
        paint(&painter, QRect(QPoint(), size / scale), mode, state);
        return drawn;
    }

private:
    QPixmap glyphFor(QIcon::Mode mode, int side, qreal ratio) const
    {
        const Theme &theme = Theme::instance();
        const Colors &colors = theme.colors();
        const QColor ink = mode == QIcon::Disabled ? colors.controlBorder : colors.*m_color;
        return theme.pixmap(m_name, side, ink, ratio);
    }

    QString m_name;
    QColor Colors::*m_color;
    Place m_place;
};

/// By which a widget follows the theme: what it was given before is no longer followed.
QObject *newFollower(QObject *widget)
{
    const QString name = QStringLiteral("themedIcon");
    delete widget->findChild<QObject *>(name, Qt::FindDirectChildrenOnly);
    auto *follower = new QObject(widget);
    follower->setObjectName(name);
    return follower;
}

} // namespace

void setThemedIcon(QAbstractButton *button, const QString &name, QColor Colors::*color)
{
    const bool isKiosk = button->property("kiosk").toBool();
    const Place place{.length = isKiosk ? size::iconTouch : size::icon,
                      .grows = isKiosk || button->property("growingIcon").toBool(),
                      .isBesideWords = !button->property("iconOnly").toBool(),
                      .isAfterWords = button->layoutDirection() == Qt::RightToLeft};
    const auto fit = [button, place] { button->setIconSize({place.side() + place.room(), place.side()}); };
    fit();
    if (place.grows)
        QObject::connect(&Theme::instance(), &Theme::textScaled, newFollower(button), fit);
    button->setIcon(name.isEmpty() ? QIcon() : QIcon(new ThemedIconEngine(name, color, place)));
}

void setThemedIcon(QAction *action, const QString &name, QColor Colors::*color)
{
    action->setIcon(themedIcon(name, color));
}

QIcon themedIcon(const QString &name, QColor Colors::*color)
{
    return QIcon(new ThemedIconEngine(name, color, {}));
}

void setThemedIcon(QLabel *label, const QString &name, QColor Colors::*color, int pixelSize)
{
    const auto paint = [label, name, color, pixelSize] {
        const Theme &theme = Theme::instance();
        const int side = scaled(pixelSize);
        label->setFixedSize(side, side);
        label->setPixmap(theme.pixmap(name, side, theme.colors().*color, label->devicePixelRatioF()));
    };
    QObject::connect(&Theme::instance(), &Theme::changed, newFollower(label), paint);
    paint();
}

} // namespace teleconsult::ui
