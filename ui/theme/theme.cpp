#include "ui/theme/theme.h"

#include "core/config/settings.h"

#include <QApplication>
#include <QFile>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QPainter>
#include <QPixmapCache>
#include <QScreen>
#include <QStyle>
#include <QStyleFactory>
#include <QStyleHints>
#include <QSvgRenderer>
#include <QWidget>

#include <algorithm>
#include <utility>

namespace teleconsult::ui {

namespace {

Theme *theInstance = nullptr;

/// Every "@name" of the sheet and what it stands for.
QList<std::pair<QString, QString>> sheetVariables(const Colors &c, Theme::Scheme scheme)
{
    const auto px = [](int value) { return QString::number(value) + QStringLiteral("px"); };
    // Of a button with a title, without its border; the ring of the focus must not make it higher.
    const int titleHeight = std::max(size::control - 2, scaled(type::title + spacing::s));
    // Of a field whose text is as large as a headline.
    const int headlineHeight = scaled(type::headline + 2 * spacing::m);
    QList<std::pair<QString, QString>> variables{
        {QStringLiteral("@scheme"), scheme == Theme::Scheme::Light ? QStringLiteral("light") : QStringLiteral("dark")},
        {QStringLiteral("@canvas"), c.canvas.name()},
        {QStringLiteral("@surfaceSunken"), c.surfaceSunken.name()},
        {QStringLiteral("@surface"), c.surface.name()},
        {QStringLiteral("@border"), c.border.name()},
        {QStringLiteral("@controlBorder"), c.controlBorder.name()},
        {QStringLiteral("@textMuted"), c.textMuted.name()},
        {QStringLiteral("@text"), c.text.name()},
        {QStringLiteral("@accentHover"), c.accentHover.name()},
        {QStringLiteral("@accentSoft"), c.accentSoft.name()},
        {QStringLiteral("@accent"), c.accent.name()},
        {QStringLiteral("@onAccent"), c.onAccent.name()},
        {QStringLiteral("@focus"), c.focus.name()},
        {QStringLiteral("@dangerSoft"), c.dangerSoft.name()},
        {QStringLiteral("@danger"), c.danger.name()},
        {QStringLiteral("@onDanger"), c.onDanger.name()},
        {QStringLiteral("@warningSoft"), c.warningSoft.name()},
        {QStringLiteral("@warning"), c.warning.name()},
        {QStringLiteral("@successSoft"), c.successSoft.name()},
        {QStringLiteral("@success"), c.success.name()},
        {QStringLiteral("@infoSoft"), c.infoSoft.name()},
        {QStringLiteral("@info"), c.info.name()},
        // A screen that nobody looks at at night.
        {QStringLiteral("@nightGround"), contrastColors().canvas.name()},
        {QStringLiteral("@nightInk"), darkColors().textMuted.name()},
        {QStringLiteral("@spaceXs"), px(spacing::xs)},
        {QStringLiteral("@spaceS"), px(spacing::s)},
        {QStringLiteral("@spaceM"), px(spacing::m)},
        {QStringLiteral("@spaceL"), px(spacing::l)},
        {QStringLiteral("@radiusSmall"), px(radius::small)},
        {QStringLiteral("@radiusMedium"), px(radius::medium)},
        {QStringLiteral("@radiusLarge"), px(radius::large)},
        // A field's own height, without its border.
        {QStringLiteral("@controlHeight"), px(size::control - 2)},
        {QStringLiteral("@caption"), px(scaled(type::caption))},
        {QStringLiteral("@body"), px(scaled(type::body))},
        {QStringLiteral("@title"), px(scaled(type::title))},
        {QStringLiteral("@titleHeight"), px(titleHeight)},
        {QStringLiteral("@titleHeightInRing"), px(titleHeight - 2)},
        {QStringLiteral("@headline"), px(scaled(type::headline))},
        {QStringLiteral("@headlineHeight"), px(headlineHeight)},
        {QStringLiteral("@headlineHeightInRing"), px(headlineHeight - 2)},
    };
    // "@text" must not eat the beginning of "@textMuted".
    std::stable_sort(variables.begin(), variables.end(),
                     [](const auto &a, const auto &b) { return a.first.size() > b.first.size(); });
    return variables;
}

QString styleSheet(const Colors &colors, Theme::Scheme scheme)
{
    QFile file(QStringLiteral(":/theme/teleconsult.qss"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("The style sheet is not in the resources");
    QString sheet = QString::fromUtf8(file.readAll());
    for (const auto &[name, value] : sheetVariables(colors, scheme))
        sheet.replace(name, value);
    return sheet;
}

QPalette palette(const Colors &c)
{
    QPalette p;
    p.setColor(QPalette::Window, c.canvas);
    p.setColor(QPalette::WindowText, c.text);
    p.setColor(QPalette::Base, c.surface);
    p.setColor(QPalette::AlternateBase, c.surfaceSunken);
    p.setColor(QPalette::Text, c.text);
    p.setColor(QPalette::PlaceholderText, c.textMuted);
    p.setColor(QPalette::Button, c.surface);
    p.setColor(QPalette::ButtonText, c.text);
    p.setColor(QPalette::BrightText, c.danger);
    p.setColor(QPalette::ToolTipBase, c.text);
    p.setColor(QPalette::ToolTipText, c.canvas);
    p.setColor(QPalette::Highlight, c.accent);
    p.setColor(QPalette::HighlightedText, c.onAccent);
    p.setColor(QPalette::Link, c.accent);
    p.setColor(QPalette::LinkVisited, c.accent);
    p.setColor(QPalette::Mid, c.border);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, c.textMuted);
    return p;
}

} // namespace

Theme::Theme(std::optional<int> textScale, QObject *parent) : QObject(parent)
{
    Q_ASSERT(!theInstance);
    theInstance = this;
    // Both remember what is the platform's while it is still there.
    systemScheme();
    m_textScale = textScale.value_or(systemTextScale());
    // Before there is any widget: one that was made with another font keeps it where the sheet sets a size.
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QApplication::setFont(font(type::body));
}

Theme::~Theme()
{
    theInstance = nullptr;
}

Theme &Theme::instance()
{
    Q_ASSERT(theInstance);
    return *theInstance;
}

Theme::Scheme Theme::systemScheme()
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    switch (QGuiApplication::styleHints()->colorScheme()) {
    case Qt::ColorScheme::Dark:
        return Scheme::Dark;
    case Qt::ColorScheme::Light:
        return Scheme::Light;
    case Qt::ColorScheme::Unknown:
        break;
    }
#endif
    // Asked before apply() has put our own palette in the platform's place.
    static const bool dark = QPalette().color(QPalette::Window).lightness() < 128;
    return dark ? Scheme::Dark : Scheme::Light;
}

void Theme::setScheme(Scheme scheme)
{
    if (m_applied && scheme == m_scheme)
        return;
    m_scheme = scheme;
    m_colors = scheme == Scheme::Light ? lightColors() : scheme == Scheme::Dark ? darkColors() : contrastColors();
    apply();
    emit changed();
}

void Theme::setTextScale(std::optional<int> percent)
{
    const int wanted = percent ? std::clamp(*percent, config::minimumTextScale, maximumTextScale)
                               : std::clamp(systemTextScale(), config::minimumTextScale, config::maximumTextScale);
    if (wanted == m_textScale)
        return;
    m_textScale = wanted;
    QApplication::setFont(font(type::body));
    if (!m_applied)
        return;
    apply();
    emit textScaled();
    emit changed();
}

int Theme::systemTextScale()
{
    // Asked before the constructor has put our own font in the platform's place.
    static const int percent = [] {
        // Desktops come with 10 or 11 points: with those nobody has asked for larger text.
        constexpr double usual = 10;
        constexpr double usualAtMost = 11;
        // A screen of more dots to the inch is another thing, and Qt's: the pixels are device-independent.
        const QFont font = QGuiApplication::font();
        const QScreen *screen = QGuiApplication::primaryScreen();
        const double dotsPerInch = screen ? screen->logicalDotsPerInch() : 96;
        const double points = font.pixelSize() > 0 ? font.pixelSize() * 72 / dotsPerInch : font.pointSizeF();
        const int wanted = points <= usualAtMost ? config::minimumTextScale : qRound(points / usual * 100);
        return std::clamp(wanted, config::minimumTextScale, config::maximumTextScale);
    }();
    return percent;
}

void Theme::apply()
{
    m_applied = true;
    QApplication::setPalette(palette(m_colors));
    qApp->setStyleSheet(styleSheet(m_colors, m_scheme));
}

QFont Theme::font(int pixelSize, int weight) const
{
    QFont f;
    f.setFamilies({QStringLiteral("Inter"), QStringLiteral("Noto Sans"), QStringLiteral("DejaVu Sans")});
    f.setPixelSize(scaled(pixelSize));
    f.setWeight(QFont::Weight(weight));
    return f;
}

QPixmap Theme::pixmap(const QString &name, int pixelSize, const QColor &color, qreal devicePixelRatio) const
{
    // Views ask for the same few icons with every row they paint.
    const QString key =
        QStringLiteral("teleconsult/%1/%2/%3/%4").arg(name, color.name()).arg(pixelSize).arg(devicePixelRatio);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;

    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly)) {
        qWarning("No icon named %s", qPrintable(name));
        return {};
    }
    QByteArray svg = file.readAll();
    svg.replace("currentColor", color.name().toLatin1());
    QSvgRenderer renderer(svg);

    pixmap = QPixmap(QSize(pixelSize, pixelSize) * devicePixelRatio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    renderer.render(&painter, QRectF(QPointF(), QSizeF(pixmap.size())));
    painter.end();
    pixmap.setDevicePixelRatio(devicePixelRatio);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

int scaled(int length)
{
    return qRound(length * Theme::instance().textScale() / 100.0);
}

void setStyleProperty(QWidget *widget, const char *name, const QVariant &value)
{
    if (widget->property(name) == value)
        return;
    widget->setProperty(name, value);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
    widget->update();
}

} // namespace teleconsult::ui
