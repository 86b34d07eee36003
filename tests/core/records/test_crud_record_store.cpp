// The behaviour that every record store shows, over HTTP against the double of the CRUD service: of version 6 and 7,
// with and without a unique index on the external ids.
#include "core/records/crud_record_store.h"

#include "tests/core/records/crud_fixture.h"
#include "tests/core/records/record_store_suite.h"

using namespace teleconsult;

class TestCrudRecordStore : public test::RecordStoreSuite
{
    Q_OBJECT

public:
    TestCrudRecordStore(int version, bool uniqueIndex)
        : m_fixture({test::CrudServiceDouble::consultations(), test::CrudServiceDouble::users(uniqueIndex)}, version)
    {
        setObjectName(QStringLiteral("CRUD service %1, %2 unique index")
                          .arg(version)
                          .arg(uniqueIndex ? QStringLiteral("with") : QStringLiteral("without")));
    }

private:
    records::RecordStore &makeStore() override
    {
        m_fixture.service.clear();
        return m_fixture.store;
    }

    test::CrudFixture m_fixture; ///< One for all: a server is slow to come and go.
};

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    int failed = 0;
    for (const int version : {6, 7}) {
        for (const bool uniqueIndex : {false, true}) {
            TestCrudRecordStore test(version, uniqueIndex);
            qInfo("%s", qPrintable(test.objectName()));
            failed += QTest::qExec(&test, argc, argv);
        }
    }
    return failed;
}

#include "moc_record_store_suite.cpp"
#include "test_crud_record_store.moc"
