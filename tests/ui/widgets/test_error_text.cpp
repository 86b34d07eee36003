#include "core/domain/teleconsultation.h"
#include "ui/widgets/error_text.h"

#include <QTest>

using namespace teleconsult;
using namespace teleconsult::ui;

class TestErrorText : public QObject
{
    Q_OBJECT

private slots:
    void everyKindSaysSomething()
    {
        QStringList sentences;
        for (const Error::Kind kind :
             {Error::Kind::Invalid, Error::Kind::NotFound, Error::Kind::Unauthorized, Error::Kind::Conflict,
              Error::Kind::Immutable, Error::Kind::RateLimited, Error::Kind::Unreachable, Error::Kind::BadAnswer,
              Error::Kind::Server, Error::Kind::Storage, Error::Kind::Cancelled})
        {
            Error error;
            error.kind = kind;
            error.detail = QStringLiteral("technical");
            const QString text = errorText(error);
            QVERIFY2(text.endsWith(QLatin1Char('.')), qPrintable(text));
            QVERIFY(!text.contains(error.detail));
            sentences << text;
        }
        QCOMPARE(sentences.removeDuplicates(), 0);
    }

    void everyRuleOfTheFormIsInHumanWords()
    {
        TeleconsultationRequest request;
        request.participantsNumber = 1;
        request.participants = {{QStringLiteral("a"), {}, {QStringLiteral("ghost")}, {}},
                                {QStringLiteral("a"), QStringLiteral("A"), {QStringLiteral("patient")}, {}},
                                {{}, QStringLiteral("B"), {QStringLiteral("patient")}, {}}};
        const QList<Error> errors = check(request, Privileges::defaults());
        QVERIFY(errors.size() >= 7);
        for (const Error &error : errors) {
            QVERIFY2(!fieldText(error.field).isEmpty(), qPrintable(error.field));
            const QString text = errorText(error);
            QVERIFY2(text.startsWith(fieldText(error.field)), qPrintable(text));
            for (const char *jargon :
                 {"participants.data", "participants.number", "userExternalId", "fullName", "start_date", "plus user"})
                QVERIFY2(!text.contains(QLatin1String(jargon)), qPrintable(text));
        }
    }

    void storageCodesHaveWordsOfTheirOwn()
    {
        QStringList sentences;
        for (const char *code : {"",
                                 "schema_too_new",
                                 "disk_full",
                                 "read_only",
                                 "not_a_database",
                                 "busy",
                                 "secret_not_found",
                                 "keychain_locked",
                                 "keychain_missing",
                                 "keychain_denied",
                                 "keychain_failed",
                                 "secret_store_read_only",
                                 "secret_given_elsewhere",
                                 "secret_store_unknown",
                                 "secret_open_to_others",
                                 "secret_missing",
                                 "secret_malformed",
                                 "credentials_missing",
                                 "api_key_file_missing",
                                 "api_key_file_open_to_others",
                                 "api_key_file_empty",
                                 "sandbox_state_too_new",
                                 "sandbox_state_unreadable",
                                 "sandbox_in_use",
                                 "plugin",
                                 "kaleyra_url_malformed",
                                 "crud_url_malformed",
                                 "crud_collection_not_set",
                                 "crud_collection_malformed",
                                 "auth_service_malformed",
                                 "service_url_malformed",
                                 "service_token_missing",
                                 "api_key_malformed",
                                 "api_key_set_twice",
                                 "configuration_file_missing",
                                 "configuration_not_json",
                                 "configuration_wrong_type"})
        {
            Error error;
            error.kind = Error::Kind::Storage;
            error.code = QString::fromLatin1(code);
            sentences << errorText(error);
        }
        QCOMPARE(sentences.removeDuplicates(), 0);
    }

    void aMissingSettingIsNamed()
    {
        for (const char *code : {"kaleyra_url_malformed", "crud_url_malformed", "crud_collection_not_set",
                                 "crud_collection_malformed", "auth_service_malformed", "custom_ids_endpoint_malformed",
                                 "service_url_malformed", "service_token_open_to_others", "configuration_file_missing",
                                 "configuration_not_json", "configuration_unknown_field"})
        {
            Error error;
            error.kind = Error::Kind::Storage;
            error.code = QString::fromLatin1(code);
            error.field = QStringLiteral("records/users_collection");
            QVERIFY2(errorText(error).contains(error.field), qPrintable(errorText(error)));
        }
    }

