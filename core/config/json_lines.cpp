#include "core/config/json_lines.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace teleconsult::config {

namespace {

/// Walks through a text that is known to be JSON.
class LineFinder
{
public:
    LineFinder(const QByteArray &json, const QString &path) : m_json(json), m_path(path) {}

    int find()
    {
        walkValue({});
        return m_found;
    }

private:
    char here() const { return m_at < m_json.size() ? m_json.at(m_at) : '\0'; }

    void skip(qsizetype count = 1)
    {
        for (; count > 0 && m_at < m_json.size(); --count, ++m_at) {
            if (m_json.at(m_at) == '\n')
                ++m_line;
        }
    }

    void skipBlanks()
    {
        while (here() == ' ' || here() == '\t' || here() == '\n' || here() == '\r')
            skip();
    }

    /// The text at hand, as it is meant.
    QString takeText()
    {
        const qsizetype begin = m_at;
        skip();
        while (here() != '"' && here() != '\0')
            skip(here() == '\\' ? 2 : 1);
        skip();
        const QByteArray alone = '[' + m_json.mid(begin, m_at - begin) + ']';
        return QJsonDocument::fromJson(alone).array().first().toString();
    }

    /// Whether what is looked for is this or within it: then it is at least as near as what was met before.
    void meet(const QString &path)
    {
        const bool isWithin =
            m_path == path || m_path.startsWith(path + QLatin1Char('.')) || m_path.startsWith(path + QLatin1Char('['));
        if (isWithin)
            m_found = m_line;
    }

    void walkValue(const QString &path)
    {
        skipBlanks();
        if (here() == '{')
            walkObject(path);
        else if (here() == '[')
            walkArray(path);
        else if (here() == '"')
            takeText();
        else
            while (here() != ',' && here() != '}' && here() != ']' && here() != '\0')
                skip();
        skipBlanks();
    }

    void walkObject(const QString &path)
    {
        skip();
        skipBlanks();
        while (here() == '"') {
            const QString name = takeText(); // On one line: JSON has no line breaks in texts.
            const QString inner = path.isEmpty() ? name : path + QLatin1Char('.') + name;
            meet(inner);
            walkMember(inner);
        }
        skip();
    }

    void walkMember(const QString &path)
    {
        skipBlanks();
        skip(); // ':'
        walkValue(path);
        if (here() == ',')
            skip();
        skipBlanks();
    }

    void walkArray(const QString &path)
    {
        skip();
        skipBlanks();
        for (int i = 0; here() != ']' && here() != '\0'; ++i) {
            const QString inner = QStringLiteral("%1[%2]").arg(path).arg(i);
            meet(inner);
            walkValue(inner);
            if (here() == ',')
                skip();
            skipBlanks();
        }
        skip();
    }

    const QByteArray &m_json;
    const QString &m_path;
    qsizetype m_at = 0;
    int m_line = 1;
    int m_found = 1;
};

} // namespace

int jsonLineOf(const QByteArray &json, const QString &path)
{
    return LineFinder(json, path).find();
}

} // namespace teleconsult::config
