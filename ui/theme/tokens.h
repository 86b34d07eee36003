// The visual language in numbers: the only place where a colour or a size is written (docs/design.md).
#pragma once

#include <QColor>

namespace teleconsult::ui {

/// Colours by meaning. Text on its ground keeps WCAG AA (4.5:1), the outline of a control 3:1 (tests/ui/theme/).
struct Colors
{
    QColor canvas;        ///< Behind everything.
    QColor surface;       ///< Cards, fields, menus.
    QColor surfaceSunken; ///< Tracks, hours outside the day, pressed ghosts.
    QColor border;        ///< Between things of equal rank.
    QColor controlBorder; ///< Outline of a field or a secondary button.
    QColor text;
    QColor textMuted;
    QColor accent; ///< The one action of a screen, the selected thing.
    QColor accentHover;
    QColor accentSoft; ///< Ground of a selected row, of a chosen segment.
    QColor onAccent;
    QColor focus; ///< Ring around what the keyboard is on.
    QColor danger;
    QColor dangerSoft;
    QColor onDanger;
    QColor warning;
    QColor warningSoft;
    QColor success;
    QColor successSoft;
    QColor info;
    QColor infoSoft;
};

Colors lightColors();
Colors darkColors();
/// Black and white, and yellow for what can be done; text and outlines keep 7:1 (WCAG AAA).
Colors contrastColors();

/// Distances in device-independent pixels, all multiples of 4.
namespace spacing {
inline constexpr int xs = 4;
inline constexpr int s = 8;
inline constexpr int m = 12;
inline constexpr int l = 16;
inline constexpr int xl = 24;
inline constexpr int xxl = 32;
} // namespace spacing

namespace radius {
inline constexpr int small = 6;  ///< Pills inside rows, calendar blocks.
inline constexpr int medium = 8; ///< Controls.
inline constexpr int large = 12; ///< Cards and dialogs.
} // namespace radius

namespace size {
inline constexpr int control = 44; ///< Height of whatever a finger may touch.
inline constexpr int icon = 20;
inline constexpr int iconTouch = 24; ///< At a kiosk, beside words of the size of a title.
inline constexpr int iconLarge = 48; ///< In empty states.
} // namespace size

/// Font sizes in device-independent pixels at 100 % text.
namespace type {
inline constexpr int caption = 12;
inline constexpr int body = 14;
inline constexpr int title = 18;
inline constexpr int headline = 24;
} // namespace type

} // namespace teleconsult::ui
