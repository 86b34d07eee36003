// teleconsultctl serve, with peers in this process.
#pragma once

#include "tests/support/crud_service_double.h"
#include "tests/support/kaleyra_double.h"

#include <QProcess>
#include <QTemporaryDir>

namespace teleconsult::bench {

/// The built program in a home of its own. Its Kaleyra and CRUD service are doubles in this process, which answer from
/// memory.
class ServedProgram
{
public:
    ServedProgram();
    ~ServedProgram();
    ServedProgram(const ServedProgram &) = delete;
    ServedProgram &operator=(const ServedProgram &) = delete;

    /// Waits until it serves; false: it does not.
    bool start(const QString &program);

    QUrl url() const { return m_url; }
    pid_t pid() const { return pid_t(m_process.processId()); }
    static QByteArray token() { return "token-of-the-benchmark"; }
    test::CrudServiceDouble &crud() { return m_crud; }

private:
    QTemporaryDir m_home;
    test::KaleyraDouble m_kaleyra;
    test::CrudServiceDouble m_crud;
    QProcess m_process;
    QUrl m_url;
};

} // namespace teleconsult::bench
