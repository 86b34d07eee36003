// WCAG 2.1 contrast of every pair of tokens that is used together (1.4.3: text 4.5:1, 1.4.11: outlines and marks 3:1).
#include "ui/theme/contrast.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/status_pill.h"

#include <QTest>

using namespace teleconsult::ui;

namespace {

using Token = QColor Colors::*;

struct Pair
{
    const char *name;
    Token ink;
    Token ground;
    double least;
};

constexpr double text = textContrast;
constexpr double mark = markContrast;

const Pair pairs[] = {
    {"text on canvas", &Colors::text, &Colors::canvas, text},
    {"text on surface", &Colors::text, &Colors::surface, text},
    {"text on surfaceSunken", &Colors::text, &Colors::surfaceSunken, text},
    {"text on accentSoft", &Colors::text, &Colors::accentSoft, text},
    {"text on warningSoft", &Colors::text, &Colors::warningSoft, text},
    {"text on successSoft", &Colors::text, &Colors::successSoft, text},
    {"text on infoSoft", &Colors::text, &Colors::infoSoft, text},
    {"text on dangerSoft", &Colors::text, &Colors::dangerSoft, text},
    {"muted on canvas", &Colors::textMuted, &Colors::canvas, text},
    {"muted on surface", &Colors::textMuted, &Colors::surface, text},
    {"muted on surfaceSunken", &Colors::textMuted, &Colors::surfaceSunken, text},
    {"muted on accentSoft", &Colors::textMuted, &Colors::accentSoft, text},
    {"onAccent on accent", &Colors::onAccent, &Colors::accent, text},
    {"onAccent on accentHover", &Colors::onAccent, &Colors::accentHover, text},
    {"accent on surface", &Colors::accent, &Colors::surface, text},
    {"accent on accentSoft", &Colors::accent, &Colors::accentSoft, text},
    {"onDanger on danger", &Colors::onDanger, &Colors::danger, text},
    {"danger on surface", &Colors::danger, &Colors::surface, text},
    {"danger on canvas", &Colors::danger, &Colors::canvas, text},
    {"danger on dangerSoft", &Colors::danger, &Colors::dangerSoft, text},
    {"warning on surface", &Colors::warning, &Colors::surface, text},
    {"warning on canvas", &Colors::warning, &Colors::canvas, text},
    {"controlBorder on surface", &Colors::controlBorder, &Colors::surface, mark},
    {"controlBorder on canvas", &Colors::controlBorder, &Colors::canvas, mark},
    {"focus on surface", &Colors::focus, &Colors::surface, mark},
    {"focus on canvas", &Colors::focus, &Colors::canvas, mark},
    {"focus on accentSoft", &Colors::focus, &Colors::accentSoft, mark},
    {"tooltip", &Colors::canvas, &Colors::text, text},
    {"text on a pressed button", &Colors::text, &Colors::border, text},
    {"accent on canvas", &Colors::accent, &Colors::canvas, text},
    {"info on surface", &Colors::info, &Colors::surface, text},
    {"info on canvas", &Colors::info, &Colors::canvas, text},
    {"success on surface", &Colors::success, &Colors::surface, text},
    {"success on canvas", &Colors::success, &Colors::canvas, text},
    {"info on infoSoft", &Colors::info, &Colors::infoSoft, text},
    {"success on successSoft", &Colors::success, &Colors::successSoft, text},
    {"warning on warningSoft", &Colors::warning, &Colors::warningSoft, text},
    {"muted on infoSoft", &Colors::textMuted, &Colors::infoSoft, text},
    {"muted on successSoft", &Colors::textMuted, &Colors::successSoft, text},
    {"muted on warningSoft", &Colors::textMuted, &Colors::warningSoft, text},
    {"muted on dangerSoft", &Colors::textMuted, &Colors::dangerSoft, text},
    {"controlBorder on surfaceSunken", &Colors::controlBorder, &Colors::surfaceSunken, mark},
    {"focus on surfaceSunken", &Colors::focus, &Colors::surfaceSunken, mark},
    {"controlBorder on infoSoft", &Colors::controlBorder, &Colors::infoSoft, mark},
    {"focus on infoSoft", &Colors::focus, &Colors::infoSoft, mark},
    {"controlBorder on successSoft", &Colors::controlBorder, &Colors::successSoft, mark},
    {"focus on successSoft", &Colors::focus, &Colors::successSoft, mark},
    {"controlBorder on warningSoft", &Colors::controlBorder, &Colors::warningSoft, mark},
    {"focus on warningSoft", &Colors::focus, &Colors::warningSoft, mark},
    {"controlBorder on dangerSoft", &Colors::controlBorder, &Colors::dangerSoft, mark},
    {"focus on dangerSoft", &Colors::focus, &Colors::dangerSoft, mark},
    {"the line of now on surfaceSunken", &Colors::danger, &Colors::surfaceSunken, mark},
    {"the line of now on accentSoft", &Colors::danger, &Colors::accentSoft, mark},
    {"the line of now on infoSoft", &Colors::danger, &Colors::infoSoft, mark},
    {"the line of now on successSoft", &Colors::danger, &Colors::successSoft, mark},
    {"the line of now on warningSoft", &Colors::danger, &Colors::warningSoft, mark},
};

} // namespace

class TestContrast : public QObject
{
    Q_OBJECT

private slots:
    void pairsAreReadable_data()
    {
        QTest::addColumn<QColor>("ink");
        QTest::addColumn<QColor>("ground");
        QTest::addColumn<double>("least");
        for (const Pair &pair : pairs) {
            QTest::addRow("light: %s", pair.name)
                << lightColors().*pair.ink << lightColors().*pair.ground << pair.least;
            QTest::addRow("dark: %s", pair.name) << darkColors().*pair.ink << darkColors().*pair.ground << pair.least;
        }
        for (const Tone tone : {Tone::Neutral, Tone::Info, Tone::Success, Tone::Warning, Tone::Danger, Tone::Accent}) {
            for (const Colors &colors : {lightColors(), darkColors()}) {
                const ToneColors pill = toneColors(tone, colors);
                QTest::addRow("%s: pill %s", colors.canvas == lightColors().canvas ? "light" : "dark",
                              qPrintable(toneName(tone)))
                    << pill.ink << pill.ground << text;
            }
        }
    }

    void pairsAreReadable()
    {
        QFETCH(QColor, ink);
        QFETCH(QColor, ground);
        QFETCH(double, least);
        const double actual = contrast(ink, ground);
        QVERIFY2(actual >= least, qPrintable(QStringLiteral("%1 on %2: %3:1, needs %4:1")
                                                 .arg(ink.name(), ground.name())
                                                 .arg(actual, 0, 'f', 2)
                                                 .arg(least)));
    }

    void theFormulaIsTheStandards()
    {
        QCOMPARE(contrast(Qt::black, Qt::white), 21.0);
        QCOMPARE(qRound(contrast(QColor(0x77, 0x77, 0x77), Qt::white) * 100), 448);
    }
};

QTEST_APPLESS_MAIN(TestContrast)
#include "test_contrast.moc"
