#include "ui/reminders/reminders_dialog.h"

#include "core/config/setting_keys.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/content_scroll.h"
#include "ui/widgets/field.h"
#include "ui/widgets/setting_lock.h"
#include "ui/widgets/tab_order.h"
#include "ui/widgets/wrapped_label.h"

#include <QCheckBox>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace teleconsult::ui {

namespace {

constexpr int preferredWidth = 480;

} // namespace

RemindersDialog::RemindersDialog(config::Settings &settings, config::Autostart autostart, QWidget *parent)
    : FramedDialog(QStringLiteral("reminders"), parent),
      m_settings(settings),
      m_autostart(std::move(autostart)),
      m_wanted(new QCheckBox(this)),
      m_minutes(new QSpinBox(this)),
      m_minutesField(new Field(m_minutes, this)),
      m_names(new QCheckBox(this)),
      m_namesHint(new WrappedLabel({}, QStringLiteral("caption"), this)),
      m_tray(new QCheckBox(this)),
      m_trayHint(new WrappedLabel({}, QStringLiteral("caption"), this)),
      m_atLogin(new QCheckBox(this)),
      m_cancel(addButton(QStringLiteral("Cancel"))),
      m_save(addButton(QStringLiteral("Save"), QStringLiteral("primary")))
{
    build();
    for (const QCheckBox *box : {m_wanted, m_tray})
        connect(box, &QCheckBox::toggled, this, &RemindersDialog::updateEnabled);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &RemindersDialog::save);
    updateEnabled();
    retranslate();
    orderTabs(this);
    fitToScreen(this, preferredWidth);
}

void RemindersDialog::build()
{
    m_wanted->setObjectName(QStringLiteral("remindersWanted"));
    m_minutes->setObjectName(QStringLiteral("reminderMinutes"));
    m_names->setObjectName(QStringLiteral("reminderNames"));
    m_tray->setObjectName(QStringLiteral("trayWanted"));
    m_atLogin->setObjectName(QStringLiteral("startAtLogin"));

    const config::ReminderWishes wishes = m_settings.reminders();
    m_minutes->setRange(0, int(config::longestReminderLead.count()));
    m_wanted->setChecked(wishes.wanted);
    m_minutes->setValue(int(wishes.lead.count()));
    m_names->setChecked(wishes.showNames);
    m_tray->setChecked(m_settings.wantsTray());
    m_atLogin->setChecked(m_autostart.isOn());

    auto *wishesArea = new QWidget(this);
    auto *layout = new QVBoxLayout(wishesArea);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing::s);
    layout->addWidget(m_wanted);
    layout->addWidget(m_minutesField);
    layout->addWidget(m_names);
    layout->addWidget(m_namesHint);
    layout->addSpacing(spacing::s);
    layout->addWidget(m_tray);
    layout->addWidget(m_trayHint);
    layout->addWidget(m_atLogin);
    layout->addStretch();
    setScrolledContent(wishesArea);
}

void RemindersDialog::updateEnabled()
{
    m_minutesField->setEnabled(m_wanted->isChecked());
    m_names->setEnabled(m_wanted->isChecked() || m_tray->isChecked());
    lockIfHeld(m_wanted, m_settings, config::keys::remindersWanted);
    lockIfHeld(m_minutes, m_settings, config::keys::reminderMinutes);
    lockIfHeld(m_names, m_settings, config::keys::reminderNames);
    lockIfHeld(m_tray, m_settings, config::keys::interfaceTray);
}

void RemindersDialog::save()
{
    if (m_atLogin->isChecked() != m_autostart.isOn()) {
        if (!m_autostart.set(m_atLogin->isChecked())) {
            setProblem(tr("Whether Teleconsult starts at log-in could not be changed: %1 cannot be written to.")
                           .arg(m_autostart.path()));
            return;
        }
    }
    m_settings.setReminders({.wanted = m_wanted->isChecked(),
                             .lead = std::chrono::minutes(m_minutes->value()),
                             .showNames = m_names->isChecked()});
    m_settings.setWantsTray(m_tray->isChecked());
    emit changed();
    accept();
}

void RemindersDialog::retranslate()
{
    setTitle(tr("Reminders"));
    m_wanted->setText(tr("Remind me of my consultations"));
    m_minutesField->setLabel(tr("Minutes before the room opens"));
    m_minutesField->setHint(tr("Another reminder comes when it is open, and when somebody is waiting."));
    m_names->setText(tr("Name the participants"));
    m_namesHint->setText(
        tr("In reminders and in the panel's list. Anybody who sees the screen can read a reminder, also while it "
           "is locked."));
    m_tray->setText(tr("Show an icon in the panel, with what is still to come today"));
    m_trayHint->setText(tr("While the icon is there, closing the window leaves Teleconsult running, with its reminders. "
                           "Ctrl+Q ends it."));
    m_atLogin->setText(tr("Start Teleconsult when I log in"));
    m_cancel->setText(tr("Cancel"));
    m_save->setText(tr("Save"));
    setProblem({});
    updateEnabled();
}

} // namespace teleconsult::ui
