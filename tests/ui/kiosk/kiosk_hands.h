// Somebody in front of a kiosk: what they touch and what they read.
#pragma once

#include "core/config/setting_keys.h"
#include "core/config/settings.h"
#include "tests/support/await.h"
#include "ui/kiosk/kiosk_window.h"

#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStringList>
#include <QTest>

namespace teleconsult::test {

/// The key that codes are made with, in a file in this folder.
inline void writeAppointmentKey(config::Settings &settings, const QString &folder)
{
    const QString path = folder + QStringLiteral("/appointment.key");
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write("a-key-of-thirty-two-characters-or-more\n") < 0 ||
        !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) ||
        !settings.write({{config::keys::appointmentKeyFile, path}}))
        qFatal("No key");
}

/// For whoever has a kiosk. Every deed waits until it can be done; false: it could not.
class KioskHands
{
public:
    virtual ~KioskHands() = default;

    virtual ui::KioskWindow &kiosk() const = 0;

    template <typename Widget = QPushButton>
    Widget *find(const char *name) const
    {
        return kiosk().findChild<Widget *>(QLatin1String(name));
    }
    /// With the mouse, where it is.
    bool click(const char *name) const
    {
        QPushButton *button = find(name);
        if (!button || !waitUntil([button] { return button->isVisible() && button->isEnabled(); }))
            return false;
        QTest::mouseClick(button, Qt::LeftButton);
        return true;
    }
    bool enterCode(const QString &code) const
    {
        if (!click("kioskStartCodeButton"))
            return false;
        for (const QChar character : code) {
            if (!click(qPrintable(QStringLiteral("kioskKey%1").arg(character))))
                return false;
        }
        return true;
    }
    void typePin(const QString &pin) const { QTest::keyClicks(find<QLineEdit>("kioskPinEdit"), pin); }
    bool reaches(ui::KioskWindow::Page page) const
    {
        return waitUntil([&] { return kiosk().page() == page; });
    }
    /// All that can be read on the screen.
    QString words() const
    {
        QStringList all;
        for (const QLabel *label : kiosk().findChildren<QLabel *>()) {
            if (label->isVisible())
                all << label->text();
        }
        return all.join(QLatin1Char('\n'));
    }
};

} // namespace teleconsult::test
