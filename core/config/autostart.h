// Whether the program starts when its user logs in.
#pragma once

#include "core/domain/error.h"

namespace teleconsult::config {

/// An entry in the user's autostart folder (XDG Autostart). The entry is the only place where this is kept, so a
/// desktop's own list of such programs and this always say the same. Elsewhere an administrator may have put an entry
/// for everybody; that one is not looked at.
class Autostart
{
public:
    /// `configHome`: usually ~/.config. `program`: what is to be started, a name to be found or a path.
    Autostart(QString configHome, QString program);
    /// For this program and this user.
    static Autostart ofThisProgram();

    /// An entry that is there but switched off by the desktop (Hidden) counts as off.
    bool isOn() const;
    /// Errors of kind Storage, code autostart_unwritable: what was there is as it was.
    Result<void> set(bool on) const;

    QString path() const;

private:
    QString m_configHome;
    QString m_program;
};

} // namespace teleconsult::config
