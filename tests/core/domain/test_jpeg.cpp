#include "core/domain/jpeg.h"

#include <QTest>

using namespace teleconsult;

namespace {

/// Head, a segment with a thumbnail in it, frame, scan and end.
QByteArray jpeg()
{
    QByteArray content("\xFF\xD8");
    content += QByteArray("\xFF\xE1\x00\x06\xFF\xD8\xFF\xD9", 8);
    content += QByteArray("\xFF\xC0\x00\x0B\x08\x05\x14\x05\x78\x01\x01\x11\x00", 13);
    content += QByteArray("\xFF\xDA\x00\x08\x01\x01\x00\x00\x3F\x00", 10);
    content += QByteArray("\x12\xFF\x00\x34\x56\x78\x9A\xFF\xD9", 9);
    return content;
}

} // namespace

class TestJpeg : public QObject
{
    Q_OBJECT

private slots:
    void readsTheSize()
    {
        QCOMPARE(jpegSize(jpeg()), QSize(1400, 1300));
        QVERIFY(!jpegSize(QByteArray("GIF89a")).isValid());
    }

    void isCompleteToItsLastByteOnly()
    {
        const QByteArray whole = jpeg();
        QVERIFY(isCompleteJpeg(whole));
        QVERIFY(isCompleteJpeg(whole + "what cameras put behind it"));
        // The thumbnail's end is not the picture's.
        for (qsizetype size = 0; size < whole.size(); ++size)
            QVERIFY2(!isCompleteJpeg(whole.left(size)), qPrintable(QString::number(size)));
    }
};

QTEST_GUILESS_MAIN(TestJpeg)
#include "test_jpeg.moc"