    void whatFailedHereIsNotBlamedOnTheServer_data()
    {
        QTest::addColumn<QString>("code");
        for (const char *code :
             {"", "schema_too_new", "read_only", "not_a_database", "busy", "io_error", "cannot_open"})
            QTest::addRow("records: %s", code) << QString::fromLatin1(code);
    }
    void whatFailedHereIsNotBlamedOnTheServer()
    {
        QFETCH(QString, code);
        Error error;
        error.kind = Error::Kind::Storage;
        error.code = code;
        const QString text = errorText(error);
        QVERIFY2(text.contains(QStringLiteral("records on this computer")), qPrintable(text));
        for (const char *elsewhere : {"service", "server", "network"})
            QVERIFY2(!text.contains(QLatin1String(elsewhere)), qPrintable(text));
    }

    void whatOfSettingsAndClockFailedIsCalledSo()
    {
        const auto says = [](Error::Kind kind, const char *code, const char *word) {
            Error error = makeError(kind, QString::fromLatin1(code));
            error.field = QStringLiteral("station/full_name");
            return errorText(error).contains(QLatin1String(word));
        };
        QVERIFY(says(Error::Kind::Storage, "settings_unwritable", "settings.ini"));
        QVERIFY(says(Error::Kind::Storage, "no_memory", "memory"));
        QVERIFY(says(Error::Kind::Conflict, "setting_locked", "station/full_name"));
        QVERIFY(says(Error::Kind::BadAnswer, "sign_in_clock", "clock"));
    }

    void whatFailedElsewhereIsNotBlamedOnThisComputer_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("code");
        const auto row = [](const char *name, Error::Kind kind, const char *code) {
            QTest::newRow(name) << int(kind) << QString::fromLatin1(code);
        };
        row("refused", Error::Kind::Unreachable, "");
        row("no answer in time", Error::Kind::Unreachable, "timeout");
        row("no safe connection", Error::Kind::Unreachable, "tls");
        row("a certificate out of date", Error::Kind::Unreachable, "tls_date");
        row("too many requests", Error::Kind::RateLimited, "");
        row("no sense", Error::Kind::BadAnswer, "not_json");
        row("its own problem", Error::Kind::Server, "");
        row("no such collection", Error::Kind::Server, "no_collection");
        row("no such operation", Error::Kind::Server, "not_offered");
        row("no such service", Error::Kind::Server, "no_such_path");
        row("no such token", Error::Kind::Unauthorized, "token_refused");
    }
    void whatFailedElsewhereIsNotBlamedOnThisComputer()
    {
        QFETCH(int, kind);
        QFETCH(QString, code);
        for (const bool retryable : {true, false}) {
            Error error;
            error.kind = Error::Kind(kind);
            error.code = code;
            error.retryable = retryable;
            const QString text = errorText(error);
            QVERIFY2(text.contains(QStringLiteral("server")), qPrintable(text));
            for (const char *here : {"records", "disk"})
                QVERIFY2(!text.contains(QLatin1String(here)), qPrintable(text));
        }
    }

    void fieldsAreCountedFromOne()
    {
        QCOMPARE(fieldText(QStringLiteral("participants.data[1].fullName")),
                 QStringLiteral("Participant 2, full name"));
        QCOMPARE(participantIndex(QStringLiteral("participants.data[12].groups")), 12);
        QCOMPARE(participantIndex(QStringLiteral("participants.data")), -1);
        QCOMPARE(participantIndex(QStringLiteral("start_date")), -1);
        QVERIFY(fieldText(QStringLiteral("something_else")).isEmpty());
    }

    void bothEndsOfTheDurationHaveWords()
    {
        for (const char *field : {"end_date", "duration_in_seconds"}) {
            QStringList sentences;
            for (const char *code : {"too_short", "too_long", "both_given", "required"})
                sentences << fieldErrorText(invalid(QString::fromLatin1(code), QString::fromLatin1(field), {}).value());
            QCOMPARE(sentences.removeDuplicates(), 0);
        }
    }
};

QTEST_GUILESS_MAIN(TestErrorText)
#include "test_error_text.moc"
