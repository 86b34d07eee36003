// Taking a consultation elsewhere, with clicks.
#include "core/config/setting_keys.h"
#include "tests/ui/support/keyboard.h"
#include "tests/ui/support/practice.h"
#include "ui/sharing/calendar_dialog.h"
#include "ui/sharing/sharing_menu.h"
#include "ui/widgets/confirm_dialog.h"

#include <QCheckBox>
#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLocale>
#include <QMessageBox>
#include <QPrintPreviewDialog>
#include <QPrinter>
#include <QProgressDialog>
#include <QPushButton>

using namespace teleconsult;
using namespace teleconsult::ui;
using namespace teleconsult::test;

class TestSharingMenu : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void init()
    {
        m_practice = std::make_unique<Practice>();
        m_id = m_practice->add({.patient = QStringLiteral("Luca Romano"), .time = QTime(10, 10)});
        m_window = std::make_unique<QWidget>();
        m_menu = new SharingMenu(m_practice->service(), m_practice->settings(), m_practice->clock(), m_window.get());
        m_menu->setConsultation(m_practice->find(m_id));
        QVERIFY(showActive(*m_window));
    }
    void cleanup()
    {
        m_window.reset();
        m_practice.reset();
    }

    void theLinkIsCopied()
    {
        m_menu->actions().at(3)->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("teleconsult://teleconsultation/") + m_id);
    }

    void aCalendarFileIsSaved_data()
    {
        QTest::addColumn<bool>("named");
        QTest::newRow("without names") << false;
        QTest::newRow("with names") << true;
    }
    void aCalendarFileIsSaved()
    {
        QFETCH(bool, named);
        auto *dialog = openCalendarDialog();
        auto *names = dialog->findChild<QCheckBox *>(QStringLiteral("calendarNames"));
        QVERIFY(!names->isChecked());
        if (named)
            names->click();
        const QString path = m_practice->folder() + QStringLiteral("/a.ics");
        save(dialog, path);
        QTRY_VERIFY(!m_window->findChild<CalendarDialog *>());
        QFile file(path);
        QVERIFY(file.open(QFile::ReadOnly));
        const QByteArray content = file.readAll().replace("\r\n ", ""); // unfolded
        QVERIFY2(content.contains("DTSTART;TZID=Europe/Rome:20260302T101000"), content.constData());
        QVERIFY2(content.contains("URL:teleconsult://teleconsultation/" + m_id.toLatin1()), content.constData());
        QVERIFY(content.contains("BEGIN:VALARM"));
        QCOMPARE(content.contains("Romano"), named);
        QCOMPARE(content.contains("Bianchi"), named);
        QVERIFY(!content.contains("/call/")); // no link that lets anybody in
        QCOMPARE(QFileInfo(path).permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    }

    void whereNothingCanBeWrittenItIsSaid()
    {
        auto *dialog = openCalendarDialog();
        QVERIFY(QFile(m_practice->folder() + QStringLiteral("/file")).open(QFile::WriteOnly));
        emit openFileDialog(dialog)->fileSelected(m_practice->folder() + QStringLiteral("/file/a.ics"));
        const auto *problem = dialog->findChild<QLabel *>(QStringLiteral("calendarProblem"));
        QVERIFY(problem->isVisible());
        QVERIFY2(problem->text().contains(QStringLiteral("a.ics")), qPrintable(problem->text()));
        QVERIFY(dialog->isVisible());
    }

    void theSlipIsShownBeforeItIsPrinted()
    {
        m_menu->actions().at(1)->trigger();
        QTRY_VERIFY(m_window->findChild<QPrintPreviewDialog *>(QStringLiteral("slipPreview")));
        auto *preview = m_window->findChild<QPrintPreviewDialog *>(QStringLiteral("slipPreview"));
        QTRY_VERIFY(preview->isVisible());
        preview->close();
        QTRY_VERIFY(!m_window->findChild<QPrintPreviewDialog *>(QStringLiteral("slipPreview")));
    }

    void thatTheLinkTakesItsTimeIsSaidAndMayBeGivenUp()
    {
        m_practice->records().holdFinds();
        m_menu->actions().at(1)->trigger();
        const auto wait = [this] { return m_window->findChild<QProgressDialog *>(QStringLiteral("slipWait")); };
        QVERIFY(wait());
        m_menu->actions().at(1)->trigger(); // Once is enough.
        QCOMPARE(m_window->findChildren<QProgressDialog *>().size(), 1);
        QVERIFY(waitUntil([&] { return wait()->isVisible(); }));
        QVERIFY(wait()->isModal());
        QVERIFY(!wait()->labelText().isEmpty());
        QTest::keyClick(wait(), Qt::Key_Escape);
        QTRY_VERIFY(!wait());
        m_practice->records().releaseFinds();
        QVERIFY(m_practice->settle());
        QVERIFY(!m_window->findChild<QPrintPreviewDialog *>());
    }

    /// A call has begun meanwhile: nothing of another patient comes up before it.
    void whatIsNoLongerOnTheScreenIsNotPrinted()
    {
        m_practice->records().holdFinds();
        m_menu->actions().at(1)->trigger();
        m_window->hide();
        m_practice->records().releaseFinds();
        QVERIFY(m_practice->settle());
        QVERIFY(!m_window->findChild<QPrintPreviewDialog *>());
    }

    void aSlipThatIsNotPrintedIsTold()
    {
        m_menu->actions().at(1)->trigger();
        QTRY_VERIFY(m_window->findChild<QPrintPreviewDialog *>(QStringLiteral("slipPreview")));
        auto *preview = m_window->findChild<QPrintPreviewDialog *>(QStringLiteral("slipPreview"));
        QPrinter printer;
        printer.setOutputFormat(QPrinter::PdfFormat);
        printer.setOutputFileName(m_practice->folder() + QStringLiteral("/not-there/slip.pdf"));
        emit preview->paintRequested(&printer);
        auto *box = m_window->findChild<QMessageBox *>(QStringLiteral("slipFailure"));
        QVERIFY(box && box->isVisible());
        QVERIFY2(box->text().contains(QStringLiteral("not printed")), qPrintable(box->text()));
        box->close();
        preview->close();
    }

    void withoutTheLinksItIsAskedBeforePrinting_data()
    {
        QTest::addColumn<bool>("prints");
        QTest::newRow("printed all the same") << true;
        QTest::newRow("not printed") << false;
    }
    void withoutTheLinksItIsAskedBeforePrinting()
    {
        QFETCH(bool, prints);
        m_practice->records().failFinds(Practice::unreachable());
        m_menu->actions().at(1)->trigger();
        QTRY_VERIFY(m_window->findChild<ConfirmDialog *>(QStringLiteral("slipQuestion")));
        auto *question = m_window->findChild<ConfirmDialog *>(QStringLiteral("slipQuestion"));
        QVERIFY(!m_window->findChild<QPrintPreviewDialog *>());
        (prints ? question->actionButton() : question->cancelButton())->click();
        QTRY_VERIFY(!m_window->findChild<ConfirmDialog *>());
        QCOMPARE(m_window->findChild<QPrintPreviewDialog *>() != nullptr, prints);
    }

    void withoutAConsultationThereIsNothingToShare()
    {
        m_menu->setConsultation(std::nullopt);
        for (QAction *action : m_menu->actions())
            action->trigger();
        QVERIFY(!m_window->findChild<QDialog *>());
    }

    /// Nothing is saved, printed or copied there: what cannot be done is not offered.
    void atAKioskThereAreOnlyTheCodes()
    {
        QVERIFY(m_menu->offersAnything());
        config::Settings &settings = m_practice->settings();
        QVERIFY(settings.write({{config::keys::stationProfile, QStringLiteral("kiosk")}}));
        m_menu->setConsultation(m_practice->find(m_id));
        for (const QAction *action : m_menu->actions())
            QVERIFY2(!action->isVisible(), qPrintable(action->text()));
        QVERIFY(!m_menu->offersAnything());
        QVERIFY(settings.write({{config::keys::appointmentKeyFile, m_practice->folder() + QStringLiteral("/key")}}));
        m_menu->setConsultation(m_practice->find(m_id));
        for (const QAction *action : m_menu->actions())
            QCOMPARE(action->isVisible(), action->objectName() == QLatin1String("kioskCodesAction"));
        QVERIFY(m_menu->offersAnything());
    }

private:
    CalendarDialog *openCalendarDialog()
    {
        m_menu->actions().at(0)->trigger();
        auto *dialog = m_window->findChild<CalendarDialog *>();
        if (!dialog || !waitUntilExposed(*dialog))
            qFatal("no dialog");
        return dialog;
    }
    static QFileDialog *openFileDialog(CalendarDialog *dialog)
    {
        QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("calendarSaveButton")), Qt::LeftButton);
        auto *where = dialog->findChild<QFileDialog *>(QStringLiteral("calendarFileDialog"));
        if (!where)
            qFatal("nobody asks where");
        return where;
    }
    static void save(CalendarDialog *dialog, const QString &path)
    {
        QFileDialog *where = openFileDialog(dialog);
        QVERIFY(where->selectedFiles().first().endsWith(QStringLiteral("teleconsultation-2026-03-02-1010.ics")));
        where->selectFile(path);
        QMetaObject::invokeMethod(where, "accept");
    }

    std::unique_ptr<Practice> m_practice;
    QString m_id;
    std::unique_ptr<QWidget> m_window;
    SharingMenu *m_menu = nullptr;
};

QTEST_MAIN(TestSharingMenu)
#include "test_sharing_menu.moc"
