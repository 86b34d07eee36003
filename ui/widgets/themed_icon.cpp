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

/// Draws an icon of resources/icons in the colours of the moment, when it is asked for: a window that comes up draws
/// none that it does not show, and after a change of scheme nothing is to be done but to paint.
class ThemedIconEngine : public QIconEngine
{
public:
    /// `room`: the styles put words right beside an icon; so many pixels between them are part of the icon.
    ThemedIconEngine(QString name, QColor Colors::*color, int room, bool wordsFirst)
        : m_name(std::move(name)), m_color(color), m_room(room), m_wordsFirst(wordsFirst)
    {}

    QIconEngine *clone() const override { return new ThemedIconEngine(*this); }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        // Some styles have less room for an icon than ours want.
        const int side = std::min({size::icon, rect.width() - m_room, rect.height()});
        const QPixmap glyph = glyphFor(mode, side, painter->device()->devicePixelRatio());
        const int left = (m_wordsFirst ? m_room : 0) + (rect.width() - m_room - side) / 2;
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
    int m_room;
    bool m_wordsFirst;
};

} // namespace

void setThemedIcon(QAbstractButton *button, const QString &name, QColor Colors::*color)
{
    const int room = button->property("iconOnly").toBool() ? 0 : spacing::xs;
    button->setIconSize({size::icon + room, size::icon});
    const bool wordsFirst = button->layoutDirection() == Qt::RightToLeft;
    button->setIcon(name.isEmpty() ? QIcon() : QIcon(new ThemedIconEngine(name, color, room, wordsFirst)));
}

void setThemedIcon(QAction *action, const QString &name, QColor Colors::*color)
{
    action->setIcon(themedIcon(name, color));
}

QIcon themedIcon(const QString &name, QColor Colors::*color)
{
    return QIcon(new ThemedIconEngine(name, color, 0, false));
}

void setThemedIcon(QLabel *label, const QString &name, QColor Colors::*color, int pixelSize)
{
    const auto paint = [label, name, color, pixelSize] {
        const Theme &theme = Theme::instance();
        const int side = scaled(pixelSize);
        label->setFixedSize(side, side);
        label->setPixmap(theme.pixmap(name, side, theme.colors().*color, label->devicePixelRatioF()));
    };
    const QString follower = QStringLiteral("themedIcon");
    delete label->findChild<QObject *>(follower, Qt::FindDirectChildrenOnly);
    auto *following = new QObject(label);
    following->setObjectName(follower);
    QObject::connect(&Theme::instance(), &Theme::changed, following, paint);
    paint();
}

} // namespace teleconsult::ui
