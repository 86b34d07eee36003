#include "ui/widgets/error_text.h"

#include "core/domain/schedule.h"
#include "core/domain/teleconsultation.h"
#include "ui/widgets/secret_error_text.h"
#include "ui/widgets/settings_error_text.h"
#include "ui/widgets/sign_in_error_text.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace teleconsult::ui {

namespace {

struct ErrorText
{
    Q_DECLARE_TR_FUNCTIONS(teleconsult::ui::ErrorText)
};

/// The last part of a participant's field, "fullName" in "participants.data[1].fullName"; empty: another field.
QString participantMember(const QString &field)
{
    const qsizetype dot = field.lastIndexOf(QLatin1Char('.'));
    return participantIndex(field) >= 0 && dot > 0 ? field.mid(dot + 1) : QString();
}

QString memberText(const QString &member)
{
    if (member == QLatin1String("fullName"))
        return ErrorText::tr("full name");
    if (member == QLatin1String("groups"))
        return ErrorText::tr("group");
    if (member == QLatin1String("language"))
        return ErrorText::tr("language");
    if (member == QLatin1String("userExternalId"))
        return ErrorText::tr("id in your records");
    return {};
}

QString participantSentence(const QString &member, const QString &code)
{
    if (member == QLatin1String("fullName"))
        return ErrorText::tr("Enter a full name, or remove this participant.");
    if (member == QLatin1String("groups"))
        return ErrorText::tr("Choose one of the groups that are set up here.");
    if (member == QLatin1String("language"))
        return ErrorText::tr("Choose Italian, English or the company's default.");
    if (member == QLatin1String("userExternalId"))
        return code == QLatin1String("duplicate")
                   ? ErrorText::tr("Another participant has this id. Each person takes part once.")
               : code == QLatin1String("unknown_person")
                   ? ErrorText::tr("Nobody is known under this id. Check it.")
                   : ErrorText::tr("Enter the id under which your records know this person.");
    return {};
}

QString participantsSentence(const QString &field, const QString &code)
{
    if (code == QLatin1String("no_plus_user"))
        return ErrorText::tr("Nobody here may open the room. Add a doctor, or change someone's group.");
    if (field == QLatin1String("participants.number"))
        return ErrorText::tr("Expect between %1 and %2 participants.")
            .arg(minimumParticipants)
            .arg(maximumParticipants);
    if (field == QLatin1String("participants.data") && code == QLatin1String("too_many"))
        return ErrorText::tr(
            "There are more participants than expected. Raise the expected number, or remove someone.");
    return {};
}

QString scheduleSentence(const QString &field, const QString &code)
{
    if (field == QLatin1String("start_date"))
        return ErrorText::tr("Enter a date and a start time that exist.");
    const bool isEnd = field == QLatin1String("end_date");
    if (!isEnd && field != QLatin1String("duration_in_seconds"))
        return {};
    if (code == QLatin1String("too_short")) {
        const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(shortestDuration).count();
        return isEnd ? ErrorText::tr("End at least %1 minutes later.").arg(minutes)
                     : ErrorText::tr("It must last at least %1 minutes.").arg(minutes);
    }
    if (code == QLatin1String("too_long")) {
        const auto hours = std::chrono::duration_cast<std::chrono::hours>(longestDuration).count();
        return isEnd ? ErrorText::tr("End at most %1 hours later.").arg(hours)
                     : ErrorText::tr("It must last at most %1 hours.").arg(hours);
    }
    if (code == QLatin1String("both_given"))
        return ErrorText::tr("Give either a duration or an end time.");
    return isEnd ? ErrorText::tr("Enter an end time that exists.") : ErrorText::tr("Enter a duration in minutes.");
}

QString stationSentence(const QString &field)
{
    if (field == QLatin1String("station.fullName"))
        return ErrorText::tr("Enter the name of the person who uses this computer.");
    if (field == QLatin1String("station.externalId"))
        return ErrorText::tr("Enter the id under which your records know this person.");
    if (field == QLatin1String("station.groups"))
        return ErrorText::tr("Choose at least one group.");
    return {};
}

QString invalidSentence(const Error &error)
{
    for (const QString &sentence :
         {participantSentence(participantMember(error.field), error.code),
          participantsSentence(error.field, error.code), scheduleSentence(error.field, error.code),
          stationSentence(error.field), settingsSentence(error.field, error.code)})
    {
        if (!sentence.isEmpty())
            return sentence;
    }
    return error.code == QLatin1String("required")
               ? ErrorText::tr("Something is missing here. Fill it in and try again.")
               : ErrorText::tr("This was not accepted. Check what was entered and try again.");
}

QString sandboxSentence(const QString &code)
{
    if (code == QLatin1String("sandbox_state_too_new"))
        return ErrorText::tr("A newer Teleconsult has used the sandbox on this computer. Use that version.");
    if (code == QLatin1String("sandbox_in_use"))
        return ErrorText::tr("Another program uses the sandbox of this computer's records. Wait until it has ended, "
                             "then start Teleconsult again.");
    if (code.startsWith(QLatin1String("sandbox_")))
        return ErrorText::tr("The sandbox could not be started. Start Teleconsult again.");
    return {};
}

QString recordsSentence(const QString &code)
{
    if (code == QLatin1String("schema_too_new"))
        return ErrorText::tr(
            "The records on this computer were written by a newer version of Teleconsult. Install that "
            "version, then try again.");
    if (code == QLatin1String("disk_full"))
        return ErrorText::tr("The disk is full. Make room on it, then try again.");
    if (code == QLatin1String("read_only"))
        return ErrorText::tr(
            "The records on this computer may not be written. Ask whoever looks after it to allow it.");
    if (code == QLatin1String("not_a_database"))
        return ErrorText::tr("The records on this computer are damaged. Ask whoever looks after it to restore them.");
    if (code == QLatin1String("busy"))
        return ErrorText::tr("Another program is using the records on this computer. Try again in a moment.");
    return ErrorText::tr("The records on this computer could not be read or written. Check the disk, then try again.");
}

/// Of the reference service's configuration file; `field` is a property of it, or the setting that names the file.
QString configurationSentence(const QString &field, const QString &code)
{
    if (code == QLatin1String("configuration_file_missing") || code == QLatin1String("configuration_file_too_large"))
        return ErrorText::tr("The configuration file that the setting %1 names cannot be read. Ask whoever set "
                             "Teleconsult up to correct it and start Teleconsult again.")
            .arg(field);
    if (code == QLatin1String("configuration_not_json"))
        return ErrorText::tr("The configuration file that the setting %1 names is not valid JSON. Ask whoever set "
                             "Teleconsult up to correct it and start Teleconsult again.")
            .arg(field);
    if (code.startsWith(QLatin1String("configuration_")))
        return ErrorText::tr("The configuration file is not right at %1. Ask whoever set Teleconsult up to correct it "
                             "and start Teleconsult again.")
            .arg(field);
    return {};
}

/// Settings are named as they stand in the file: whoever corrects one looks for it there.
QString settingSentence(const QString &setting, const QString &code)
{
    if (code == QLatin1String("settings_unwritable"))
        return ErrorText::tr("The settings could not be written, and are as they were. Check the room on the disk and "
                             "who may write the file settings.ini, then try again.");
    if (code == QLatin1String("kaleyra_url_malformed"))
        return ErrorText::tr("The setting %1 holds no address of Kaleyra that begins with https. Ask whoever set "
                             "Teleconsult up to correct it and start Teleconsult again.")
            .arg(setting);
    if (code == QLatin1String("roles_malformed"))
        return ErrorText::tr("The setting %1 names something that is no group or no tool. Ask whoever set Teleconsult "
                             "up to correct it and start Teleconsult again.")
            .arg(setting);
    if (code == QLatin1String("crud_url_malformed"))
        return ErrorText::tr("The setting %1 holds no address of a CRUD service. Ask whoever set Teleconsult up to "
                             "correct it and start Teleconsult again.")
            .arg(setting);
    if (code == QLatin1String("service_url_malformed"))
        return ErrorText::tr(
                   "The setting %1 holds no address of a Teleconsultation Service that begins with https. Ask "
                   "whoever set Teleconsult up to correct it and start Teleconsult again.")
            .arg(setting);
    if (code.startsWith(QLatin1String("service_token_")))
        return ErrorText::tr("The token in the file that the setting %1 names cannot be used: the file is missing, "
                             "empty, readable by others, or holds no token. Ask whoever set Teleconsult up to correct "
                             "it and start Teleconsult again.")
            .arg(setting);
    if (code.startsWith(QLatin1String("appointment_key_")))
        return ErrorText::tr("There is no usable key for codes in the file that the setting %1 names: the file is "
                             "missing, readable by others, or holds fewer than 32 characters. Ask whoever set "
                             "Teleconsult up to correct it.")
            .arg(setting);
    if (code == QLatin1String("auth_service_malformed") || code == QLatin1String("custom_ids_endpoint_malformed"))
        return ErrorText::tr("The setting %1 does not hold the address of an auth service. Ask whoever set "
                             "Teleconsult up to correct it and start Teleconsult again.")
            .arg(setting);
    if (code == QLatin1String("crud_collection_not_set"))
        return ErrorText::tr("The setting %1 is missing, so the CRUD service cannot be asked for records. Ask whoever "
                             "set Teleconsult up to name the collection and start Teleconsult again.")
            .arg(setting);
    if (code == QLatin1String("crud_collection_malformed"))
        return ErrorText::tr("The setting %1 holds no name of a collection. Ask whoever set Teleconsult up to correct "
                             "it and start Teleconsult again.")
            .arg(setting);
    return {};
}

QString storageSentence(const QString &field, const QString &code)
{
    if (code == QLatin1String("plugin"))
        return ErrorText::tr("A part of Teleconsult is missing or does not fit the rest. Install Teleconsult again.");
    if (code == QLatin1String("no_memory"))
        return ErrorText::tr("This computer is short of memory. Close other programs, then try again.");
    for (const QString &sentence : {secretSentence(field, code), sandboxSentence(code),
                                    configurationSentence(field, code), settingSentence(field, code)})
    {
        if (!sentence.isEmpty())
            return sentence;
    }
    return recordsSentence(code);
}

QString unreachableSentence(const QString &code)
{
    if (code == QLatin1String("tls") || code == QLatin1String("tls_date"))
        return ErrorText::tr("No safe connection to the server is possible. Check the date of this computer; if it is "
                             "right, ask whoever set Teleconsult up.");
    const QString sandbox = sandboxSentence(code);
    return sandbox.isEmpty()
               ? ErrorText::tr("The server cannot be reached. Check the network connection, then try again.")
               : sandbox;
}

QString serverSentence(const Error &error)
{
    if (error.code == QLatin1String("no_collection"))
        return ErrorText::tr(
            "The server does not know the collection that is asked for. Ask whoever set Teleconsult up "
            "to check its name and the server's address.");
    if (error.code == QLatin1String("not_offered"))
        return ErrorText::tr("The server that this station uses can only open single consultations: it has no list of "
                             "them, no links for others and keeps no note of calls.");
    if (error.code == QLatin1String("no_such_path"))
        return ErrorText::tr("The server that this station uses is no Teleconsultation Service. Ask whoever set "
                             "Teleconsult up to check its address.");
    return error.retryable ? ErrorText::tr("The server has a problem of its own. Try again in a few minutes.")
                           : ErrorText::tr("The server refused this. Check what was entered, then try again.");
}

QString kindSentence(const Error &error)
{
    if (const QString aboutSigningIn = signInSentence(error); !aboutSigningIn.isEmpty())
        return aboutSigningIn;
    if (const QString aboutMoving = movingSentence(error.code); !aboutMoving.isEmpty())
        return aboutMoving;
    switch (error.kind) {
    case Error::Kind::Invalid:
        return invalidSentence(error);
    case Error::Kind::NotFound:
        return ErrorText::tr("This is no longer there: someone may have deleted it. Refresh the agenda.");
    case Error::Kind::Unauthorized:
        if (error.code == QLatin1String("not_a_participant"))
            return ErrorText::tr("The person who uses this computer does not take part. Ask to be added.");
        if (error.code == QLatin1String("not_allowed"))
            return ErrorText::tr("The person who uses this computer may not see this. Check who that is.");
        if (error.code == QLatin1String("token_refused"))
            return ErrorText::tr("The server does not accept this station. Ask whoever set Teleconsult up to check the "
                                 "station's token.");
        return ErrorText::tr("Access was refused. Check who uses this computer, or ask whoever set Teleconsult up to "
                             "check its API key.");
    case Error::Kind::Conflict:
        if (error.code == QLatin1String("changed_meanwhile"))
            return ErrorText::tr("Somebody else has changed this consultation meanwhile. Look at it again, and repeat "
                                 "your change if it is still wanted.");
        if (error.code == QLatin1String("setting_locked"))
            return ErrorText::tr("The setting %1 cannot be changed here: something stronger holds it.")
                .arg(error.field);
        return ErrorText::tr("This exists already. Refresh the agenda to see it.");
    case Error::Kind::Immutable:
        return ErrorText::tr("The room is already open, so the consultation can no longer be changed. Delete it and "
                             "schedule another one if need be.");
    case Error::Kind::RateLimited:
        return ErrorText::tr("The server is busy. Wait a minute, then try again.");
    case Error::Kind::Unreachable:
        return unreachableSentence(error.code);
    case Error::Kind::BadAnswer:
        return ErrorText::tr("The server gave an answer that makes no sense. Try again; if it stays like this, "
                             "ask whoever set Teleconsult up to check its address.");
    case Error::Kind::Server:
        return serverSentence(error);
    case Error::Kind::Storage:
        return storageSentence(error.field, error.code);
    case Error::Kind::Cancelled:
        return ErrorText::tr("This was stopped before it was finished. Try again.");
    }
    Q_UNREACHABLE();
}

} // namespace

