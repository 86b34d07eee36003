#include "tests/bench/http_load.h"

#include <httplib.h>

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

namespace teleconsult::bench {

namespace {

using std::chrono::steady_clock;

httplib::Result send(const HttpLoad &load, int number)
{
    httplib::Client client(load.url.host().toStdString(), load.url.port());
    client.set_tcp_nodelay(true);
    client.set_read_timeout(60);
    httplib::Headers headers;
    for (const auto &[name, value] : load.headers)
        headers.emplace(name.toStdString(), value.toStdString());
    const std::string target = load.url.toString(QUrl::RemoveScheme | QUrl::RemoveAuthority).toStdString();
    if (load.method == "GET")
        return client.Get(target, headers);
    return client.Post(target, headers, load.body(number).toStdString(), "application/json");
}

bool isGood(const httplib::Result &answer, const HttpLoad &load)
{
    return answer && answer->status == load.status;
}

double part(const std::vector<double> &sorted, double share)
{
    if (sorted.empty())
        return 0;
    return sorted.at(std::min(sorted.size() - 1, std::size_t(share * double(sorted.size()))));
}

} // namespace

HttpYield measure(const HttpLoad &load, int clients, std::chrono::milliseconds duration)
{
    std::atomic<int> number{0};
    std::atomic<int> failures{0};
    std::vector<std::vector<double>> waits;
    waits.resize(std::size_t(clients));
    const auto begin = steady_clock::now();
    const auto end = begin + duration;
    std::vector<std::thread> threads;
    for (std::vector<double> &own : waits) {
        threads.emplace_back([&load, &number, &failures, &own, end] {
            for (auto start = steady_clock::now(); start < end; start = steady_clock::now()) {
                if (isGood(send(load, ++number), load))
                    own.push_back(std::chrono::duration<double, std::milli>(steady_clock::now() - start).count());
                else
                    ++failures;
            }
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    const double seconds = std::chrono::duration<double>(steady_clock::now() - begin).count();
    std::vector<double> all;
    for (const std::vector<double> &own : waits)
        all.insert(all.end(), own.begin(), own.end());
    std::sort(all.begin(), all.end());
    return {double(all.size()) / seconds, part(all, 0.5), part(all, 0.99), int(all.size()), failures};
}

QByteArray ask(const HttpLoad &load)
{
    const httplib::Result answer = send(load, 0);
    return isGood(answer, load) ? QByteArray::fromStdString(answer->body) : QByteArray();
}

} // namespace teleconsult::bench
