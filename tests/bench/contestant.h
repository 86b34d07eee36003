// One of the programs that are compared, and how it is measured.
#pragma once

#include "tests/bench/page_server.h"
#include "tests/support/notify_socket.h"

#include <QProcessEnvironment>
#include <QStringList>
#include <QTemporaryDir>

#include <variant>

namespace teleconsult::bench {

/// Who says that the program is usable: itself, or the page that it shows.
enum class ReadySign { Notify, Page };

struct Contestant
{
    QString key;  ///< In the JSON output.
    QString name; ///< In the table.
    QString program;
    QStringList arguments;
    ReadySign sign = ReadySign::Notify;
};

struct Measurement
{
    double readyMs = 0;   ///< From just before the fork to the sign.
    double memoryMiB = 0; ///< Proportional set size of all its processes at that moment, while they are held still.
    double settledMemoryMiB = 0; ///< The same `settleTime` later.
};

/// Runs the contestants, one at a time, each in a home and runtime directory of its own that it keeps between its runs.
class Stadium
{
public:
    Stadium();

    /// What cannot work, in words; empty: ready to run.
    QString problem() const;
    QUrl pageUrl() const { return m_page.pageUrl(); }

    /// One run, or in words why there was none.
    std::variant<Measurement, QString> run(const Contestant &contestant);

private:
    QProcessEnvironment environmentOf(const Contestant &contestant);
    QString logFileOf(const Contestant &contestant) const;

    QTemporaryDir m_dir;
    test::NotifySocket m_notify;
    PageServer m_page;
};

} // namespace teleconsult::bench
