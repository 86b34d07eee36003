// The form where the clinic's auth service knows who people are.
#include "tests/support/manual_clock.h"
#include "tests/ui/support/keyboard.h"
#include "ui/schedule/participant_row.h"
#include "ui/schedule/schedule_form.h"
#include "ui/theme/theme.h"
#include "ui/widgets/field.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

using namespace teleconsult;
using namespace teleconsult::ui;
using namespace teleconsult::test;

class TestLookedUpPeople : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_theme = std::make_unique<Theme>();
        m_form = std::make_unique<ScheduleForm>(
            PeopleSource::LookedUp, Privileges::defaults(),
            StationIdentity{QStringLiteral("doctor.ferri"), QStringLiteral("Dr. Ferri"), {QStringLiteral("doctor")}},
            m_clock, nullptr);
        m_form->setStart(m_clock.now().toLocalTime().addSecs(3600));
        QVERIFY(showActive(*m_form));
    }
    void cleanup()
    {
        m_form.reset();
        m_theme.reset();
    }

    void asksForTheIdAlone()
    {
        QCOMPARE(shown<QLineEdit>(QStringLiteral("participantName")).size(), 0);
        QCOMPARE(shown<QComboBox>(QStringLiteral("participantGroup")).size(), 0);
        QCOMPARE(shown<QLineEdit>(QStringLiteral("participantId")).size(), 2);
        QCOMPARE(ids().at(0)->text(), QStringLiteral("doctor.ferri"));
        QCOMPARE(ids().at(1)->text(), QString()); // A made-up id would be nobody's.

        m_form->focusFirst();
        QCOMPARE(QApplication::focusWidget(), ids().at(1));
        QVERIFY(!m_form->validate());
        QTest::keyClicks(ids().at(1), QStringLiteral(" auth0|42 "));
        QVERIFY(m_form->validate());
        const TeleconsultationRequest wish = m_form->request();
        QCOMPARE(wish.participants.size(), 2);
        for (const ParticipantData &person : wish.participants) {
            QVERIFY(person.fullName.isEmpty());
            QVERIFY(person.groups.isEmpty());
        }
        QCOMPARE(wish.participants.at(1).externalId, QStringLiteral("auth0|42"));
    }

    void whoIsNotKnownIsToldBesideTheId()
    {
        QTest::keyClicks(ids().at(1), QStringLiteral("nobody"));
        const tl::unexpected<Error> unknown =
            invalid(QStringLiteral("unknown_person"), QStringLiteral("participants.data[1].userExternalId"), {});
        QVERIFY(m_form->showServiceError(unknown.value()));
        QCOMPARE(QApplication::focusWidget(), ids().at(1));
        const QList<QLabel *> labels = m_form->findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
            return label->isVisible() && label->text() == QStringLiteral("Nobody is known under this id. Check it.");
        }));
    }

private:
    template <typename Widget>
    QList<Widget *> shown(const QString &name) const
    {
        QList<Widget *> widgets = m_form->findChildren<Widget *>(name);
        widgets.removeIf([](const Widget *widget) { return !widget->isVisible(); });
        return widgets;
    }
    QList<QLineEdit *> ids() const { return shown<QLineEdit>(QStringLiteral("participantId")); }

    ManualClock m_clock;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<ScheduleForm> m_form;
};

QTEST_MAIN(TestLookedUpPeople)
#include "test_looked_up_people.moc"
