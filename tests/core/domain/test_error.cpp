#include "core/domain/error.h"

#include <QSet>
#include <QTest>

using namespace teleconsult;

class TestError : public QObject
{
    Q_OBJECT
private slots:
    void everyKindHasAName();
    void logLineHoldsWhatIsSet();
    void logLineLeavesOutWhatIsNot();
    void invalidIsAFourHundred();
    void failureIsTheFailedSide();
};

void TestError::everyKindHasAName()
{
    using Kind = Error::Kind;
    const QList<Kind> kinds{Kind::Invalid,   Kind::NotFound,    Kind::Unauthorized, Kind::Conflict,
                            Kind::Immutable, Kind::RateLimited, Kind::Unreachable,  Kind::BadAnswer,
                            Kind::Server,    Kind::Storage,     Kind::Cancelled};
    QSet<QString> names;
    for (const Kind kind : kinds) {
        QVERIFY(!nameOf(kind).isEmpty());
        names.insert(nameOf(kind));
    }
    QCOMPARE(names.size(), kinds.size());
}

void TestError::logLineHoldsWhatIsSet()
{
    Error error;
    error.kind = Error::Kind::RateLimited;
    error.httpStatus = 429;
    error.code = QStringLiteral("slow_down");
    error.field = QStringLiteral("start_date");
    error.message = QStringLiteral("not for a log");
    error.detail = QStringLiteral("GET https://example.org");
    error.requestId = QStringLiteral("42");
    QCOMPARE(error.toLogLine(), QStringLiteral("rate limited status=429 code=slow_down field=start_date "
                                               "detail=GET https://example.org request=42"));
}

void TestError::logLineLeavesOutWhatIsNot()
{
    Error error;
    error.kind = Error::Kind::Unreachable;
    QCOMPARE(error.toLogLine(), QStringLiteral("unreachable"));
}

void TestError::invalidIsAFourHundred()
{
    const Result<int> result = invalid(QStringLiteral("too_few"), QStringLiteral("number"), QStringLiteral("too few"));
    QVERIFY(!result);
    QCOMPARE(result.error().kind, Error::Kind::Invalid);
    QCOMPARE(result.error().httpStatus, 400);
    QCOMPARE(result.error().code, QStringLiteral("too_few"));
    QCOMPARE(result.error().field, QStringLiteral("number"));
    QCOMPARE(result.error().message, QStringLiteral("too few"));
    QVERIFY(!result.error().retryable);
}

void TestError::failureIsTheFailedSide()
{
    Error error;
    error.kind = Error::Kind::Storage;
    const Result<void> result = failure(error);
    QVERIFY(!result);
    QCOMPARE(result.error(), error);
}

QTEST_GUILESS_MAIN(TestError)
#include "test_error.moc"
