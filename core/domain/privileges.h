// Who may do what in a call: groups, roles and tools.
#pragma once

#include "core/domain/error.h"

#include <QList>
#include <QStringList>

#include <array>

namespace teleconsult {

/// Kaleyra's two kinds of user: a plus user organises, a basic user takes part (seed 003, User).
enum class Role { Basic, Plus };

QString toCode(Role role); ///< "basic" or "plus", as Kaleyra spells it.

/// The eight tools of a call that a role may be given (reference/teleconsultation-service.md, JSON configuration).
struct Tools
{
    bool chat = true;
    bool screenSharing = true;
    bool fileUpload = true;
    bool whiteboard = true;
    bool snapshot = true;
    bool liveEdit = true;
    bool livePointer = true;
    bool presentToEveryone = true;

    friend bool operator==(const Tools &, const Tools &) = default;
};

/// A tool by the name that configuration files and Kaleyra have for it.
struct ToolName
{
    const char *code; ///< "screen_sharing"
    bool Tools::*tool;
};
const std::array<ToolName, 8> &toolNames();

/// Which groups of the clinic map to which role, and the tools of each role.
class Privileges
{
public:
    /// What the members of some groups may use.
    struct Grant
    {
        QStringList groups;
        Tools tools;

        friend bool operator==(const Grant &, const Grant &) = default;
    };

    /// The service's built-in configuration: patients (up to 1.x named customers) are basic, doctors plus, every tool
    /// on.
    static Privileges defaults();

    Privileges(Grant basic, Grant plus);

    /// The highest role among the groups; an error naming `groups` when none of them is configured
    /// (reference/teleconsultation-service.md, built-in defaults; since 1.2.0 such a participant is refused).
    Result<Role> roleOf(const QStringList &groups) const;
    /// Whether that is plus.
    bool isPlus(const QStringList &groups) const { return roleOf(groups) == Role::Plus; }

    /// Whether all of them are configured. Groups that somebody writes must be; those that the clinic's auth service
    /// tells may have others among them, which are for other programs.
    bool knowsAll(const QStringList &groups) const;
    const Grant &grantOf(Role role) const { return role == Role::Plus ? m_plus : m_basic; }
    const Tools &toolsOf(Role role) const { return grantOf(role).tools; }

    /// Every configured group, plus groups first: what a form offers.
    QStringList groups() const;

    friend bool operator==(const Privileges &, const Privileges &) = default;

private:
    Grant m_basic;
    Grant m_plus;
};

} // namespace teleconsult
