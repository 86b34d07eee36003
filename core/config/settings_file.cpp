#include "core/config/settings_file.h"

#include "core/config/setting_values.h"
#include "core/config/settings.h"

#include <QFile>
#include <QHash>
#include <QRegularExpression>
#include <QSettings>
#include <QTemporaryFile>

#include <algorithm>

namespace teleconsult::config {

namespace {

constexpr qint64 maximumFileSize = 1024LL * 1024;
const QByteArray byteOrderMark = "\xEF\xBB\xBF"; ///< Of UTF-8, as Windows' editors write it.

/// Where the keys of an INI file stand, and its first line that is none.
struct IniPlaces
{
    QHash<QString, int> lines;
    int wrongLine = 0; ///< 0: none.
};

IniPlaces placesIn(const QString &text)
{
    IniPlaces places;
    QString section;
    int number = 0;
    const QStringList lines = text.split(QLatin1Char('\n'));
    for (const QString &raw : lines) {
        ++number;
        const QString line = raw.trimmed();
        const qsizetype equals = line.indexOf(QLatin1Char('='));
        if (line.isEmpty() || line.startsWith(QLatin1Char(';')))
            continue;
        if (line.startsWith(QLatin1Char('[')) && line.endsWith(QLatin1Char(']')))
            section = line.mid(1, line.size() - 2);
        else if (equals > 0)
            places.lines.insert(section + QLatin1Char('/') + line.left(equals).trimmed(), number);
        else if (places.wrongLine == 0)
            places.wrongLine = number;
    }
    return places;
}

/// Reads an environment file character by character: a value in quotes may go over several lines.
class EnvironmentReader
{
public:
    explicit EnvironmentReader(QString text) : m_text(std::move(text)) {}

    Result<QList<SettingLine>> read()
    {
        QList<SettingLine> lines;
        while (skipToName()) {
            const int line = m_line;
            const QString name = takeName();
            static const QRegularExpression shape(QStringLiteral("^[A-Za-z_][A-Za-z0-9_]*\\z"));
            if (m_at >= m_text.size() || m_text.at(m_at) != QLatin1Char('=') || !shape.match(name).hasMatch())
                return lineError(QStringLiteral("not_an_assignment"), line, QString(),
                                 QStringLiteral("this is not NAME=value"));
            ++m_at;
            const std::optional<QString> value = takeValue();
            if (!value)
                return lineError(QStringLiteral("quote_not_closed"), line, name,
                                 QStringLiteral("%1 has a quotation mark that is not closed").arg(name));
            lines << SettingLine{name, *value, line};
        }
        return lines;
    }

private:
    QChar here() const { return m_at < m_text.size() ? m_text.at(m_at) : QChar(QChar::Null); }

    QChar take()
    {
        const QChar taken = m_text.at(m_at++);
        if (taken == QLatin1Char('\n'))
            ++m_line;
        return taken;
    }

    void skipLine()
    {
        while (m_at < m_text.size() && take() != QLatin1Char('\n')) {
        }
    }

    /// False: there is no more.
    bool skipToName()
    {
        while (m_at < m_text.size()) {
            if (here().isSpace())
                take();
            else if (here() == QLatin1Char('#') || here() == QLatin1Char(';'))
                skipLine();
            else
                return true;
        }
        return false;
    }

    QString takeName()
    {
        const qsizetype begin = m_at;
        while (m_at < m_text.size() && here() != QLatin1Char('=') && here() != QLatin1Char('\n'))
            ++m_at;
        return m_text.mid(begin, m_at - begin).trimmed();
    }

    std::optional<QString> takeValue()
    {
        while (here() == QLatin1Char(' ') || here() == QLatin1Char('\t'))
            take();
        QString value;
        qsizetype kept = 0; // Up to here blanks count: they stood in quotes.
        while (m_at < m_text.size()) {
            const QChar next = take();
            if (next == QLatin1Char('\n'))
                break;
            if (next == QLatin1Char('"') || next == QLatin1Char('\'')) {
                if (!takeQuoted(next, value))
                    return std::nullopt;
                kept = value.size();
            } else if (next == QLatin1Char('\\') && m_at < m_text.size()) {
                takeEscaped(value);
            } else {
                value += next;
            }
        }
        qsizetype end = value.size();
        while (end > kept && value.at(end - 1).isSpace())
            --end;
        return value.left(end);
    }