int participantIndex(const QString &field)
{
    static const QRegularExpression pattern(QStringLiteral(R"(^participants\.data\[(\d{1,3})\])"));
    const QRegularExpressionMatch match = pattern.match(field);
    return match.hasMatch() ? match.captured(1).toInt() : -1;
}

QString fieldText(const QString &field)
{
    const int index = participantIndex(field);
    if (index >= 0) {
        const QString member = memberText(participantMember(field));
        return member.isEmpty() ? ErrorText::tr("Participant %1").arg(index + 1)
                                : ErrorText::tr("Participant %1, %2").arg(QString::number(index + 1), member);
    }
    if (field == QLatin1String("participants.number"))
        return ErrorText::tr("Expected participants");
    if (field.startsWith(QLatin1String("participants")))
        return ErrorText::tr("Participants");
    if (field == QLatin1String("start_date"))
        return ErrorText::tr("Start");
    if (field == QLatin1String("end_date"))
        return ErrorText::tr("End");
    if (field == QLatin1String("duration_in_seconds"))
        return ErrorText::tr("Duration");
    if (field == QLatin1String("station.fullName"))
        return ErrorText::tr("Full name");
    if (field == QLatin1String("station.externalId"))
        return ErrorText::tr("Id");
    if (field == QLatin1String("station.groups"))
        return ErrorText::tr("Groups");
    return {};
}

QString fieldErrorText(const Error &error)
{
    return kindSentence(error);
}

QString errorText(const Error &error)
{
    const QString field = error.kind == Error::Kind::Invalid ? fieldText(error.field) : QString();
    return field.isEmpty() ? kindSentence(error)
                           : ErrorText::tr("%1: %2", "field: sentence").arg(field, kindSentence(error));
}

} // namespace teleconsult::ui
