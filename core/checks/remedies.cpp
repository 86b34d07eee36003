#include "core/checks/remedies.h"

#include <QHash>

namespace teleconsult::checks {

namespace {

const QString keyFileRemedy =
    QStringLiteral("Name a file that holds the key with kaleyra/api_key_file or BANDYER_API_SECRET_KEY_FILE.");

const QString appointmentKeyRemedy =
    QStringLiteral("Copy the file of another station, or make one: openssl rand -hex 32.");

/// Errors of this computer, by code.
const QHash<QString, Remedy> &ofThisComputer()
{
    static const QHash<QString, Remedy> all{
        {QStringLiteral("secret_not_found"),
         {QStringLiteral("No API key for Kaleyra is set, and the store for secrets has none."), keyFileRemedy}},
        {QStringLiteral("keychain_locked"),
         {QStringLiteral("The API key is in the keychain, which is locked."),
          QStringLiteral("Log in to the desktop and unlock it; for a service, set secrets/store to credentials.")}},
        {QStringLiteral("keychain_denied"),
         {QStringLiteral("The keychain was not opened for Teleconsult."),
          QStringLiteral("Unlock it when it asks; for a service, set secrets/store to credentials.")}},
        {QStringLiteral("keychain_missing"),
         {QStringLiteral("No API key is given, and there is no keychain in this session to look for one."),
          keyFileRemedy + QStringLiteral(" Or set secrets/store to credentials or file.")}},
        {QStringLiteral("keychain_failed"),
         {QStringLiteral("The keychain does not answer as it should."),
          QStringLiteral("Log out and in again, and look into the log of the keychain's program.")}},
        {QStringLiteral("credentials_missing"),
         {QStringLiteral("secrets/store says credentials, but systemd has handed none over."),
          QStringLiteral("Add LoadCredential=kaleyra-api-key:FILE to the service, and start it through systemd.")}},
        {QStringLiteral("secret_store_unknown"),
         {QStringLiteral("secrets/store names no place for secrets."),
          QStringLiteral("Set it to keychain, credentials or file.")}},
        {QStringLiteral("secret_given_elsewhere"),
         {QStringLiteral("A variable or a file of the settings gives this secret, and goes before what is stored."),
          QStringLiteral("Take BANDYER_API_SECRET_KEY, BANDYER_API_SECRET_KEY_FILE and kaleyra/api_key_file away, or "
                         "change the key there.")}},
        {QStringLiteral("secret_store_read_only"),
         {QStringLiteral("Secrets are handed over by systemd, and cannot be stored from here."),
          QStringLiteral("Change what LoadCredential= of the service names.")}},
        {QStringLiteral("secret_missing"),
         {QStringLiteral("The stored API key cannot be read."), QStringLiteral("Check whose file it is.")}},
        {QStringLiteral("secret_open_to_others"),
         {QStringLiteral("Others may read the stored API key."), QStringLiteral("Run chmod 600 on its file.")}},
        {QStringLiteral("secret_empty"),
         {QStringLiteral("The stored API key is empty."), QStringLiteral("Store the key that Kaleyra gave.")}},
        {QStringLiteral("secret_malformed"),
         {QStringLiteral("What is stored as the API key is no key."),
          QStringLiteral("Store the key that Kaleyra gave, and nothing else.")}},
        {QStringLiteral("api_key_file_missing"),
         {QStringLiteral("The file of the API key cannot be read."),
          QStringLiteral("Check its name (kaleyra/api_key_file, BANDYER_API_SECRET_KEY_FILE) and whose file it is.")}},
        {QStringLiteral("api_key_file_open_to_others"),
         {QStringLiteral("Others may read the file of the API key."), QStringLiteral("Run chmod 600 on it.")}},
        {QStringLiteral("api_key_file_empty"),
         {QStringLiteral("The file of the API key is empty."),
          QStringLiteral("Write the key that Kaleyra gave into it.")}},
        {QStringLiteral("api_key_file_malformed"),
         {QStringLiteral("What the file of the API key holds is no key."),
          QStringLiteral("Write the key that Kaleyra gave into it, and nothing else.")}},
        {QStringLiteral("appointment_key_missing"),
         {QStringLiteral("The file of the appointment key cannot be read."),
          QStringLiteral("Check its name (kiosk/appointment_key_file) and whose file it is.")}},
        {QStringLiteral("appointment_key_open_to_others"),
         {QStringLiteral("Others may read the file of the appointment key."), QStringLiteral("Run chmod 600 on it.")}},
        {QStringLiteral("appointment_key_empty"),
         {QStringLiteral("The file of the appointment key is empty."), appointmentKeyRemedy}},
        {QStringLiteral("appointment_key_malformed"),
         {QStringLiteral("What the file of the appointment key holds is no key."), appointmentKeyRemedy}},
        {QStringLiteral("appointment_key_too_short"),
         {QStringLiteral("The appointment key is shorter than 32 characters."), appointmentKeyRemedy}},
        {QStringLiteral("token_file_missing"),
         {QStringLiteral("The file of --token-file cannot be read."),
          QStringLiteral("Check its name and whose file it is.")}},
        {QStringLiteral("token_file_open_to_others"),
         {QStringLiteral("Others may read the file of --token-file."), QStringLiteral("Run chmod 600 on it.")}},
        {QStringLiteral("token_file_empty"),
         {QStringLiteral("The file of --token-file is empty."), QStringLiteral("Write one word into it.")}},
        {QStringLiteral("token_file_malformed"),
         {QStringLiteral("What the file of --token-file holds is no token."),
          QStringLiteral("Write one word of ASCII into it, and nothing else.")}},
        {QStringLiteral("no_port"),
         {QStringLiteral("The address and port of --listen cannot be had."),
          QStringLiteral("Choose another port, and an address of this computer.")}},
        {QStringLiteral("kaleyra_url_malformed"),
         {QStringLiteral("Kaleyra's address is none."),
          QStringLiteral("Set kaleyra/base_url or BANDYER_BASE_URL to an https address without a path but /v2.")}},
        {QStringLiteral("service_url_malformed"),
         {QStringLiteral("The Teleconsultation Service's address is none that is safe."),
          QStringLiteral("Set service/url or TELECONSULT_SERVICE_URL to an https address; http holds on this computer "
                         "only.")}},
        {QStringLiteral("service_token_missing"),
         {QStringLiteral("The file of the Teleconsultation Service's token cannot be read."),
          QStringLiteral("Check its name (service/token_file, TELECONSULT_SERVICE_TOKEN_FILE) and whose file it is.")}},
        {QStringLiteral("service_token_open_to_others"),
         {QStringLiteral("Others may read the file of the Teleconsultation Service's token."),
          QStringLiteral("Run chmod 600 on it.")}},
        {QStringLiteral("service_token_empty"),
         {QStringLiteral("The file of the Teleconsultation Service's token is empty."),
          QStringLiteral("Write the token that the service expects into it.")}},
        {QStringLiteral("service_token_malformed"),
         {QStringLiteral("What the file of the Teleconsultation Service's token holds is no token."),
          QStringLiteral("Write the token that the service expects into it, and nothing else.")}},
        {QStringLiteral("serves_no_service"),
         {QStringLiteral("service/url is set, so this program asks another service and cannot serve itself."),
          QStringLiteral("Let clients ask that service, or take service/url and TELECONSULT_SERVICE_URL away.")}},
        {QStringLiteral("not_offered"),
         {QStringLiteral("The Teleconsultation Service does not have this operation: it is the original one, or an "
                         "older Teleconsult."),
          QStringLiteral("Ask for single teleconsultations by their ids, or let teleconsultctl serve be the "
                         "service.")}},
        {QStringLiteral("no_such_path"),
         {QStringLiteral("There is no Teleconsultation Service at its address."),
          QStringLiteral("Check service/url, with the path under which the service is mounted.")}},
        {QStringLiteral("token_refused"),
         {QStringLiteral("The Teleconsultation Service does not take this station's token."),
          QStringLiteral("Check service/token_file (TELECONSULT_SERVICE_TOKEN_FILE).")}},
        {QStringLiteral("not_allowed"),
         {QStringLiteral("The person who asks may not do this."),
          QStringLiteral("Check who that is (station/external_id, station/groups).")}},
        {QStringLiteral("records_moved"),
         {QStringLiteral("The records of this computer were moved to a CRUD service, and are only a backup."),
          QStringLiteral("Set records/crud_url and the two collections, and start every program again; or use the "
                         "backup with records reopen.")}},
        {QStringLiteral("records_elsewhere"),
         {QStringLiteral("service/url is set: another service keeps the records."), QString()}},
        {QStringLiteral("no_import"),
         {QStringLiteral("The CRUD service takes no records with their ids."),
          QStringLiteral("It has to be version 6.9 or newer, and a gateway has to let POST import through.")}},
        {QStringLiteral("ids_of_another_kind"),
         {QStringLiteral("The collection of consultations has ids of another kind."),
          QStringLiteral("Choose one whose _id is an ObjectId.")}},
        {QStringLiteral("changed_there"),
         {QStringLiteral("It was changed here and in the CRUD service."),
          QStringLiteral("Make it the same on both sides, or leave it behind.")}},
        {QStringLiteral("stored_differently"),
         {QStringLiteral("The CRUD service keeps something else than it was sent."),
          QStringLiteral("Check the fields of its collection.")}},
        {QStringLiteral("person_known_otherwise"),
         {QStringLiteral("The CRUD service knows the person, or a participant, as another user of Kaleyra."),
          QStringLiteral("Correct the collection of users, or leave it behind and schedule it anew.")}},
        {QStringLiteral("records_in_use"),
         {QStringLiteral("The records change all the time."), QStringLiteral("Try again when less is going on.")}},
        {QStringLiteral("roles_malformed"),
         {QStringLiteral("A setting of roles/… names what is no group or no tool."),
          QStringLiteral("Correct it; teleconsultctl config list says which values it takes.")}},
        {QStringLiteral("crud_url_malformed"),
         {QStringLiteral("The CRUD service's address is none."),
          QStringLiteral("Set records/crud_url or CRUD_SERVICE_URL to an http or https address.")}},
        {QStringLiteral("crud_collection_not_set"),
         {QStringLiteral("The CRUD service's collections are not named."),
          QStringLiteral("Set TELECONSULTATIONS_CRUD_NAME and USER_ID_MAP_CRUD_NAME.")}},
        {QStringLiteral("crud_collection_malformed"),
         {QStringLiteral("The name of a collection is none."),
          QStringLiteral("Set TELECONSULTATIONS_CRUD_NAME and USER_ID_MAP_CRUD_NAME.")}},
        {QStringLiteral("sandbox_in_use"),
         {QStringLiteral("Another program runs the sandbox on this data folder."),
          QStringLiteral("End that program (Teleconsult or teleconsultctl serve), or use its own window.")}},
        {QStringLiteral("sandbox_state_too_new"),
         {QStringLiteral("The sandbox was used by a newer version of Teleconsult."),
          QStringLiteral("Install that version.")}},
        {QStringLiteral("api_key_malformed"),
         {QStringLiteral("BANDYER_API_SECRET_KEY holds no key."),
          QStringLiteral("Set it to the key that Kaleyra gave, and nothing else.")}},
        {QStringLiteral("api_key_set_twice"),
         {QStringLiteral("The API key is set as a value and as a file."),
          QStringLiteral("Set only one of BANDYER_API_SECRET_KEY and BANDYER_API_SECRET_KEY_FILE.")}},
        {QStringLiteral("sign_in_issuer_malformed"),
         {QStringLiteral("The OpenID provider's address is none that is safe."),
          QStringLiteral("Set sign_in/issuer to an https address; http holds on this computer only.")}},
        {QStringLiteral("sign_in_client_not_set"),
         {QStringLiteral("People are to sign in, but Teleconsult's client id at the provider is not set."),
          QStringLiteral("Set sign_in/client_id, or take sign_in/issuer away.")}},
        {QStringLiteral("auth_service_malformed"),
         {QStringLiteral("The auth service's address is none."),
          QStringLiteral("Set people/auth_service or AUTH_SERVICE to a host's name or an http or https address.")}},
        {QStringLiteral("custom_ids_endpoint_malformed"),
         {QStringLiteral("The address of the list of custom ids is none."),
          QStringLiteral("Set CUSTOM_ID_USERS_API_ENDPOINT to an http or https address.")}},
        {QStringLiteral("configuration_file_missing"),
         {QStringLiteral("The JSON configuration cannot be read."),
          QStringLiteral("Check the path in TELECONSULTATION_SERVICE_CONFIG_PATH and whose file it is.")}},
        {QStringLiteral("policy_not_trusted"),
         {QStringLiteral("Others than root may change this computer's policy."),
          QStringLiteral("Give the file and its folder to root, and let nobody else write to them (chown root, chmod "
                         "go-w).")}},
        {QStringLiteral("policy_unreadable"),
         {QStringLiteral("This computer's policy is there and cannot be read."),
          QStringLiteral("Make it a file that everybody may read, or remove it.")}},
        {QStringLiteral("settings_unwritable"),
         {QStringLiteral("The settings file cannot be written."),
          QStringLiteral("Check its folder's owner, its mode and the room on the disk.")}},
        {QStringLiteral("file_missing"),
         {QStringLiteral("The file cannot be read."), QStringLiteral("Check its name and whose file it is.")}},
        {QStringLiteral("file_too_large"),
         {QStringLiteral("The file is too large for settings."), QStringLiteral("Check its name.")}},
        {QStringLiteral("plugin"),
         {QStringLiteral("A part of Teleconsult is missing or does not fit the rest."),
          QStringLiteral("Install Teleconsult again.")}},
        {QStringLiteral("schema_too_new"),
         {QStringLiteral("The records were written by a newer version of Teleconsult."),
          QStringLiteral("Install that version.")}},
        {QStringLiteral("not_a_database"),
         {QStringLiteral("The file of the records is damaged, or none of ours."),
          QStringLiteral("Restore teleconsult.sqlite in the data folder from a backup.")}},
        {QStringLiteral("disk_full"), {QStringLiteral("The disk is full."), QStringLiteral("Make room on it.")}},
    };
    return all;
}

Remedy ofAPeer(const Error &error, const QString &peer)
{
    using Kind = Error::Kind;
    if (error.code == QLatin1String("no_collection"))
        return {peer + QStringLiteral(" does not know the collection."),
                QStringLiteral("Check its name and the service's address.")};
    switch (error.kind) {
    case Kind::Unauthorized:
        return {peer + QStringLiteral(" refused the key."), QStringLiteral("Ask for a new key, and check its file.")};
    case Kind::RateLimited:
        return {peer + QStringLiteral(" is asked too often."), QStringLiteral("Try again in some minutes.")};
    case Kind::Unreachable:
        if (error.code == QLatin1String("tls") || error.code == QLatin1String("tls_date"))
            return {QStringLiteral("No safe connection to %1 is possible.").arg(peer),
                    QStringLiteral("Check this computer's date, its certificates and the address.")};
        return {error.code == QLatin1String("timeout") ? peer + QStringLiteral(" does not answer in time.")
                                                       : peer + QStringLiteral(" cannot be reached."),
                QStringLiteral("Check the address, the network and any firewall or proxy in between.")};
    case Kind::BadAnswer:
        return {peer + QStringLiteral(" gives answers that make no sense."),
                QStringLiteral("Check the address: another service may be behind it.")};
    default:
        return {peer + QStringLiteral(" failed."), QStringLiteral("Try again later; its own log says more.")};
    }
}

} // namespace

Remedy remedyFor(const Error &error, const QString &peer)
{
    const auto known = ofThisComputer().constFind(error.code);
    if (known != ofThisComputer().constEnd())
        return *known;
    if (error.code == QLatin1String("policy_malformed"))
        return {QStringLiteral("This computer's policy is not right: %1.").arg(error.message),
                QStringLiteral("Correct the policy's file; nothing works without it.")};
    if (error.code.startsWith(QLatin1String("appointment_key_")))
        return {QStringLiteral("The key for codes of appointments cannot be used."),
                QStringLiteral("Let kiosk/appointment_key_file name a file with 32 characters or more that nobody else "
                               "may read.")};
    if (error.code.startsWith(QLatin1String("configuration_")))
        return {QStringLiteral("The JSON configuration is not right: %1.")
                    .arg(error.detail.isEmpty() ? error.field : error.detail),
                QStringLiteral("Correct the file that TELECONSULTATION_SERVICE_CONFIG_PATH names "
                               "(docs/configuration.md).")};
    if (error.kind == Error::Kind::Storage)
        return {QStringLiteral("A file of the data folder cannot be used (%1).").arg(error.code),
                QStringLiteral("Check the folder's owner, its mode and the room on the disk.")};
    return ofAPeer(error, peer);
}

} // namespace teleconsult::checks
