// Links that are handed over, pasted and dropped.
#include "core/domain/teleconsultation_link.h"
#include "tests/ui/support/keyboard.h"
#include "tests/ui/support/practice.h"
#include "ui/links/link_reception.h"
#include "ui/widgets/banner.h"

#include <QClipboard>
#include <QDialog>
#include <QDragEnterEvent>
#include <QMimeData>
#include <QPushButton>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QVBoxLayout>

using namespace teleconsult;
using namespace teleconsult::ui;
using namespace teleconsult::test;

class TestLinkReception : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void init()
    {
        m_practice = std::make_unique<Practice>();
        m_id = m_practice->add({.patient = QStringLiteral("Luca Romano"), .time = QTime(10, 10)});
        m_window = std::make_unique<QWidget>();
        m_reception = new LinkReception(
            m_practice->service(), [this] { return m_busy; }, m_window.get());
        (new QVBoxLayout(m_window.get()))->addWidget(m_reception);
        m_busy = false;
        QVERIFY(showActive(*m_window));
    }
    void cleanup()
    {
        m_window.reset();
        m_practice.reset();
    }

    void aLinkFindsItsConsultation()
    {
        QSignalSpy found(m_reception, &LinkReception::found);
        m_reception->take(QStringLiteral("  %1\n").arg(linkOfConsultation(m_id)));
        QTRY_COMPARE(found.size(), 1);
        QCOMPARE(found.first().first().value<Teleconsultation>().id, m_id);
        QVERIFY(!m_reception->isVisible());
    }

    void theClipboardIsTaken()
    {
        QSignalSpy found(m_reception, &LinkReception::found);
        QGuiApplication::clipboard()->setText(QStringLiteral("https://clinic.example.org/teleconsultation/") + m_id);
        m_reception->takeFromClipboard();
        QTRY_COMPARE(found.size(), 1);
        QGuiApplication::clipboard()->clear();
        m_reception->takeFromClipboard();
        QVERIFY2(said().contains(QStringLiteral("no link to open")), qPrintable(said()));
        QCOMPARE(found.size(), 1);
    }

    void whatIsNoLinkIsSaidAndNotRepeated()
    {
        QSignalSpy found(m_reception, &LinkReception::found);
        const QString hostile = QStringLiteral("teleconsult://teleconsultation/<b>x</b>?next=evil.example");
        m_reception->take(hostile);
        QVERIFY2(said().contains(QStringLiteral("not the link of a consultation")), qPrintable(said()));
        QVERIFY(!said().contains(QStringLiteral("evil")));
        QTest::mouseClick(m_reception->findChild<QPushButton *>(QStringLiteral("bannerDismiss")), Qt::LeftButton);
        QVERIFY(!m_reception->isVisible());
        QVERIFY(found.isEmpty());
    }

    void whoIsNotHereIsSaid()
    {
        QSignalSpy found(m_reception, &LinkReception::found);
        m_reception->take(QStringLiteral("teleconsult://teleconsultation/0000000000"));
        QTRY_VERIFY(m_reception->isVisible());
        QVERIFY2(said().contains(QStringLiteral("not here")), qPrintable(said()));
        QVERIFY(found.isEmpty());
        // A good one afterwards takes back what was said.
        m_reception->take(linkOfConsultation(m_id));
        QTRY_COMPARE(found.size(), 1);
        QVERIFY(!m_reception->isVisible());
    }

    void inACallItOnlySaysSo()
    {
        QSignalSpy found(m_reception, &LinkReception::found);
        m_busy = true;
        m_reception->take(linkOfConsultation(m_id));
        QVERIFY2(said().contains(QStringLiteral("A call is on")), qPrintable(said()));
        m_reception->withdraw();
        // The call begins while the consultation is looked for.
        m_busy = false;
        m_practice->records().holdFinds();
        m_reception->take(linkOfConsultation(m_id));
        QVERIFY(!m_reception->isVisible());
        m_busy = true;
        m_practice->records().releaseFinds();
        QTRY_VERIFY(m_reception->isVisible());
        QVERIFY2(said().contains(QStringLiteral("A call is on")), qPrintable(said()));
        QVERIFY(found.isEmpty());
    }

    void thatTheAnswerTakesItsTimeIsSaid()
    {
        QSignalSpy found(m_reception, &LinkReception::found);
        m_practice->records().holdFinds();
        m_reception->take(linkOfConsultation(m_id));
        QTRY_VERIFY(m_reception->isVisible());
        QVERIFY2(said().contains(QStringLiteral("being looked for")), qPrintable(said()));
        m_practice->records().releaseFinds();
        QTRY_COMPARE(found.size(), 1);
        QVERIFY(!m_reception->isVisible());
    }

    void whoDoesNotWaitForTheAnswerIsLeftAlone()
    {
        QSignalSpy found(m_reception, &LinkReception::found);
        m_practice->records().holdFinds();
        m_reception->take(linkOfConsultation(m_id));
        QTRY_VERIFY(m_reception->isVisible());
        emit m_reception->findChild<Banner *>(QStringLiteral("linkBanner"))->dismissed();
        QVERIFY(!m_reception->isVisible());
        m_practice->records().releaseFinds();
        QVERIFY(m_practice->settle());
        QVERIFY(found.isEmpty());
        QVERIFY(!m_reception->isVisible());
    }

    /// Before somebody has signed in.
    void whatCameTooEarlyIsFollowedAfterwards()
    {
        const QString other = m_practice->add({.patient = QStringLiteral("Ada Neri"), .time = QTime(11, 0)});
        QSignalSpy found(m_reception, &LinkReception::found);
        m_reception->hold(true);
        m_reception->take(linkOfConsultation(other));
        m_reception->take(linkOfConsultation(m_id));
        QVERIFY(!m_reception->isVisible());
        QVERIFY(m_practice->service().isIdle());
        m_reception->hold(false);
        QTRY_COMPARE(found.size(), 1);
        QCOMPARE(found.first().first().value<Teleconsultation>().id, m_id);
        // Once.
        m_reception->hold(true);
        m_reception->hold(false);
        QVERIFY(m_practice->service().isIdle());
    }

    void aDialogThatWasOpenedMeanwhileIsNotLost()
    {
        QSignalSpy found(m_reception, &LinkReception::found);
        m_practice->records().holdFinds();
        m_reception->take(linkOfConsultation(m_id));
        QDialog dialog(m_window.get());
        dialog.setModal(true);
        QVERIFY(showActive(dialog));
        m_practice->records().releaseFinds();
        QTRY_VERIFY(m_reception->isVisible());
        QVERIFY2(said().contains(QStringLiteral("Finish what is open")), qPrintable(said()));
        QVERIFY(found.isEmpty());
    }

    void workInADialogIsNotLost()
    {
        QSignalSpy found(m_reception, &LinkReception::found);
        QDialog dialog(m_window.get());
        dialog.setModal(true);
        QVERIFY(showActive(dialog));
        m_reception->take(linkOfConsultation(m_id));
        QVERIFY2(said().contains(QStringLiteral("Finish what is open")), qPrintable(said()));
        dialog.close();
        m_reception->take(linkOfConsultation(m_id));
        QTRY_COMPARE(found.size(), 1);
    }

    void theLastLinkCounts()
    {
        const QString other = m_practice->add({.patient = QStringLiteral("Ada Neri"), .time = QTime(11, 0)});
        QSignalSpy found(m_reception, &LinkReception::found);
        m_practice->records().holdFinds();
        m_reception->take(linkOfConsultation(m_id));
        m_reception->take(linkOfConsultation(other));
        m_practice->records().releaseFinds();
        QTRY_COMPARE(found.size(), 1);
        QCOMPARE(found.first().first().value<Teleconsultation>().id, other);
        QVERIFY(m_practice->settle());
        QCOMPARE(found.size(), 1);
    }

    void whatIsDropped_data()
    {
        QTest::addColumn<bool>("asUrl");
        QTest::addColumn<QString>("prefix");
        QTest::addColumn<bool>("leadsThere");
        QTest::newRow("a link from a browser") << true << "https://clinic.example.org/teleconsultation/" << true;
        QTest::newRow("our own link") << true << "teleconsult://teleconsultation/" << true;
        QTest::newRow("text") << false << "teleconsult://teleconsultation/" << true;
        QTest::newRow("another page") << true << "https://clinic.example.org/patients/" << false;
        QTest::newRow("a file") << true << "file:///teleconsultation/" << false;
        QTest::newRow("prose") << false << "see teleconsult://teleconsultation/" << false;
    }
    void whatIsDropped()
    {
        QFETCH(bool, asUrl);
        QFETCH(QString, prefix);
        QFETCH(bool, leadsThere);
        QMimeData data;
        if (asUrl)
            data.setUrls({QUrl(prefix + m_id)});
        else
            data.setText(prefix + m_id);
        QSignalSpy found(m_reception, &LinkReception::found);
        drop(data);
        if (leadsThere) {
            QTRY_COMPARE(found.size(), 1);
        } else {
            QVERIFY2(said().contains(QStringLiteral("not the link of a consultation")), qPrintable(said()));
            QVERIFY(found.isEmpty());
        }
    }

    void noiseDoesNothingButSaySo()
    {
        QSignalSpy found(m_reception, &LinkReception::found);
        QRandomGenerator chance(11);
        for (int i = 0; i < 1000; ++i) {
            QString link = linkOfConsultation(m_id);
            // Never a letter or digit: that would be the link of another consultation.
            static const QString marks = QStringLiteral("?#@%\\ \"'<>&;:.,|");
            link.insert(chance.bounded(1, link.size()), marks.at(chance.bounded(marks.size())));
            m_reception->withdraw();
            m_reception->take(link);
            QVERIFY2(m_reception->isVisible(), qPrintable(link));
        }
        QVERIFY(m_practice->service().isIdle());
        QVERIFY(found.isEmpty());
    }

    void followsTheLanguage()
    {
        m_reception->take(QStringLiteral("x"));
        Brackets brackets;
        QVERIFY(QCoreApplication::installTranslator(&brackets));
        QTRY_VERIFY(said().startsWith(u'['));
        QCoreApplication::removeTranslator(&brackets);
    }

private:
    QString said() const
    {
        const auto *banner = m_reception->findChild<Banner *>(QStringLiteral("linkBanner"));
        return banner && banner->isVisible() ? banner->text() : QString();
    }
    void drop(const QMimeData &data)
    {
        const QPoint place(20, 20);
        QDragEnterEvent enter(place, Qt::CopyAction | Qt::LinkAction | Qt::MoveAction, &data, Qt::LeftButton, {});
        enter.ignore();
        QCoreApplication::sendEvent(m_window.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent letGo(place, Qt::CopyAction | Qt::LinkAction | Qt::MoveAction, &data, Qt::LeftButton, {});
        QCoreApplication::sendEvent(m_window.get(), &letGo);
        QVERIFY(letGo.dropAction() != Qt::MoveAction);
    }

    std::unique_ptr<Practice> m_practice;
    QString m_id;
    bool m_busy = false;
    std::unique_ptr<QWidget> m_window;
    LinkReception *m_reception = nullptr;
};

QTEST_MAIN(TestLinkReception)
#include "test_link_reception.moc"