    bool takeQuoted(QChar quote, QString &into)
    {
        while (m_at < m_text.size()) {
            const QChar next = take();
            if (next == quote)
                return true;
            if (next == QLatin1Char('\\') && quote == QLatin1Char('"') && m_at < m_text.size())
                takeEscaped(into);
            else
                into += next;
        }
        return false;
    }

    /// A backslash before the end of a line joins the next one.
    void takeEscaped(QString &into)
    {
        const QChar next = take();
        if (next != QLatin1Char('\n'))
            into += next;
    }

    QString m_text;
    qsizetype m_at = 0;
    int m_line = 1;
};

} // namespace

tl::unexpected<Error> lineError(const QString &code, int line, const QString &name, const QString &words)
{
    return invalid(code, name, line > 0 ? QStringLiteral("line %1: %2").arg(line).arg(words) : words);
}

int lineOf(const Error &error)
{
    static const QRegularExpression start(QStringLiteral("^line (\\d{1,9}): "));
    return start.match(error.message).captured(1).toInt();
}

Result<QByteArray> readWholeFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QFile::ReadOnly))
        return settingError(QStringLiteral("file_missing"), path);
    const QByteArray content = file.read(maximumFileSize + 1);
    if (file.error() != QFile::NoError)
        return settingError(QStringLiteral("file_missing"), path);
    if (content.size() > maximumFileSize)
        return settingError(QStringLiteral("file_too_large"), path);
    return content.startsWith(byteOrderMark) ? content.mid(byteOrderMark.size()) : content;
}

Result<QList<SettingLine>> readIniFile(const QString &path)
{
    const Result<QByteArray> content = readWholeFile(path);
    if (!content)
        return failure(content.error());
    // QSettings tells of a wrong line only to who is the first in this process to read the file; on a full disk that
    // is the most there is.
    QTemporaryFile copy;
    const bool isCopied = copy.open() && copy.write(*content) == content->size() && copy.flush();
    const QSettings file(isCopied ? copy.fileName() : path, QSettings::IniFormat);
    const IniPlaces places = placesIn(QString::fromUtf8(*content));
    const QStringList keys = file.allKeys();
    if (file.status() != QSettings::NoError)
        return lineError(QStringLiteral("not_ini"), places.wrongLine, QString(),
                         QStringLiteral("this is neither [group], name=value nor a comment (;)"));
    QList<SettingLine> lines;
    for (const QString &key : keys)
        lines << SettingLine{key, file.value(key), places.lines.value(key)};
    std::sort(lines.begin(), lines.end(), [](const SettingLine &a, const SettingLine &b) { return a.line < b.line; });
    return lines;
}

Result<QList<SettingLine>> readEnvironmentText(const QByteArray &text)
{
    return EnvironmentReader(QString::fromUtf8(text).remove(QLatin1Char('\r'))).read();
}

Result<void> checkLine(const SettingSpec &spec, const SettingLine &line)
{
    if (!spec.accepts(line.value))
        return lineError(QStringLiteral("setting_out_of_range"), line.line, line.name,
                         line.name + QLatin1Char(' ') + requirementOf(spec));
    return {};
}

Result<SettingValues> checkedSettings(const QList<SettingLine> &lines)
{
    SettingValues values;
    for (const SettingLine &line : lines) {
        const SettingSpec *spec = Settings::spec(line.name);
        if (!spec || spec->kind == SettingSpec::Kind::Note)
            return lineError(QStringLiteral("setting_unknown"), line.line, line.name,
                             QStringLiteral("%1 is no setting").arg(line.name));
        if (spec->kind == SettingSpec::Kind::EnvironmentSecret)
            return lineError(QStringLiteral("setting_not_kept"), line.line, line.name,
                             QStringLiteral("%1 must not be in a file of settings").arg(line.name));
        if (const Result<void> checked = checkLine(*spec, line); !checked)
            return failure(checked.error());
        values.insert(line.name, line.value);
    }
    return values;
}

} // namespace teleconsult::config
