#include "tests/bench/served_program.h"

#include <QFile>

namespace teleconsult::bench {

namespace {

constexpr int patienceMs = 30000;

} // namespace

ServedProgram::ServedProgram() = default;

ServedProgram::~ServedProgram()
{
    m_process.terminate();
    if (!m_process.waitForFinished(patienceMs))
        m_process.kill();
    m_process.waitForFinished();
}

bool ServedProgram::start(const QString &program)
{
    QFile key(m_home.filePath(QStringLiteral("key")));
    if (!key.open(QFile::WriteOnly) || !key.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
        return false;
    key.write(m_kaleyra.apiKey());
    key.close();
    QProcessEnvironment environment;
    environment.insert(QStringLiteral("PATH"), qEnvironmentVariable("PATH"));
    environment.insert(QStringLiteral("HOME"), m_home.path());
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    environment.insert(QStringLiteral("BANDYER_BASE_URL"), m_kaleyra.server().url().toString());
    environment.insert(QStringLiteral("BANDYER_API_SECRET_KEY_FILE"), key.fileName());
    environment.insert(QStringLiteral("CRUD_SERVICE_URL"), m_crud.server().url().toString());
    environment.insert(QStringLiteral("TELECONSULTATIONS_CRUD_NAME"), QStringLiteral("teleconsultations"));
    environment.insert(QStringLiteral("USER_ID_MAP_CRUD_NAME"), QStringLiteral("teleconsultations_users"));
    environment.insert(QStringLiteral("TELECONSULT_API_TOKEN"), QString::fromLatin1(token()));
    m_process.setProcessEnvironment(environment);
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(program, {QStringLiteral("serve"), QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0")});
    while (!m_process.canReadLine()) {
        if (!m_process.waitForReadyRead(patienceMs))
            return false;
    }
    m_url = QUrl(QString::fromUtf8(m_process.readLine()).trimmed().section(QLatin1Char(' '), -1));
    return m_url.port() > 0;
}

} // namespace teleconsult::bench
