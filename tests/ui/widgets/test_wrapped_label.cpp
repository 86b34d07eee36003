#include "ui/widgets/wrapped_label.h"

#include <QTest>

using teleconsult::ui::WrappedLabel;

namespace {

const QString words =
    QStringLiteral("Each of the people who take part gets a link of their own, and it ends with the room.");

void makeBold(QLabel &label)
{
    QFont font = label.font();
    font.setBold(true);
    font.setPointSize(font.pointSize() * 2);
    label.setFont(font);
}

} // namespace

class TestWrappedLabel : public QObject
{
    Q_OBJECT

private slots:
    void isAsHighAsItsWords_data()
    {
        using Change = void (*)(QLabel &);
        QTest::addColumn<Change>("change");
        QTest::newRow("as it was made") << Change([](QLabel &) {});
        QTest::newRow("other words") << Change([](QLabel &label) { label.setText(words + words); });
        QTest::newRow("no words") << Change([](QLabel &label) { label.clear(); });
        QTest::newRow("another font") << Change(makeBold);
        QTest::newRow("a style sheet") << Change(
            [](QLabel &label) { label.setStyleSheet(QStringLiteral("QLabel { font-size: 31px; padding: 9px; }")); });
        QTest::newRow("margins") << Change([](QLabel &label) { label.setContentsMargins(30, 20, 30, 20); });
    }

    void isAsHighAsItsWords()
    {
        using Change = void (*)(QLabel &);
        QFETCH(Change, change);
        WrappedLabel label;
        QLabel plain;
        plain.setWordWrap(true);
        plain.setTextFormat(Qt::PlainText);
        for (QLabel *each : {static_cast<QLabel *>(&label), &plain}) {
            each->setText(words);
            each->show();
        }
        const QList<int> widths{90, 200, 2000};
        for (const int width : widths)
            QCOMPARE(label.heightForWidth(width), plain.heightForWidth(width));
        change(label);
        change(plain);
        for (int round = 0; round < 2; ++round) {
            for (const int width : widths)
                QCOMPARE(label.heightForWidth(width), plain.heightForWidth(width));
        }
        QCOMPARE(label.sizeHint(), plain.sizeHint());
    }

    void takesMarkupForText()
    {
        WrappedLabel label(QStringLiteral("name"), QStringLiteral("strong"), nullptr);
        label.setText(QStringLiteral("<b>Anna</b>"));
        QCOMPARE(label.textFormat(), Qt::PlainText);
        QVERIFY(label.wordWrap());
        QCOMPARE(label.objectName(), QStringLiteral("name"));
        QCOMPARE(label.property("role").toString(), QStringLiteral("strong"));
    }
};

QTEST_MAIN(TestWrappedLabel)
#include "test_wrapped_label.moc"
