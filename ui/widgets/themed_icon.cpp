#include "ui/widgets/themed_icon.h"

#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QAction>
#include <QLabel>

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

} // namespace

void setThemedIcon(QAbstractButton *button, const QString &name, QColor Colors::*color)
{
    button->setIconSize({size::icon, size::icon});
    bind(button, [button, name, color] {
        button->setIcon(name.isEmpty() ? QIcon() : Theme::instance().icon(name, Theme::instance().colors().*color));
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
