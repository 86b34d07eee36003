// What the double of the CRUD service knows of documents: their fields, and what a body may hold.
// Sections and R numbers are those of reference/mia-crud-service.md and its transcript.
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QStringList>

#include <tl/expected.hpp>

namespace teleconsult::test::crud {

struct Field
{
    enum class Type { Id, Text, Number, Date, Texts, Object, Objects };

    QString name;
    Type type = Type::Text;
    bool required = false;
    bool nullable = false;
};

/// A collection's definition (§12).
struct Definition
{
    QString path; ///< Its base path without slashes around it.
    QList<Field> fields;
    QStringList unique; ///< Fields with a unique index each.
    QString defaultState = QStringLiteral("DRAFT");
    bool takesImports = true; ///< From version 6.9.0 on, and where no gateway keeps the route closed.

    /// A field of its own or one of the metadata; null: unknown.
    const Field *field(const QString &name) const;
    /// Of its own only.
    const Field *ownField(const QString &name) const;
    QStringList allNames() const; ///< As R 31 orders them.
};

/// An answer that refuses.
struct Refusal
{
    int status = 400;
    QByteArray body;
};

template <typename T>
using Checked = tl::expected<T, Refusal>;

tl::unexpected<Refusal> refuse(const QString &message);                               ///< 400, shape 1 of §8.
tl::unexpected<Refusal> refuseBySchema(const QString &message);                       ///< 400, shape 2.
tl::unexpected<Refusal> refuseUnknown(const QString &where, const QString &property); ///< 400 as R 70.
tl::unexpected<Refusal> fail(const QString &message, const QString &code = {});       ///< 500.
QByteArray errorBody(int status, const QString &error, const QString &message, const QString &code = {});

bool isObjectId(const QString &text);
bool isState(const QString &text);

/// A date as a body may give it, as it is stored (§9); `where` for messages: "body/startDate".
Checked<QJsonValue> storedDate(const QJsonValue &value, const QString &where);

/// A document as it is stored: unknown fields refused, required ones asked for, values coerced (§10). May give its
/// `__STATE__`, else has the default.
Checked<QJsonObject> storedDocument(const Definition &definition, const QJsonValue &body);

/// As storedDocument(), of a file that is imported: may give its `_id` (R 155), an ObjectId; `index` is its place.
Checked<QJsonObject> importedDocument(const Definition &definition, const QJsonValue &entry, int index);

/// A document after update commands (§4). The double carries out $set of whole fields and $unset; for other commands
/// of the service it answers 501.
Checked<QJsonObject> changedDocument(const Definition &definition, const QJsonObject &document,
                                     const QJsonValue &commands);

} // namespace teleconsult::test::crud
