#include "ui/kiosk/touch_keyboard.h"

#include "ui/theme/theme.h"

#include <QApplication>
#include <QGridLayout>
#include <QInputMethodQueryEvent>
#include <QKeyEvent>
#include <QPushButton>

#include <array>

namespace teleconsult::ui {

namespace {

constexpr int keysInRow = 11;

/// Rows of the three layers, as long as each other. Italian has accents of its own.
using Rows = std::array<QString, 4>;
const Rows smallRows{QStringLiteral("1234567890'"), QStringLiteral("qwertyuiopè"), QStringLiteral("asdfghjklòà"),
                     QStringLiteral("zxcvbnm,.-ù")};
const Rows capitalRows{QStringLiteral("1234567890'"), QStringLiteral("QWERTYUIOPÈ"), QStringLiteral("ASDFGHJKLÒÀ"),
                       QStringLiteral("ZXCVBNM,.-Ù")};
const Rows signRows{QStringLiteral("1234567890'"), QStringLiteral("@#€%&/()=?!"), QStringLiteral("+*:;_\"<>[]\\"),
                    QStringLiteral("éìÉÌäöüç~^|")};

} // namespace

TouchKeyboard::TouchKeyboard(QWidget *parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    setObjectName(QStringLiteral("touchKeyboard"));
    build();
    use(Layer::Small);
    retranslate();
    hide();
    connect(qApp, &QApplication::focusChanged, this, &TouchKeyboard::look);
    qApp->installEventFilter(this);
}

QPushButton *TouchKeyboard::addKey(int row, int column, int width, const QString &name)
{
    auto *key = new QPushButton(this);
    key->setObjectName(name);
    key->setProperty("variant", QStringLiteral("key"));
    key->setFocusPolicy(Qt::NoFocus);
    key->setMinimumWidth(1);
    key->setAutoRepeat(name == QLatin1String("touchKeyErase"));
    const auto fit = [key] { key->setFixedHeight(scaled(size::control)); };
    fit();
    connect(&Theme::instance(), &Theme::changed, key, fit); // as makeKioskButton()
    m_grid->addWidget(key, row, column, 1, width);
    return key;
}

void TouchKeyboard::build()
{
    m_grid->setContentsMargins(spacing::l, spacing::s, spacing::l, spacing::l);
    m_grid->setSpacing(spacing::s);
    for (int row = 0; row < int(smallRows.size()); ++row) {
        for (int column = 0; column < keysInRow; ++column) {
            QPushButton *key = addKey(row, column, 1, QStringLiteral("touchKey%1").arg(row * keysInRow + column));
            connect(key, &QPushButton::clicked, this, [this, key] {
                // A lone "&" is a shortcut to a button.
                const QString text = key->property("character").toString();
                type(text.at(0).toUpper().unicode(), text);
                if (m_layer == Layer::Capital)
                    use(Layer::Small);
            });
            m_characters << key;
        }
    }
    const int last = int(smallRows.size());
    m_shift = addKey(last, 0, 2, QStringLiteral("touchKeyShift"));
    m_signs = addKey(last, 2, 2, QStringLiteral("touchKeySigns"));
    m_space = addKey(last, 4, 3, QStringLiteral("touchKeySpace"));
    m_erase = addKey(last, 7, 2, QStringLiteral("touchKeyErase"));
    m_next = addKey(last, 9, 2, QStringLiteral("touchKeyNext"));
    connect(m_shift, &QPushButton::clicked, this,
            [this] { use(m_layer == Layer::Capital ? Layer::Small : Layer::Capital); });
    connect(m_signs, &QPushButton::clicked, this,
            [this] { use(m_layer == Layer::Signs ? Layer::Small : Layer::Signs); });
    connect(m_space, &QPushButton::clicked, this, [this] { type(Qt::Key_Space, QStringLiteral(" ")); });
    connect(m_erase, &QPushButton::clicked, this, [this] { type(Qt::Key_Backspace, {}); });
    connect(m_next, &QPushButton::clicked, this, [this] { type(Qt::Key_Return, QStringLiteral("\r")); });
}

void TouchKeyboard::use(Layer layer)
{
    m_layer = layer;
    const Rows &rows = layer == Layer::Capital ? capitalRows : layer == Layer::Signs ? signRows : smallRows;
    for (int i = 0; i < m_characters.size(); ++i) {
        const QString character(rows.at(std::size_t(i / keysInRow)).at(i % keysInRow));
        QPushButton *key = m_characters.at(i);
        key->setProperty("character", character);
        key->setText(character == QLatin1String("&") ? QStringLiteral("&&") : character);
        key->setAccessibleName(character);
    }
}

/// As a keyboard would: whatever has the focus decides what a key means, and the call's page is no other case.
void TouchKeyboard::type(int key, const QString &text)
{
    QWidget *target = QApplication::focusWidget();
    if (!target)
        return;
    for (const QEvent::Type kind : {QEvent::KeyPress, QEvent::KeyRelease})
        QCoreApplication::postEvent(target, new QKeyEvent(kind, key, Qt::NoModifier, text));
}

void TouchKeyboard::setOffered(bool offered)
{
    m_isOffered = offered;
    if (!offered)
        use(Layer::Small); // Whoever is next begins as everybody does.
    look();
}

void TouchKeyboard::look()
{
    // Coming and going it moves the page: a finger would leave something else than it has touched, and nothing would
    // come of the touch. eventFilter() looks when it has left.
    if (m_isOffered && QGuiApplication::mouseButtons().testFlag(Qt::LeftButton))
        return;
    QObject *target = QGuiApplication::focusObject();
    bool takesText = false;
    if (target && m_isOffered) {
        QInputMethodQueryEvent question(Qt::ImEnabled | Qt::ImReadOnly);
        QCoreApplication::sendEvent(target, &question);
        takesText = question.value(Qt::ImEnabled).toBool() && !question.value(Qt::ImReadOnly).toBool();
    }
    if (takesText == isVisibleTo(parentWidget()))
        return;
    setVisible(takesText);
}

/// In a page a touch may lead into a field without the focus of a widget changing.
bool TouchKeyboard::eventFilter(QObject *watched, QEvent *event)
{
    if (m_isOffered && (event->type() == QEvent::MouseButtonRelease || event->type() == QEvent::TouchEnd))
        QMetaObject::invokeMethod(this, &TouchKeyboard::look, Qt::QueuedConnection);
    return QWidget::eventFilter(watched, event);
}

void TouchKeyboard::retranslate()
{
    m_shift->setText(tr("Capitals"));
    m_signs->setText(QStringLiteral("#&&@"));
    m_signs->setAccessibleName(tr("Symbols"));
    m_space->setText(tr("Space"));
    m_erase->setText(tr("Delete"));
    m_next->setText(tr("Enter"));
}

void TouchKeyboard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace teleconsult::ui
