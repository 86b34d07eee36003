#include "app/ctl/pin_verb.h"

#include "app/ctl/commands.h"
#include "app/ctl/output.h"
#include "app/ctl/waiting.h"
#include "core/config/pin.h"

#include <QJsonObject>
#include <QTextStream>

#include <cstdio>
#include <termios.h>
#include <unistd.h>

namespace teleconsult::ctl {

namespace {

/// While it lives the terminal does not show what is typed. Signals of its keys wait until then: one that ended the
/// program would leave the terminal like this.
class Unseen
{
public:
    Unseen()
    {
        if (tcgetattr(STDIN_FILENO, &m_before) != 0)
            return;
        termios hidden = m_before;
        hidden.c_lflag &= ~tcflag_t(ECHO | ISIG);
        m_isHidden = tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden) == 0;
    }
    ~Unseen()
    {
        if (m_isHidden)
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
    }
    Q_DISABLE_COPY_MOVE(Unseen)

private:
    termios m_before = {};
    bool m_isHidden = false;
};

QString ask(QTextStream &input, const char *words)
{
    QTextStream(stderr) << words << Qt::flush;
    const QString answer = input.readLine();
    QTextStream(stderr) << "\n";
    return answer;
}

Result<QString> readPin()
{
    QTextStream input(stdin);
    if (::isatty(STDIN_FILENO) == 0)
        return input.readLine();
    const Unseen unseen;
    const QString pin = ask(input, "PIN: ");
    if (ask(input, "The same again: ") != pin)
        return invalid(QStringLiteral("not_the_same"), QStringLiteral("pin"),
                       QStringLiteral("the two PINs are not the same"));
    return pin;
}

ExitCode tell(const Error &error, const Options &options)
{
    return tellError(error, {}, options.json);
}

ExitCode printHash(const QString &hash, const Options &options)
{
    if (hash.isEmpty())
        return tell(makeError(Error::Kind::Storage, QStringLiteral("no_memory")), options);
    if (options.json)
        printJson({{QStringLiteral("hash"), hash}});
    else
        print(hash);
    return ExitCode::Done;
}

} // namespace

ExitCode setPin(const Options &options, config::Settings &settings)
{
    const SystemClock clock;
    const bool isReceptions = options.pin == QLatin1String("reception");
    config::PinGate gate(settings, clock, isReceptions ? config::Pin::Reception : config::Pin::Settings);
    // Before anybody is asked: what locks it.
    const Result<config::SettingValues> free = settings.sources().checked({{config::keyOf(gate.which()), {}}});
    if (!free && !options.printsHash)
        return tell(free.error(), options);
    const Result<QString> pin = readPin();
    if (!pin)
        return tell(pin.error(), options);
    if (const Result<void> checked = gate.check(*pin); !checked)
        return tell(checked.error(), options);
    if (options.printsHash)
        return printHash(config::hashPin(*pin), options);
    if (const Result<void> set = outcomeAfterWaiting(gate.set(*pin)); !set)
        return tell(set.error(), options);
    if (options.json)
        printJson({});
    else
        print(QStringLiteral("Set."));
    return ExitCode::Done;
}

} // namespace teleconsult::ctl
