// Bodies of all kinds and sizes, over HTTP.
#include "tests/core/api/served_clinic.h"

using namespace teleconsult;
using test::ServedClinic;
using Reply = ServedClinic::Reply;

namespace {

const QString backgrounds = QStringLiteral("/settings/background-image");

QByteArray formOf(const QByteArrayList &files)
{
    QByteArray body;
    for (const QByteArray &file : files)
        body += "--b\r\nContent-Disposition: form-data; name=\"virtual_background\"; filename=\"f.jpg\"\r\n"
                "Content-Type: image/jpeg\r\n\r\n" +
                file + "\r\n";
    return body + "--b--\r\n";
}

/// A JPEG as far as its frame header tells, with as much behind it.
QByteArray picture(qsizetype size)
{
    return QByteArray("\xFF\xD8\xFF\xC0\x00\x11\x08\x05\x00\x05\x00\x03", 12) + QByteArray(size - 12, '\0');
}

} // namespace

class TestApiBodies : public QObject
{
    Q_OBJECT

    std::unique_ptr<ServedClinic> m_clinic;

    Reply post(const QByteArray &body, const QByteArray &contentType)
    {
        return m_clinic->send("POST", backgrounds, body, {{"miauserid", "d"}, {"content-type", contentType}});
    }

private slots:
    void init() { m_clinic = std::make_unique<ServedClinic>(); }
    void cleanup() { m_clinic.reset(); }

    void backgrounds_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("contentType");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("named");
        const QByteArray form = "multipart/form-data; boundary=b";
        const qsizetype most = service::maximumBackgroundBytes;
        const QByteArray small = picture(4000);
        QTest::newRow("the largest") << formOf({picture(most)}) << form << 200 << QString();
        QTest::newRow("a byte more") << formOf({picture(most + 1)}) << form << 413 << "virtual_background";
        QTest::newRow("much more") << formOf({picture(most + 4 * 1024 * 1024)}) << form << 413 << "virtual_background";
        QTest::newRow("two") << formOf({small, small}) << form << 400 << "virtual_background";
        QTest::newRow("none") << formOf({}) << form << 400 << "virtual_background";
        QTest::newRow("JSON") << QByteArray("{}") << QByteArray("application/json") << 415 << "multipart/form-data";
        QTest::newRow("another form") << QByteArray("a=b") << QByteArray("application/x-www-form-urlencoded") << 415
                                      << "multipart/form-data";
    }

    void backgrounds()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, contentType);
        QFETCH(int, status);
        QFETCH(QString, named);
        const Reply reply = post(body, contentType);
        QVERIFY2(reply.status == status, reply.body);
        if (status == 200)
            return;
        QCOMPARE(reply.json()[QStringLiteral("statusCode")].toInt(), status);
        QVERIFY2(reply.json()[QStringLiteral("message")].toString().contains(named), reply.body);
    }

    void aTextIsSmallerThanAFile()
    {
        const Reply reply =
            m_clinic->send("POST", QStringLiteral("/teleconsultation"), QByteArray(2 * 1024 * 1024, ' '));
        QCOMPARE(reply.status, 413);
        QCOMPARE(m_clinic->recordCount(), 0);
    }
};

QTEST_GUILESS_MAIN(TestApiBodies)
#include "test_api_bodies.moc"
