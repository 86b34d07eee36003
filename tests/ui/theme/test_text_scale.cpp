// Text from 100 to 200 percent, while windows are open.
#include "tests/ui/support/keyboard.h"
#include "ui/agenda/agenda_delegate.h"
#include "ui/agenda/week_painter.h"
#include "ui/theme/theme.h"
#include "ui/widgets/status_pill.h"

#include <QFontMetrics>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace teleconsult::ui;

class TestTextScale : public QObject
{
    Q_OBJECT

private slots:
    void everyTextGrowsAndShrinks()
    {
        Theme theme(100);
        theme.setScheme(Theme::Scheme::Light);
        QWidget window;
        auto *layout = new QVBoxLayout(&window);
        QHash<QLabel *, int> labels;
        for (const auto &[role, pixels] : {std::pair("headline", type::headline), std::pair("title", type::title),
                                           std::pair("caption", type::caption), std::pair("muted", type::body)})
        {
            auto *label = new QLabel(QStringLiteral("Words"), &window);
            label->setProperty("role", QString::fromLatin1(role));
            layout->addWidget(label);
            labels.insert(label, pixels);
        }
        auto *button = new QPushButton(QStringLiteral("Words"), &window);
        layout->addWidget(button);
        window.show();
        QVERIFY(teleconsult::test::waitUntilExposed(window));
        for (const int percent : {200, 125, 100}) {
            theme.setTextScale(percent);
            for (auto label = labels.cbegin(); label != labels.cend(); ++label)
                QCOMPARE(label.key()->fontInfo().pixelSize(), qRound(label.value() * percent / 100.0));
            QCOMPARE(button->fontInfo().pixelSize(), qRound(type::body * percent / 100.0));
            QCOMPARE(theme.font(type::body).pixelSize(), qRound(type::body * percent / 100.0));
            QVERIFY(button->sizeHint().height() >= size::control);
        }
    }

    void whoRemembersALengthIsToldOnce()
    {
        Theme theme(100);
        theme.setScheme(Theme::Scheme::Light);
        QSignalSpy scaled(&theme, &Theme::textScaled);
        QSignalSpy changed(&theme, &Theme::changed);
        theme.setTextScale(150);
        theme.setTextScale(150);
        QCOMPARE(scaled.size(), 1);
        QCOMPARE(changed.size(), 1);
        theme.setScheme(Theme::Scheme::Dark);
        QCOMPARE(scaled.size(), 1);
    }

    void theScaleStaysWithinItsRange()
    {
        Theme theme(100);
        theme.setTextScale(500);
        QCOMPARE(theme.textScale(), 400);
        theme.setTextScale(20);
        QCOMPARE(theme.textScale(), 100);
        theme.setTextScale({});
        QCOMPARE(theme.textScale(), Theme::systemTextScale());
    }

    void whatIsPaintedHasRoomForItsText_data()
    {
        QTest::addColumn<int>("percent");
        for (const int percent : {100, 125, 150, 175, 200})
            QTest::addRow("%d %%", percent) << percent;
    }
    void whatIsPaintedHasRoomForItsText()
    {
        QFETCH(int, percent);
        Theme theme(percent);
        const int name = QFontMetrics(theme.font(type::body, QFont::DemiBold)).height();
        const Pill pill{.words = QStringLiteral("Open now"), .iconName = QStringLiteral("video"), .tone = Tone::Info};
        const QSize pillSize = StatusPill::sizeOf(pill);
        const QFontMetrics caption(theme.font(type::caption, QFont::DemiBold));
        QVERIFY(pillSize.height() >= caption.height());
        QVERIFY(pillSize.width() > caption.horizontalAdvance(pill.words));
        QVERIFY(AgendaDelegate::rowHeight() >= name + pillSize.height());
        QVERIFY(AgendaDelegate::plainCardRect(QRect(0, 0, 800, 100)).left() >
                QFontMetrics(theme.font(type::body, QFont::DemiBold)).horizontalAdvance(QStringLiteral("00:00")));
        // Two lines in half an hour, and a finger.
        QVERIFY(WeekScene::sizes().hourHeight / 2 >= std::max(size::control, 2 * caption.height()));
        QVERIFY(WeekScene::gridIn({900, 600}).left() > caption.horizontalAdvance(QStringLiteral("00:00")));
    }
};

QTEST_MAIN(TestTextScale)
#include "test_text_scale.moc"
