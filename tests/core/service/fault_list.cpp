#include "tests/core/service/fault_list.h"

namespace teleconsult::test {

using Reply = ExchangeProxy::Reply;
using Taken = ExchangeProxy::Treatment::Taken;

const QList<Fault> &faults()
{
    static const QList<Fault> all{
        {"reset before", Taken::Never, Reply::Reset},
        {"reset after", Taken::Now, Reply::Reset},
        {"time-out before", Taken::Never, Reply::Nothing},
        {"time-out after", Taken::Now, Reply::Nothing},
        {"time-out, taken late", Taken::Later, Reply::Nothing},
        {"time-out, taken after the restart", Taken::Later, Reply::Nothing, 0, "", nullptr, false, true},
        {"reset, taken late", Taken::Later, Reply::Reset},
        {"reset, taken after the restart", Taken::Later, Reply::Reset, 0, "", nullptr, false, true},
        {"401", Taken::Never, Reply::Given, 401, R"({"statusCode":401,"code":"unauthorized","message":"no"})"},
        {"404", Taken::Never, Reply::Given, 404, R"({"statusCode":404,"code":"not_found","message":"no"})"},
        {"404 of a gateway", Taken::Never, Reply::Given, 404, "<html>Not Found</html>"},
        {"409", Taken::Never, Reply::Given, 409, R"({"statusCode":409,"code":"conflict","message":"no"})"},
        {"422", Taken::Never, Reply::Given, 422, R"({"statusCode":422,"code":"unprocessable","message":"no"})"},
        {"429", Taken::Never, Reply::Given, 429, R"({"statusCode":429,"code":"slow_down","message":"no"})"},
        {"429, a long Retry-After", Taken::Never, Reply::Given, 429, "{}", "Retry-After: 120"},
        {"429, Retry-After now", Taken::Never, Reply::Given, 429, "{}", "Retry-After: 0"},
        {"500 before", Taken::Never, Reply::Given, 500},
        {"500 after", Taken::Now, Reply::Given, 500},
        {"503 before", Taken::Never, Reply::Given, 503, "down for maintenance"},
        {"503 after", Taken::Now, Reply::Given, 503},
        {"504, taken late", Taken::Later, Reply::Given, 504},
        {"504, taken after the restart", Taken::Later, Reply::Given, 504, "{}", nullptr, false, true},
        {"JSON cut in half", Taken::Now, Reply::Halved},
        {"connection closed in the body", Taken::Now, Reply::CutShort},
        {"another object", Taken::Now, Reply::Given, 200, R"({"unexpected":true})"},
        {"another array", Taken::Now, Reply::Given, 200, R"(["unexpected"])"},
        {"an endless body", Taken::Now, Reply::Endless},
        {"killed before", Taken::Never, Reply::Reset, 0, "", nullptr, true},
        {"killed after", Taken::Now, Reply::Reset, 0, "", nullptr, true},
    };
    return all;
}

} // namespace teleconsult::test
