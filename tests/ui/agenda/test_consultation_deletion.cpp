// Runs in Europe/Rome (tests/ui/CMakeLists.txt).
#include "tests/ui/support/keyboard.h"
#include "tests/ui/support/practice.h"
#include "ui/agenda/consultation_deletion.h"
#include "ui/widgets/confirm_dialog.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>

using namespace teleconsult;
using namespace teleconsult::ui;
using namespace teleconsult::test;

class TestConsultationDeletion : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void init()
    {
        m_practice = std::make_unique<Practice>();
        m_consultation = m_practice->find(
            m_practice->add({.patient = QStringLiteral("Luca Romano"), .day = Practice::today().addDays(1)}));
        m_deletion = std::make_unique<ConsultationDeletion>(m_practice->service(), m_practice->clock());
        m_window = std::make_unique<QWidget>();
        m_window->resize(800, 600);
        QVERIFY(showActive(*m_window));
    }
    void cleanup()
    {
        m_window.reset();
        m_deletion.reset();
        m_practice.reset();
    }

    void theQuestionSaysWhatGoesAndWhatFollows()
    {
        m_deletion->ask(m_consultation, m_window.get());
        QVERIFY(question());
        const QString said = question()->accessibleDescription();
        for (const char *part :
             {"Tuesday, 3 March", "12:00 – 12:30", "Luca Romano", "links", "stop working", "cannot be undone"})
            QVERIFY2(said.contains(QString::fromUtf8(part)), qPrintable(said));
        const QList<QLabel *> labels = question()->findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) { return label->text() == said; }));
    }

    void itCanBeCalledOff()
    {
        QSignalSpy begun(m_deletion.get(), &ConsultationDeletion::begun);
        m_deletion->ask(m_consultation, m_window.get());
        QVERIFY(waitUntilActive(*question()));
        press(*question(), Qt::Key_Escape);
        QTRY_VERIFY(!question());
        QCOMPARE(begun.size(), 0);
        QCOMPARE(m_practice->find(m_consultation.id).id, m_consultation.id);
    }

    void yesDeletes()
    {
        QSignalSpy begun(m_deletion.get(), &ConsultationDeletion::begun);
        QSignalSpy deleted(m_deletion.get(), &ConsultationDeletion::deleted);
        m_deletion->ask(m_consultation, m_window.get());
        question()->actionButton()->click();
        QCOMPARE(begun.size(), 1);
        QVERIFY(m_deletion->isUnderWay(m_consultation.id));
        QTRY_COMPARE(deleted.size(), 1);
        QCOMPARE(deleted.first().first().toString(), m_consultation.id);
        QVERIFY(!m_deletion->isUnderWay(m_consultation.id));
        QCOMPARE(m_practice->find(m_consultation.id).id, QString());
    }

    void theSameIsNotDeletedTwiceAtATime()
    {
        QSignalSpy begun(m_deletion.get(), &ConsultationDeletion::begun);
        QSignalSpy deleted(m_deletion.get(), &ConsultationDeletion::deleted);
        m_deletion->remove(m_consultation);
        m_deletion->remove(m_consultation);
        m_deletion->ask(m_consultation, m_window.get());
        QVERIFY(!question());
        QTRY_COMPARE(deleted.size(), 1);
        QCOMPARE(begun.size(), 1);
    }

    void whatSomebodyElseDeletedIsGoneAsWell()
    {
        QSignalSpy deleted(m_deletion.get(), &ConsultationDeletion::deleted);
        m_deletion->remove(m_consultation);
        QTRY_COMPARE(deleted.size(), 1);
        m_deletion->remove(m_consultation);
        QTRY_COMPARE(deleted.size(), 2);
    }

    void aFailureIsToldAndCanBeTriedAgain()
    {
        QSignalSpy deleted(m_deletion.get(), &ConsultationDeletion::deleted);
        QList<Error> errors;
        connect(m_deletion.get(), &ConsultationDeletion::failed, this,
                [&](const Teleconsultation &, const Error &error) { errors << error; });
        m_practice->records().failTrash(Practice::unreachable());
        m_deletion->remove(m_consultation);
        QTRY_COMPARE(errors.size(), 1);
        QCOMPARE(errors.first().kind, Error::Kind::Unreachable);
        QVERIFY(!m_deletion->isUnderWay(m_consultation.id));
        QCOMPARE(m_practice->find(m_consultation.id).id, m_consultation.id);
        m_practice->records().failTrash(std::nullopt);
        m_deletion->remove(m_consultation);
        QTRY_COMPARE(deleted.size(), 1);
    }

private:
    ConfirmDialog *question() const { return m_window->findChild<ConfirmDialog *>(); }

    std::unique_ptr<Practice> m_practice;
    Teleconsultation m_consultation;
    std::unique_ptr<ConsultationDeletion> m_deletion;
    std::unique_ptr<QWidget> m_window;
};

QTEST_MAIN(TestConsultationDeletion)
#include "test_consultation_deletion.moc"
