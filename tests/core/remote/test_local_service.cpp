// The behaviour of a Teleconsultation Service, of the one in this process.
#include "tests/core/remote/teleconsultation_service_suite.h"

using namespace teleconsult;

class TestLocalService : public test::TeleconsultationServiceSuite
{
    Q_OBJECT

    Services reach(test::ServedClinic &clinic) override
    {
        return {clinic.service.get(), clinic.credentials.get(), clinic.company.get()};
    }
    void forget() override {}
};

QTEST_GUILESS_MAIN(TestLocalService)
#include "moc_teleconsultation_service_suite.cpp"
#include "test_local_service.moc"
