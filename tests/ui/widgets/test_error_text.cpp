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
        for (const char *code : {"", "schema_too_new", "disk_full", "read_only", "not_a_database", "busy",
                                 "api_key_file_not_set", "api_key_file_missing", "api_key_file_open_to_others",
                                 "api_key_file_empty", "sandbox_state_damaged", "sandbox_state_unreadable"})
        {
            Error error;
            error.kind = Error::Kind::Storage;
            error.code = QString::fromLatin1(code);
            sentences << errorText(error);
        }
        QCOMPARE(sentences.removeDuplicates(), 0);
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
