#include "core/config/service_configuration.h"

#include "core/config/json_lines.h"
#include "core/config/setting_values.h"
#include "core/config/settings_file.h"
#include "core/domain/object_reader.h"

#include <QJsonDocument>
#include <QRegularExpression>

#include <array>

namespace teleconsult::config {

namespace {

using Step = CallerPath::Step;

/// A mistake as the reader tells it, told of a setting and with its line.
tl::unexpected<Error> wrong(Error mistake, const QByteArray &json)
{
    mistake.kind = Error::Kind::Storage;
    mistake.httpStatus = 0;
    mistake.code.prepend(QLatin1String("configuration_"));
    mistake.message.prepend(QStringLiteral("line %1: ").arg(jsonLineOf(json, mistake.field)));
    mistake.detail = mistake.message;
    return failure(std::move(mistake));
}

QString oneOf(ObjectReader &reader, const QString &name, const QStringList &values)
{
    const QString found = reader.text(name).value_or(QString());
    if (!found.isEmpty() && !values.contains(found))
        reader.fail(QStringLiteral("unknown_value"), name,
                    QStringLiteral("must be one of: ") + values.join(QStringLiteral(", ")));
    return found;
}

/// Only what is named is on.
Tools tools(ObjectReader &reader)
{
    static const std::array<std::pair<const char *, bool Tools::*>, 8> names{{
        {"chat", &Tools::chat},
        {"screen_sharing", &Tools::screenSharing},
        {"file_upload", &Tools::fileUpload},
        {"whiteboard", &Tools::whiteboard},
        {"snapshot", &Tools::snapshot},
        {"live_edit", &Tools::liveEdit},
        {"live_pointer", &Tools::livePointer},
        {"present_to_everyone", &Tools::presentToEveryone},
    }};
    Tools found;
    for (const auto &[name, tool] : names)
        found.*tool = reader.boolean(QLatin1String(name)).value_or(false);
    return found;
}

Privileges::Grant grant(ObjectReader &outer, const QString &role)
{
    std::optional<ObjectReader> reader = outer.object(role);
    if (!reader) {
        outer.require(role);
        return {};
    }
    Privileges::Grant found;
    const QString groups = QStringLiteral("groups");
    const std::optional<QStringList> named = reader->texts(groups);
    if (!named)
        reader->require(groups);
    found.groups = named.value_or(QStringList());
    if (found.groups.contains(QString()))
        reader->fail(QStringLiteral("required"), groups, QStringLiteral("must not hold an empty name"));
    const QString toolsName = QStringLiteral("tools");
    if (std::optional<ObjectReader> given = reader->object(toolsName)) {
        found.tools = tools(*given);
        reader->take(given->mistake());
    }
    outer.take(reader->mistake());
    return found;
}

Privileges privileges(ObjectReader &outer)
{
    const QString name = QStringLiteral("privileges");
    std::optional<ObjectReader> reader = outer.object(name);
    if (!reader) {
        outer.require(name);
        return Privileges::defaults();
    }
    const Privileges::Grant basic = grant(*reader, QStringLiteral("basic"));
    const Privileges::Grant plus = grant(*reader, QStringLiteral("plus"));
    outer.take(reader->mistake());
    return {basic, plus};
}

QString colour(ObjectReader &reader, const QString &name)
{
    static const QRegularExpression shape(QStringLiteral("^#(?:[0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})\\z"));
    const QString found = reader.text(name).value_or(QString());
    if (!found.isEmpty() && !shape.match(found).hasMatch())
        reader.fail(QStringLiteral("malformed_color"), name, QStringLiteral("must be a colour as #rgb or #rrggbb"));
    return found;
}

ServiceConfiguration::Colours colours(ObjectReader &outer, const QString &mode)
{
    ServiceConfiguration::Colours found;
    if (std::optional<ObjectReader> reader = outer.object(mode)) {
        found.primary = colour(*reader, QStringLiteral("primaryColor"));
        found.accent = colour(*reader, QStringLiteral("accentColor"));
        outer.take(reader->mistake());
    }
    return found;
}

void readTheme(ObjectReader &outer, ServiceConfiguration &configuration)
{
    configuration.light = {};
    configuration.dark = {};
    if (std::optional<ObjectReader> reader = outer.object(QStringLiteral("theme"))) {
        configuration.light = colours(*reader, QStringLiteral("light"));
        configuration.dark = colours(*reader, QStringLiteral("dark"));
        outer.take(reader->mistake());
    }
}

/// Any text: the original resolves a relative one against its own page, and here it has no effect.
QString companyLogo(ObjectReader &outer)
{
    std::optional<ObjectReader> reader = outer.object(QStringLiteral("companyLogo"));
    if (!reader)
        return {};
    const QString text = reader->text(QStringLiteral("url")).value_or(QString());
    outer.take(reader->mistake());
    return text;
}

ServiceConfiguration::CustomUserId customUserId(ObjectReader &outer)
{
    ServiceConfiguration::CustomUserId found;
    std::optional<ObjectReader> reader = outer.object(QStringLiteral("customUserId"));
    if (!reader)
        return found;
    const QString source = reader->text(QStringLiteral("source")).value_or(QString());
    const QString target = reader->text(QStringLiteral("target")).value_or(QString());
    found.source = source.isEmpty() ? found.source : source;
    found.target = target.isEmpty() ? found.target : target;
    outer.take(reader->mistake());
    return found;
}

Step callerStep(ObjectReader &reader, bool isFirst)
{
    const QString from = QStringLiteral("from");
    const QString extract = QStringLiteral("extract");
    Step step;
    const QString word =
        oneOf(reader, from,
              isFirst ? QStringList{QStringLiteral("object")} // The request itself is one.
                      : QStringList{QStringLiteral("object"), QStringLiteral("json"), QStringLiteral("array")});
    if (word.isEmpty())
        reader.require(from);
    if (word == QLatin1String("json"))
        step.from = Step::From::Json;
    if (word == QLatin1String("array"))
        step.from = Step::From::Array;
    step.extract = reader.text(extract).value_or(QString());
    if (step.extract.isEmpty())
        reader.require(extract);
    return step;
}

QList<Step> callerSteps(ObjectReader &outer)
{
    const QString name = QStringLiteral("userIdPathInRequest");
    const QJsonArray given = outer.array(name).value_or(QJsonArray());
    QList<Step> steps;
    for (qsizetype i = 0; i < given.size(); ++i) {
        const QString element = QStringLiteral("%1[%2]").arg(name).arg(i);
        if (!given.at(i).isObject()) {
            outer.fail(QStringLiteral("wrong_type"), element, QStringLiteral("must be an object"));
            continue;
        }
        ObjectReader reader(given.at(i).toObject(), element + QLatin1Char('.'));
        steps << callerStep(reader, i == 0);
        outer.take(reader.mistake());
    }
    return steps;
}

tl::unexpected<Error> notJson(const QByteArray &json, const QJsonParseError &problem)
{
    const qsizetype line = json.left(problem.offset).count('\n') + 1;
    Error error = makeError(Error::Kind::Storage, QStringLiteral("configuration_not_json"));
    error.message = QStringLiteral("line %1: %2").arg(line).arg(problem.errorString());
    error.detail = error.message;
    return failure(std::move(error));
}

} // namespace

Result<ServiceConfiguration> readServiceConfiguration(const QByteArray &json)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    if (problem.error != QJsonParseError::NoError)
        return notJson(json, problem);
    if (!document.isObject())
        return wrong(
            invalid(QStringLiteral("wrong_type"), {}, QStringLiteral("the file must hold a JSON object")).value(),
            json);

    ObjectReader reader(document.object());
    ServiceConfiguration found;
    found.privileges = privileges(reader);
    found.environment =
        oneOf(reader, QStringLiteral("environment"), {QStringLiteral("sandbox"), QStringLiteral("production")});
    found.mode = reader.text(QStringLiteral("mode")).value_or(QString());
    readTheme(reader, found);
    found.companyLogo = companyLogo(reader);
    found.groupsWithBackground = reader.texts(QStringLiteral("groupsWithBackgroundList")).value_or(QStringList());
    found.customUserId = customUserId(reader);
    found.callerSteps = callerSteps(reader);
    if (const std::optional<Error> mistake = reader.mistake())
        return wrong(*mistake, json);
    return found;
}

Result<ServiceConfiguration> readServiceConfigurationFile(const QString &path, const QString &key)
{
    const Result<QByteArray> content = readWholeFile(path);
    if (!content)
        return settingError(QStringLiteral("configuration_") + content.error().code, key);
    return readServiceConfiguration(*content).map_error([&key](Error error) {
        if (error.field.isEmpty())
            error.field = key;
        return error;
    });
}

} // namespace teleconsult::config
