// A state in words, with a shape and a soft colour.
#pragma once

#include "ui/theme/tokens.h"

#include <QWidget>

namespace teleconsult::ui {

/// How something stands. Only ever shown together with words and an icon: colour alone says nothing.
enum class Tone { Neutral, Info, Success, Warning, Danger, Accent };

/// What a tone is painted with: its ink, readable on its ground and on a surface.
struct ToneColors
{
    QColor ink;
    QColor ground;
};

ToneColors toneColors(Tone tone, const Colors &colors);

/// The tone as the style sheet spells it ("info", "success", …).
QString toneName(Tone tone);

/// What a pill says.
struct Pill
{
    QString words;
    QString iconName; ///< From resources/icons.
    Tone tone = Tone::Neutral;

    friend bool operator==(const Pill &, const Pill &) = default;
};

/// Shows a pill. Views that paint themselves use the static functions.
class StatusPill : public QWidget
{
    Q_OBJECT
public:
    explicit StatusPill(QWidget *parent = nullptr);

    void setPill(const Pill &pill);
    const Pill &pill() const { return m_pill; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

    /// The size that a pill takes, in device-independent pixels.
    static QSize sizeOf(const Pill &pill);
    /// Paints the pill at the left of `rect`, centred vertically; words that do not fit are cut off with "…".
    static void paint(QPainter *painter, const QRect &rect, const Pill &pill);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Pill m_pill;
};

} // namespace teleconsult::ui
