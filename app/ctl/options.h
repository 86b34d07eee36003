// What was asked for on the command line. A value.
#pragma once

#include "app/places.h"
#include "core/config/setting_sources.h"

#include <QStringList>

#include <optional>

namespace teleconsult::ctl {

enum class Verb {
    Create,
    Get,
    List,
    Patch,
    AddParticipant,
    Delete,
    DeleteUploads,
    Credentials,
    BackgroundUpload,
    BackgroundSet,
    Company,
    Doctor,
    SupportReport,
    ConfigList,
    ConfigGet,
    ConfigSet,
    ConfigUnset,
    ConfigPin,
    ConfigExport,
    ConfigImport,
    ConfigCheck,
    Status,
    RecordsMove,
    RecordsReopen,
    Serve,
    Completion,
};

/// What a command line asks for; of the options, those that the verb has.
struct Options
{
    Verb verb = Verb::Doctor;
    app::Places places;
    config::SettingValues overrides = {}; ///< From --set, checked.
    bool json = false;

    QString id; ///< Of a consultation.

    // create, patch, add-participant
    QString from;             ///< A file with the API's body, "-" for standard input; empty: the options below.
    QStringList participants; ///< As written: id=…,name=…,groups=…,language=…
    std::optional<QString> start = {};
    std::optional<QString> end = {};
    std::optional<int> duration = {}; ///< In seconds.
    std::optional<int> number = {};

    // get, credentials
    std::optional<QString> caller = {}; ///< External id; nothing: the station's.
    bool useBackground = false;
    QString language;
    QStringList groups;
    std::optional<int> lifetime = {}; ///< Of a token, in seconds.

    // list
    QString since;
    QString until;
    QString text;
    int limit = 200;
    int offset = 0;

    QString file; ///< background upload, config import, config check
    QString alias;

    // serve
    QString listen;
    QString tokenFile;
    bool trustsGateway = false;
    QStringList hostNames;

    // config
    QString key;   ///< As written: it may be none.
    QString value; ///< Of config set.
    bool asIni = false;
    bool asMarkdown = false;
    bool withKey = false;    ///< config import
    QString pin;             ///< config pin: "reception" or "settings".
    bool printsHash = false; ///< config pin

    // records move; nothing: as the settings say
    std::optional<QString> target = {};
    std::optional<QString> consultationsCollection = {};
    std::optional<QString> usersCollection = {};
    bool leaveBehind = false;

    bool asMetrics = false; ///< status

    QString shell; ///< completion
};

} // namespace teleconsult::ctl
