// The form of a new consultation, and a person before it.
#pragma once

#include "tests/ui/support/clinic.h"
#include "tests/ui/support/keyboard.h"
#include "ui/schedule/schedule_dialog.h"

#include <QLineEdit>
#include <QPushButton>

#include <memory>

namespace teleconsult::test {

inline const QString nameEdit = QStringLiteral("participantName");
inline const QString idEdit = QStringLiteral("participantId");
inline const QString groupBox = QStringLiteral("participantGroup");

/// For each test a clinic and an empty form, begun on 2 March 2026 at 15:00.
class ScheduleDialogTest : public QObject
{
    Q_OBJECT

protected:
    QLineEdit *field(const QString &name, int row) const { return visible<QLineEdit>(*m_dialog, name, row); }
    void toggleId(int row) const
    {
        visible<QPushButton>(*m_dialog, QStringLiteral("participantIdToggle"), row)->click();
    }

    std::unique_ptr<Clinic> m_clinic;
    std::unique_ptr<ui::ScheduleDialog> m_dialog;

private slots:
    void init()
    {
        m_clinic = std::make_unique<Clinic>();
        m_dialog =
            std::make_unique<ui::ScheduleDialog>(m_clinic->service(), m_clinic->settings(), m_clinic->clock(), nullptr);
        m_dialog->setStart(QDateTime(QDate(2026, 3, 2), QTime(15, 0)));
        QVERIFY(showActive(*m_dialog));
    }
    void cleanup()
    {
        m_dialog.reset();
        m_clinic.reset();
    }
};

} // namespace teleconsult::test
