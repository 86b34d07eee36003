// The tokens, applied: palette, font, style sheet, icons.
#pragma once

#include "ui/theme/tokens.h"

#include <QObject>
#include <QPixmap>

#include <optional>

namespace teleconsult::ui {

/// The look of the whole application. One object, made after QApplication and before the first window.
/// Widgets take their style from the sheet through dynamic properties (docs/design.md).
/// What paints itself asks colors() and repaints on changed().
/// Text grows from 100 to 200 percent of its tokens; a length that has to hold text grows with it (scaled() below), and
/// what remembers such a length asks again on textScaled().
class Theme : public QObject
{
    Q_OBJECT
public:
    enum class Scheme {
        Light,
        Dark,
        Contrast, ///< Dark, with as much contrast as a screen has.
    };

    /// `textScale` as in setTextScale().
    explicit Theme(std::optional<int> textScale = {}, QObject *parent = nullptr);
    ~Theme() override;

    /// The one theme. Must not be called before one was made.
    static Theme &instance();

    /// Restyles every window; does nothing when it is on already.
    void setScheme(Scheme scheme);
    Scheme scheme() const { return m_scheme; }

    /// What the desktop prefers (Qt ≥ 6.5 asks the platform, before that the palette tells).
    static Scheme systemScheme();

    const Colors &colors() const { return m_colors; }

    /// In percent: what a kiosk needs on a screen of 2160 lines. People choose within what config::Settings allows.
    static constexpr int maximumTextScale = 400;
    /// In percent, kept between config::minimumTextScale and maximumTextScale; nothing: the system's, within what
    /// people may choose. Every window is laid out again.
    void setTextScale(std::optional<int> percent);
    int textScale() const { return m_textScale; }

    /// What the desktop's font asks for, in percent.
    static int systemTextScale();

    /// A font of the scale, in tokens' pixels (at 100 % text), at a QFont::Weight.
    QFont font(int pixelSize, int weight = 400) const;

    /// An icon from resources/icons, `pixelSize` square, in the colour asked for (ui/widgets/themed_icon.h keeps a
    /// widget's icon in the scheme's colours).
    QPixmap pixmap(const QString &name, int pixelSize, const QColor &color, qreal devicePixelRatio) const;

signals:
    /// Colours or sizes.
    void changed();
    /// Sizes; comes before changed().
    void textScaled();

private:
    void apply();

    Scheme m_scheme = Scheme::Light;
    Colors m_colors = lightColors();
    int m_textScale;
    bool m_applied = false;
};

/// A length of 100 % text as it is at the theme's text scale. All in device-independent pixels.
int scaled(int length);

/// Sets a dynamic property that the style sheet looks at, and restyles the widget when it changed.
void setStyleProperty(QWidget *widget, const char *name, const QVariant &value);

} // namespace teleconsult::ui
