#include "ui/widgets/themed_icon.h"

#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QAction>
#include <QLabel>
#include <QPainter>

#include <functional>

namespace teleconsult::ui {

namespace {

/// Does something now and after every change of scheme, for as long as its owner lives and nobody binds again.
void bind(QObject *owner, const std::function<void()> &paint)
{
    const QString name = QStringLiteral("themedIconBinding");
    delete owner->findChild<QObject *>(name, Qt::FindDirectChildrenOnly);
    auto *binding = new QObject(owner);
    binding->setObjectName(name);
    QObject::connect(&Theme::instance(), &Theme::changed, binding, paint);
    paint();
}

/// The styles put words right beside an icon: the room between them becomes part of the icon.
QPixmap withRoom(const QPixmap &icon, int room, bool wordsFirst)
{
    if (room == 0)
        return icon;
    const qreal ratio = icon.devicePixelRatio();
    QPixmap wider(QSize(icon.width() + qRound(room * ratio), icon.height()));
    wider.setDevicePixelRatio(ratio);
    wider.fill(Qt::transparent);
    QPainter painter(&wider);
    painter.drawPixmap(wordsFirst ? room : 0, 0, icon);
    return wider;
}

} // namespace

void setThemedIcon(QAbstractButton *button, const QString &name, QColor Colors::*color)
{
    bind(button, [button, name, color] {
        const Theme &theme = Theme::instance();
        const bool alone = button->property("iconOnly").toBool();
        const int room = alone ? 0 : spacing::xs;
        button->setIconSize({size::icon + room, size::icon});
        if (name.isEmpty()) {
            button->setIcon({});
            return;
        }
        const bool wordsFirst = button->layoutDirection() == Qt::RightToLeft;
        QIcon icon;
        for (const qreal ratio : {1.0, 2.0}) {
            const auto padded = [&](const QColor &ink) {
                return withRoom(theme.pixmap(name, size::icon, ink, ratio), room, wordsFirst);
            };
            icon.addPixmap(padded(theme.colors().*color), QIcon::Normal);
            icon.addPixmap(padded(theme.colors().controlBorder), QIcon::Disabled);
        }
        button->setIcon(icon);
    });
}

void setThemedIcon(QAction *action, const QString &name, QColor Colors::*color)
{
    bind(action,
         [action, name, color] { action->setIcon(Theme::instance().icon(name, Theme::instance().colors().*color)); });
}

void setThemedIcon(QLabel *label, const QString &name, QColor Colors::*color, int pixelSize)
{
    label->setFixedSize(pixelSize, pixelSize);
    bind(label, [label, name, color, pixelSize] {
        const Theme &theme = Theme::instance();
        label->setPixmap(theme.pixmap(name, pixelSize, theme.colors().*color, label->devicePixelRatioF()));
    });
}

} // namespace teleconsult::ui
