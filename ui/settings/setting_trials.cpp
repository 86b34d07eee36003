#include "ui/settings/setting_trials.h"

#include "core/config/setting_keys.h"

#include <QCoreApplication>

#include <QDir>
#include <QFileInfo>

#include <chrono>

namespace teleconsult::ui {

namespace {

struct SettingTrials
{
    Q_DECLARE_TR_FUNCTIONS(teleconsult::ui::SettingTrials)
};

QString recordsAreGood(const config::Settings &entered)
{
    const auto crud = entered.crudService();
    return crud && *crud ? SettingTrials::tr("The CRUD service answers for both collections.")
                         : SettingTrials::tr("Records are kept on this computer, and can be read.");
}

Task<void> askService(TryService tryService, std::shared_ptr<config::Settings> entered)
{
    Result<bool> lists = co_await tryService(std::move(entered));
    co_return lists ? Result<void>() : Result<void>(failure(lists.error()));
}

QString peopleAreGood(const config::Settings &entered)
{
    const auto service = entered.authService();
    return service && *service
               ? SettingTrials::tr("The auth service answers.")
               : SettingTrials::tr("No auth service is set: names and groups are typed with each participant.");
}

Task<void> tryConsultations(std::shared_ptr<config::Settings> entered)
{
    const Result<ConsultationPolicy> policy = entered->consultationPolicy();
    co_return policy ? Result<void>() : Result<void>(failure(policy.error()));
}

QString consultationsAreGood(const config::Settings &entered)
{
    const ConsultationPolicy policy = entered.consultationPolicy().value_or(ConsultationPolicy());
    const auto minutes = std::chrono::ceil<std::chrono::minutes>(policy.immutablePeriod).count();
    QStringList words;
    words << (minutes == 0 ? SettingTrials::tr("Rooms open at their start, and can be changed until then.")
                           : SettingTrials::tr("Rooms open %n minutes before their start, and can be changed until "
                                               "then.",
                                               nullptr, int(minutes)));
    if (policy.recording == QLatin1String("automatic"))
        words << SettingTrials::tr("Every call is recorded.");
    else if (policy.recording == QLatin1String("manual"))
        words << SettingTrials::tr("Calls can be recorded.");
    return words.join(QLatin1Char(' '));
}

// Calls

/// A folder that is not there yet is made with the first file.
bool canBeWritten(const QString &folder)
{
    QFileInfo place(folder);
    while (!place.exists() && !place.isRoot())
        place.setFile(place.absolutePath());
    return place.isDir() && place.isWritable();
}

Task<void> tryCalls(std::shared_ptr<config::Settings> entered)
{
    co_return canBeWritten(entered->downloadFolder())
        ? Result<void>()
        : Result<void>(failure(makeError(Error::Kind::Storage, QStringLiteral("download_folder_unwritable"))));
}

QString callsAreGood(const config::Settings &entered)
{
    QStringList words{SettingTrials::tr("Files from a call are saved in %1.")
                          .arg(QDir::toNativeSeparators(entered.downloadFolder()))};
    const config::ReminderWishes reminders = entered.reminders();
    if (!reminders.wanted)
        words << SettingTrials::tr("Nobody is reminded.");
    else if (reminders.lead.count() == 0)
        words << SettingTrials::tr("A reminder comes when a room opens.");
    else
        words << SettingTrials::tr("A reminder comes %n minutes before a room opens, and when it opens.", nullptr,
                                   int(reminders.lead.count()));
    return words.join(QLatin1Char(' '));
}

QString callsAreWrong(const Error &, const config::Settings &entered)
{
    return SettingTrials::tr("Files from a call cannot be saved in %1: it is no folder, or this person may not write "
                             "there. Choose another folder, or leave the field empty.")
        .arg(QDir::toNativeSeparators(entered.downloadFolder()));
}

// Signing in

QString redirectText(const config::Settings &entered)
{
    const QString port = entered.text(config::keys::signInPort);
    return port == QLatin1String("0") ? SettingTrials::tr("http://127.0.0.1/callback at any port")
                                      : QStringLiteral("http://127.0.0.1:%1/callback").arg(port);
}

QString signInIsGood(const config::Settings &entered)
{
    const auto how = entered.signIn();
    if (!how || !*how)
        return {};
    return SettingTrials::tr("The OpenID provider answers, and knows the client. It has to let the client come back to "
                             "%1.")
        .arg(redirectText(entered));
}

/// `property`: of the provider's description.
QString descriptionIsWrong(const QString &property, const QString &detail)
{
    if (property != QLatin1String("issuer"))
        return SettingTrials::tr("The provider's description is not usable: %1 is missing, or is no https address. "
                                 "That has to be mended at the provider.")
            .arg(property);
    return detail.isEmpty()
               ? SettingTrials::tr("What answers there does not say which provider it is. Check the address.")
               : SettingTrials::tr("What answers there calls itself %1. If that is the provider that is meant, enter "
                                   "this address as it is.")
                     .arg(detail);
}

QString providerIsWrong(const Error &error, const config::Settings &entered)
{
    const QString issuer = entered.text(config::keys::signInIssuer);
    if (error.kind == Error::Kind::Unreachable && error.code == QLatin1String("tls"))
        return SettingTrials::tr("No safe connection to the OpenID provider is possible: its certificate does not hold "
                                 "here. Check the date of this computer and the provider's certificate.");
    if (error.kind == Error::Kind::Unreachable)
        return SettingTrials::tr("The OpenID provider does not answer at %1. Check the address and the network.")
            .arg(issuer);
    if (error.kind == Error::Kind::Server && error.httpStatus >= 500)
        return SettingTrials::tr("The OpenID provider has a problem of its own (%1). Try again in a few minutes.")
            .arg(error.httpStatus);
    return SettingTrials::tr("No OpenID provider describes itself at %1 (.well-known/openid-configuration below it). "
                             "Check the address.")
        .arg(issuer);
}

QString signInIsWrong(const Error &error, const config::Settings &entered)
{
    if (error.code == QLatin1String("sign_in_issuer_malformed"))
        return SettingTrials::tr("The OpenID provider's address has to begin with https.");
    if (error.code == QLatin1String("sign_in_client_not_set"))
        return SettingTrials::tr("A client id is needed: the one under which Teleconsult is registered at the OpenID "
                                 "provider.");
    if (error.code == QLatin1String("sign_in_client_unknown"))
        return SettingTrials::tr(
                   "The OpenID provider answers, but does not know this client id, or wants a secret with "
                   "it (%1). Register Teleconsult there as a public client that may come back to %2.")
            .arg(error.detail, redirectText(entered));
    if (error.code == QLatin1String("sign_in_no_port"))
        return SettingTrials::tr("Another program uses port %1 of this computer, so the browser could not come back. "
                                 "Choose another port, or 0.")
            .arg(entered.text(config::keys::signInPort));
    if (error.code == QLatin1String("sign_in_provider"))
        return descriptionIsWrong(error.field, error.detail);
    return error.kind == Error::Kind::Cancelled ? QString() : providerIsWrong(error, entered);
}

} // namespace

Trial consultationsTrial()
{
    return {&tryConsultations, &consultationsAreGood};
}

Trial callsTrial()
{
    return {&tryCalls, &callsAreGood, &callsAreWrong};
}

Trial recordsTrial(TrySettings tryRecords)
{
    return {std::move(tryRecords), &recordsAreGood};
}

Trial serviceTrial(TryService tryService)
{
    const auto tryThem = [tryService = std::move(tryService)](std::shared_ptr<config::Settings> entered) {
        return askService(tryService, std::move(entered));
    };
    const auto good = [](const config::Settings &) {
        return SettingTrials::tr("The Teleconsultation Service that keeps the records answers.");
    };
    return {tryThem, good};
}

Trial peopleTrial(TrySettings tryPeople)
{
    return {std::move(tryPeople), &peopleAreGood};
}

Trial signInTrial(TrySettings trySignIn)
{
    return {std::move(trySignIn), &signInIsGood, &signInIsWrong};
}

} // namespace teleconsult::ui
