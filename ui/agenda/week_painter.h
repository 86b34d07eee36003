// The week as it is drawn.
#pragma once

#include "ui/agenda/week_layout.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QDateTime>

class QPainter;

namespace teleconsult::ui {

class AgendaModel;

/// What is to be drawn, as the view knows it at that moment.
struct WeekScene
{
    const AgendaModel &model;
    const WeekLayout &layout;
    const QList<WeekBlock> &blocks;
    QSize size;        ///< Of the viewport.
    int scrolled = 0;  ///< How far the grid is moved up under the header.
    int selected = -1; ///< Index into `blocks`, as `hovered`; -1: none.
    int hovered = -1;
    bool focused = false; ///< Whether the keyboard is on the week.

    /// Where the hours are seen, below the names of the days and beside those of the hours.
    QRect grid() const { return gridIn(size); }
    static QRect gridIn(QSize viewport);
    /// What the words in the blocks want at the theme's text scale.
    static WeekSizes sizes();
    /// In the viewport.
    QRect blockRect(int block) const;
};

/// Draws a scene: header, hours, blocks, the line of the current time. Lives for one paint event.
class WeekPainter
{
    Q_DECLARE_TR_FUNCTIONS(teleconsult::ui::WeekPainter)
public:
    WeekPainter(QPainter &painter, const WeekScene &scene);

    void paint();

private:
    void paintHeader();
    void paintHours();
    void paintGround(int index);
    void paintText(int index);
    void paintWords(const WeekBlock &block, const QRect &inner, const QColor &ink);
    void paintInitials(const WeekBlock &block, const QRect &inner, const QColor &ink);
    void paintNow();
    void paintEmptyHint();

    QPainter &m_painter;
    const WeekScene &m_scene;
    const Theme &m_theme;
    const Colors &m_colors;
    const QRect m_grid;
};

} // namespace teleconsult::ui
