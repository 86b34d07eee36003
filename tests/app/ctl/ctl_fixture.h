// teleconsultctl as a process of its own, with a home of its own.
#pragma once

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace teleconsult::test {

/// Runs the program in an empty home and in a clean environment. Waits with the event loop, so that doubles in this
/// process can answer.
class CtlFixture
{
public:
    struct Outcome
    {
        int code = -1; ///< -1: it did not end by itself.
        QString output;
        QString error;

        QJsonObject json() const { return QJsonDocument::fromJson(output.toUtf8()).object(); }
        /// For messages.
        QByteArray text() const { return QByteArray::number(code) + ' ' + output.toUtf8() + ' ' + error.toUtf8(); }
    };

    CtlFixture()
    {
        environment.insert(QStringLiteral("PATH"), qEnvironmentVariable("PATH"));
        environment.insert(QStringLiteral("HOME"), home.path());
        environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
        environment.insert(QStringLiteral("TZ"), QStringLiteral("UTC"));
    }

    QString dataDir() const { return home.filePath(QStringLiteral(".local/share/teleconsult")); }

    /// Writes a file that only its owner can read, unless told otherwise; answers its path.
    QString file(const QString &name, const QByteArray &content,
                 QFile::Permissions permissions = QFile::ReadOwner | QFile::WriteOwner) const
    {
        QFile made(home.filePath(name));
        if (!made.open(QFile::WriteOnly) || made.write(content) != content.size() || !made.setPermissions(permissions))
            qFatal("a file of the test cannot be written");
        return made.fileName();
    }

    /// From now on Kaleyra is there.
    void useKaleyra(const QUrl &url, const QByteArray &key)
    {
        environment.insert(QStringLiteral("BANDYER_BASE_URL"), url.toString());
        environment.insert(QStringLiteral("BANDYER_API_SECRET_KEY_FILE"), file(QStringLiteral("key"), key));
    }

    /// Started, and not waited for.
    std::unique_ptr<QProcess> start(const QStringList &arguments) const
    {
        auto process = std::make_unique<QProcess>();
        process->setProcessEnvironment(environment);
        process->setWorkingDirectory(home.path());
        process->start(QStringLiteral(TELECONSULTCTL), arguments);
        return process;
    }

    static Outcome finish(QProcess &process)
    {
        const bool ended = QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 60000);
        if (!ended)
            process.kill();
        return {ended && process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
                QString::fromUtf8(process.readAllStandardOutput()), QString::fromUtf8(process.readAllStandardError())};
    }

    Outcome run(const QStringList &arguments, const QByteArray &input = {}) const
    {
        const std::unique_ptr<QProcess> process = start(arguments);
        process->write(input);
        process->closeWriteChannel();
        return finish(*process);
    }

    /// As somebody at a terminal, who answers with `typed`; what it prints and what it says are one output. `line`:
    /// words without blanks in them.
    Outcome runAtTerminal(const QString &line, const QByteArray &typed) const
    {
        QProcess terminal;
        terminal.setProcessEnvironment(environment);
        terminal.setWorkingDirectory(home.path());
        // Of bsdutils, which is part of every Debian.
        terminal.start(QStringLiteral("script"),
                       {QStringLiteral("--quiet"), QStringLiteral("--return"), QStringLiteral("--command"),
                        QStringLiteral("'" TELECONSULTCTL "' ") + line, QStringLiteral("/dev/null")});
        terminal.write(typed); // Kept by the terminal until it is read.
        return finish(terminal);
    }

    QTemporaryDir home;
    QProcessEnvironment environment;
};

/// The arguments that schedule a doctor and a patient, in a month, for an hour.
inline QStringList creation(const QStringList &more = {})
{
    return QStringList{QStringLiteral("create"),
                       QStringLiteral("--participant"),
                       QStringLiteral("id=doctor.1,name=Ada Fontana,groups=doctor,language=it"),
                       QStringLiteral("--participant"),
                       QStringLiteral("id=patient.1,name=Bruno Serra,groups=patient"),
                       QStringLiteral("--start"),
                       QDateTime::currentDateTimeUtc().addDays(30).toString(Qt::ISODate),
                       QStringLiteral("--duration"),
                       QStringLiteral("3600")} +
           more;
}

/// A JPEG as far as its frame header tells.
inline QByteArray jpeg(int width, int height)
{
    QByteArray content("\xFF\xD8\xFF\xC0\x00\x11\x08", 7);
    for (const int side : {height, width})
        content.append(char(side >> 8)).append(char(side & 0xFF));
    return content.append(QByteArray("\x03\x01\x11\x00\x02\x11\x00\x03\x11\x00\xFF\xD9", 12));
}

} // namespace teleconsult::test
