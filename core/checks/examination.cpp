#include "core/checks/examination.h"

#include "core/checks/kiosk_setup.h"
#include "core/checks/probes.h"
#include "core/checks/remedies.h"
#include "core/config/settings_check.h"
#include "core/config/settings_file.h"

#include <QFileInfo>
#include <QTemporaryFile>

#include <chrono>
#include <optional>

namespace teleconsult::checks {

namespace {

/// Within it links, tokens and the immutable period are what they should be.
constexpr std::chrono::seconds greatestClockOffset{60};

constexpr QFile::Permissions othersPermissions =
    QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;

Check good(const QString &name, const QString &finding)
{
    return {name, Check::State::Good, finding};
}

Check notice(const QString &name, const QString &finding)
{
    return {name, Check::State::Notice, finding};
}

Check problem(const QString &name, const QString &finding, const QString &remedy)
{
    return {name, Check::State::Problem, finding, remedy};
}

Check problem(const QString &name, const Error &error, const QString &peer)
{
    const Remedy remedy = remedyFor(error, peer);
    return problem(name, remedy.finding, remedy.remedy);
}

Check skipped(const QString &name, const QString &why)
{
    return {name, Check::State::Skipped, why};
}

Check notLetIn(const QString &name)
{
    return {name, Check::State::Notice,
            QStringLiteral("The auth service answers, but tells nothing to one who is not logged in."),
            QStringLiteral("If it refuses people who are, check DEFAULT_CLIENT_TYPE and AUTH_SERVICE.")};
}

Check checkOf(const KioskLack &lack)
{
    using What = KioskLack::What;
    const QString key = QStringLiteral("kiosk (codes)");
    const QString pins = QStringLiteral("kiosk (PINs)");
    const QString support = QStringLiteral("kiosk (support)");
    switch (lack.what) {
    case What::NoKey:
        return problem(
            key, QStringLiteral("No appointment key file is named: no code opens a call."),
            QStringLiteral("Make one and name it with kiosk/appointment_key_file, here and on every computer "
                           "that hands out codes."));
    case What::BadKey:
        return problem(key, lack.error, {});
    case What::NoReceptionPin:
        return {
            pins, Check::State::Notice,
            QStringLiteral("The reception has no PIN: nobody can open the agenda at the kiosk."),
            QStringLiteral("Set one with teleconsultctl config pin reception, or kiosk/reception_pin in the policy.")};
    case What::NoSettingsPin:
        return {pins, Check::State::Notice,
                QStringLiteral("The settings have no PIN: nobody can leave the kiosk at its screen."),
                QStringLiteral("Set one with teleconsultctl config pin settings, or settings/pin in the policy.")};
    case What::NoSupport:
        return {support, Check::State::Notice,
                QStringLiteral("No support contact is set: when the kiosk keeps failing, it cannot say whom to "
                               "call."),
                QStringLiteral("Set kiosk/support_address.")};
    case What::UnreachableSupport:
        return {support, Check::State::Notice,
                QStringLiteral("The support contact is no telephone number, mail or web address: its QR code "
                               "leads nowhere."),
                QStringLiteral("Set kiosk/support_address to one.")};
    }
    Q_UNREACHABLE();
}

} // namespace

Task<QList<Check>> Examination::examine()
{
    QList<Check> checks;
    checks << settingsFile() << values() << dataDir();
    if (m_parts.usesService) {
        Result<Check> found = co_await service();
        checks << *found << station() << kiosk();
        const Result<std::optional<config::RemoteService>> elsewhere = m_parts.settings.remoteService();
        if (elsewhere && *elsewhere)
            checks << clockAgainst(QStringLiteral("clock (service)"), (*elsewhere)->baseUrl);
        co_return checks;
    }
    checks << configuration() << station() << kiosk();
    // The records first: they need nobody's start, and both peers are asked before either is waited for.
    Task<Check> aboutRecords = records();
    Task<Check> aboutPeople = people();
    Task<Check> aboutKaleyra = kaleyra();
    Result<Check> kaleyraFound = co_await aboutKaleyra;
    Result<Check> recordsFound = co_await aboutRecords;
    Result<Check> peopleFound = co_await aboutPeople;
    checks << *kaleyraFound << *recordsFound << *peopleFound;
    if (!m_parts.usesSandbox && m_parts.settings.kaleyraBaseUrl())
        checks << clockAgainst(QStringLiteral("clock (Kaleyra)"), *m_parts.settings.kaleyraBaseUrl());
    const Result<std::optional<config::CrudService>> crud = m_parts.settings.crudService();
    if (crud && *crud)
        checks << clockAgainst(QStringLiteral("clock (CRUD service)"), (*crud)->baseUrl);
    co_return checks;
}

Check Examination::settingsFile() const
{
    const QString name = QStringLiteral("settings file");
    const QFileInfo file(m_parts.settingsFile);
    if (!file.exists())
        return notice(name, QStringLiteral("There is none (%1): environment and defaults hold.").arg(file.filePath()));
    if (!QFile(file.filePath()).open(QFile::ReadOnly))
        return problem(name, QStringLiteral("%1 cannot be read.").arg(file.filePath()),
                       QStringLiteral("Check whose file it is, and its mode."));
    if (const auto read = config::readIniFile(file.filePath()); !read)
        return problem(
            name, QStringLiteral("%1 is no settings file: %2").arg(file.filePath(), read.error().message).trimmed(),
            QStringLiteral("Mend it, or remove it to begin anew."));
    return good(name, file.filePath());
}

Check Examination::values() const
{
    const QString name = QStringLiteral("settings");
    QStringList mistakes;
    const QList<Error> found = config::mistakesIn(m_parts.settings.sources());
    for (const Error &mistake : found) {
        if (mistake.code != QLatin1String("not_ini")) // settingsFile() tells of it.
            mistakes << mistake.message;
    }
    if (mistakes.isEmpty())
        return good(name, QStringLiteral("Every value is in range."));
    return problem(name, mistakes.join(QStringLiteral("; ")) + QLatin1Char('.'),
                   QStringLiteral("Correct or remove what is named; until then the default holds."));
}

Check Examination::dataDir() const
{
    const QString name = QStringLiteral("data folder");
    const QString path = m_parts.dataDir;
    const QFileInfo folder(path);
    if (!folder.exists())
        return notice(name, QStringLiteral("%1 is not there yet and will be made.").arg(path));
    QTemporaryFile probe(path + QStringLiteral("/doctor.XXXXXX"));
    if (!folder.isDir() || !probe.open())
        return problem(name, QStringLiteral("%1 cannot be written to.").arg(path),
                       QStringLiteral("Check whose folder it is, its mode, and the room on the disk."));
    if (folder.permissions() & othersPermissions)
        return problem(name, QStringLiteral("Others may look into %1.").arg(path),
                       QStringLiteral("Run chmod 700 on it."));
    return good(name, path);
}

/// The original service's file.
Check Examination::configuration() const
{
    const QString name = QStringLiteral("configuration");
    const Result<config::ServiceConfiguration> read = m_parts.settings.serviceConfiguration();
    return read ? good(name, QStringLiteral("The JSON configuration is right, or none is named."))
                : problem(name, read.error(), QString());
}

Check Examination::station() const
{
    const QString name = QStringLiteral("station");
    const auto signIn = m_parts.settings.signIn();
    if (!signIn)
        return problem(name, signIn.error(), {});
    if (*signIn)
        return good(name, QStringLiteral("People sign in with %1.").arg((*signIn)->issuer.toString()));
    const StationIdentity who = m_parts.settings.station();
    const Result<Role> role = m_parts.teleconsultations.policy().privileges.roleOf(who.groups);
    if (!role)
        return problem(name, QStringLiteral("None of the station's groups is configured."),
                       QStringLiteral("Set station/groups or TELECONSULT_STATION_GROUPS to one of: %1.")
                           .arg(m_parts.teleconsultations.policy().privileges.groups().join(QStringLiteral(", "))));
    return good(name, QStringLiteral("The station takes part as a %1 user.").arg(toCode(*role)));
}

QList<Check> Examination::kiosk() const
{
    if (config::stationProfileOf(m_parts.settings.sources()) != config::StationProfile::Kiosk)
        return {};
    QList<Check> found;
    const QList<KioskLack> lacks = lacksOfKiosk(m_parts.settings);
    for (const KioskLack &lack : lacks)
        found << checkOf(lack);
    if (found.isEmpty())
        found << good(QStringLiteral("kiosk"), QStringLiteral("Key, PINs and the support's address are set."));
    return found;
}

Task<Check> Examination::service()
{
    const QString name = QStringLiteral("service");
    const QString peer = QStringLiteral("The Teleconsultation Service");
    Result<void> started = co_await m_parts.start();
    if (!started)
        co_return problem(name, started.error(), peer);
    Result<bool> lists = co_await probeService(m_parts.teleconsultations);
    if (!lists)
        co_return problem(name, lists.error(), peer);
    if (!*lists)
        co_return notice(name, QStringLiteral("Reached, but it has no list: single teleconsultations can be opened."));
    co_return good(name, QStringLiteral("Reached, it takes the token, and it lists teleconsultations."));
}

Task<Check> Examination::kaleyra()
{
    const QString name = QStringLiteral("kaleyra");
    Result<void> started = co_await m_parts.start();
    if (!started)
        co_return problem(name, started.error(), peers::kaleyra);
    Result<teleconsult::kaleyra::Company> company = co_await probeKaleyra(m_parts.kaleyra);
    if (!company)
        co_return problem(name, company.error(), peers::kaleyra);
    if (m_parts.usesSandbox) {
        co_return notice(name,
                         QStringLiteral("None is configured: the built-in sandbox takes its place, and calls stay "
                                        "on this computer."));
    }
    co_return good(name, QStringLiteral("Reached, and the key is accepted for company \"%1\".").arg(company->name));
}

/// With its address, which may be one that nobody has written anywhere.
QString Examination::crudPeer() const
{
    const Result<std::optional<config::CrudService>> crud = m_parts.settings.crudService();
    return crud && *crud ? QStringLiteral("%1 (%2)").arg(peers::crud, (*crud)->baseUrl.toDisplayString())
                         : QString(peers::crud);
}

Task<Check> Examination::records()
{
    const QString name = QStringLiteral("records");
    if (!m_parts.settings.serviceConfiguration())
        co_return skipped(name, QStringLiteral("They wait for the configuration."));
    Result<void> answered = co_await probeRecords(m_parts.records);
    if (!answered && answered.error().field == userIdMap)
        co_return problem(QStringLiteral("%1 (%2)").arg(name, userIdMap), answered.error(), crudPeer());
    if (!answered)
        co_return problem(name, answered.error(), crudPeer());
    const Result<std::optional<config::CrudService>> crud = m_parts.settings.crudService();
    if (!crud || !*crud)
        co_return good(name, QStringLiteral("On this computer, and they can be read."));
    co_return good(
        name,
        QStringLiteral("The CRUD service at %1 answers for both collections.").arg((*crud)->baseUrl.toDisplayString()));
}

Task<Check> Examination::people()
{
    const QString name = QStringLiteral("people");
    if (!m_parts.directory)
        co_return good(name, QStringLiteral("Names and groups are given with each participant."));
    Result<bool> found = co_await probePeople(*m_parts.directory);
    if (!found)
        co_return problem(name, found.error(), peers::auth);
    if (!*found)
        co_return notLetIn(name);
    co_return good(name, QStringLiteral("The auth service answers."));
}

Check Examination::clockAgainst(const QString &name, const QUrl &peer) const
{
    const std::optional<std::chrono::seconds> offset = clockOffset(m_parts.http, m_parts.clock, peer);
    if (!offset)
        return skipped(name, QStringLiteral("The server did not tell its time."));
    if (std::chrono::abs(*offset) <= greatestClockOffset)
        return good(name, QStringLiteral("This computer's clock agrees with the server's."));
    return problem(name,
                   QStringLiteral("This computer's clock is %1 s %2.")
                       .arg(std::chrono::abs(*offset).count())
                       .arg(offset->count() > 0 ? QStringLiteral("slow") : QStringLiteral("fast")),
                   QStringLiteral("Let the system set its clock (timedatectl set-ntp true)."));
}

} // namespace teleconsult::checks
