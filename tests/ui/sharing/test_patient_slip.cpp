// The slip: its words in the patient's language, and a code that a camera reads.
#include "core/domain/scanned_code.h"
#include "tests/ui/support/practice.h"
#include "ui/scanning/qr_reader.h"
#include "ui/sharing/slip_printing.h"

#include <QImage>
#include <QLocale>
#include <QPainter>
#include <QPrinter>

using namespace teleconsult;
using namespace teleconsult::ui;
using namespace teleconsult::test;

namespace {

PatientSlip slip(Language language = Language::Italian, bool own = true)
{
    return {.fullName = QStringLiteral("Luca Romano"),
            .language = language,
            .start = QDateTime(QDate(2026, 3, 2), QTime(9, 10), Qt::UTC),
            .end = QDateTime(QDate(2026, 3, 2), QTime(9, 40), Qt::UTC),
            .code = QByteArrayLiteral("https://clinic.bandyer.example/direct-rest-call-handler/8a7f-93be?lang=it"),
            .isOwnLink = own};
}

/// A page as a screen or a printer of so many dots an inch makes it.
QImage paint(const PatientSlip &one, QSizeF points, int dpi)
{
    QImage image((points * dpi / 72).toSize(), QImage::Format_Grayscale8);
    image.fill(Qt::gray);
    QPainter painter(&image);
    painter.scale(dpi / 72.0, dpi / 72.0);
    paintSlip(painter, QRectF(QPointF(), points), one);
    return image;
}

bool isWhite(const QImage &image, const QRect &area)
{
    for (int y = area.top(); y <= area.bottom(); ++y) {
        for (int x = area.left(); x <= area.right(); ++x) {
            if (qGray(image.pixel(x, y)) < 250)
                return false;
        }
    }
    return true;
}

} // namespace

class TestPatientSlip : public QObject
{
    Q_OBJECT
private slots:
    void theWordsAreThePatients_data()
    {
        QTest::addColumn<Language>("language");
        QTest::addColumn<QStringList>("words");
        QTest::newRow("Italian") << Language::Italian
                                 << QStringList{QStringLiteral("Il Suo teleconsulto"), QStringLiteral("Luca Romano"),
                                                QStringLiteral("Lunedì 2 marzo 2026"), QStringLiteral("10:10 – 10:40")};
        QTest::newRow("English") << Language::English
                                 << QStringList{QStringLiteral("Your video consultation"),
                                                QStringLiteral("Luca Romano"), QStringLiteral("Monday, 2 March 2026"),
                                                QStringLiteral("10:10 – 10:40")};
    }
    void theWordsAreThePatients()
    {
        QFETCH(Language, language);
        QFETCH(QStringList, words);
        // Whatever language the interface speaks.
        for (const QLocale::Language interface : {QLocale::Italian, QLocale::English}) {
            QLocale::setDefault(QLocale(interface));
            const QStringList all = wordsOf(slip(language));
            for (const QString &word : words)
                QVERIFY2(all.contains(word), qPrintable(word + QStringLiteral(" / ") + all.join(u'|')));
            QVERIFY2(!all.join(u' ').contains(QStringLiteral("bandyer")), "the link itself is never written out");
        }
    }

    void theCodeIsRead_data()
    {
        QTest::addColumn<QSizeF>("points");
        QTest::addColumn<int>("dpi");
        QTest::newRow("A4, screen") << QSizeF(595, 842) << 96;
        QTest::newRow("A4, printer") << QSizeF(595, 842) << 300;
        QTest::newRow("A5") << QSizeF(420, 595) << 200;
    }
    void theCodeIsRead()
    {
        QFETCH(QSizeF, points);
        QFETCH(int, dpi);
        for (const Language language : {Language::Italian, Language::English}) {
            const QImage page = paint(slip(language), points, dpi);
            QCOMPARE(readQrCodes(page), QList{slip().code});
            // Nothing runs off the page.
            QVERIFY(isWhite(page, QRect(0, page.height() - dpi / 10, page.width(), dpi / 10)));
        }
    }

    /// What the kiosk's camera takes of it.
    void theKioskFindsItsCodeOnIt()
    {
        PatientSlip forTheKiosk = slip();
        forTheKiosk.kioskCode = QStringLiteral("7K3M9QXD");
        const QList<QByteArray> contents = readQrCodes(paint(forTheKiosk, {420, 595}, 200));
        QCOMPARE(contents.size(), 2);
        QVERIFY(contents.contains(forTheKiosk.code));
        QCOMPARE(readScannedCodes(contents), (ScannedCode{ScannedCode::What::Code, forTheKiosk.kioskCode}));
    }

    void aLongNameLeavesTheCodeWhole()
    {
        PatientSlip longOne = slip();
        longOne.fullName =
            QStringLiteral("Maria Antonietta Giuseppina dei Conti Guidi di Bagno e Montebello ").repeated(3);
        QCOMPARE(readQrCodes(paint(longOne, {420, 595}, 200)), QList{longOne.code});
    }

    void itIsPrinted()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("slips.pdf"));
        QPrinter printer(QPrinter::HighResolution);
        printer.setOutputFormat(QPrinter::PdfFormat);
        printer.setOutputFileName(path);
        QVERIFY(printSlips(printer, {slip(), slip(Language::English, false)}));
        QFile file(path);
        QVERIFY(file.open(QFile::ReadOnly));
        const QByteArray pdf = file.readAll();
        QVERIFY(pdf.startsWith("%PDF"));
        QCOMPARE(pdf.count("/Type /Page\n"), 2);
        QVERIFY(!pdf.contains("bandyer")); // nor in the document's own notes
    }

    void whatCannotBePrintedIsTold()
    {
        const QTemporaryDir folder;
        QPrinter printer(QPrinter::HighResolution);
        printer.setOutputFormat(QPrinter::PdfFormat);
        printer.setOutputFileName(folder.filePath(QStringLiteral("not-there/slips.pdf")));
        QVERIFY(!printSlips(printer, {slip()}));
    }

    void oneForEachWhoComesToBeSeen()
    {
        Practice practice;
        Teleconsultation consultation = practice.find(practice.add({.patient = QStringLiteral("Luca Romano")}));
        consultation.participants.append(
            {QStringLiteral("u-second"), {}, QStringLiteral("Ada Neri"), {QStringLiteral("patient")}, std::nullopt});
        const Privileges privileges = practice.service().policy().privileges;
        const QUrl own(QStringLiteral("https://clinic.example.org/call/1"));
        const QList<PatientSlip> slips =
            slipsOf(consultation, privileges, {{QStringLiteral("u-patient"), QStringLiteral("Luca Romano"), {}, own}},
                    Language::English);
        QCOMPARE(slips.size(), 2);
        QCOMPARE(slips.at(0).fullName, QStringLiteral("Luca Romano"));
        QCOMPARE(slips.at(0).language, Language::Italian);
        QCOMPARE(slips.at(0).code, own.toEncoded());
        QVERIFY(slips.at(0).isOwnLink);
        QCOMPARE(slips.at(1).language, Language::English);
        QCOMPARE(slips.at(1).code, QByteArray("teleconsult://teleconsultation/") + consultation.id.toUtf8());
        QVERIFY(!slips.at(1).isOwnLink);
        QVERIFY(wordsOf(slips.at(0)).last() != wordsOf(slips.at(1)).last());

        consultation.participants = {Practice::doctor()};
        QCOMPARE(slipsOf(consultation, privileges, {}, Language::English).size(), 1);
    }
};

QTEST_MAIN(TestPatientSlip)
#include "test_patient_slip.moc"
