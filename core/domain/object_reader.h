// Reading a JSON object strictly.
#pragma once

#include "core/domain/error.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QSet>

#include <optional>

namespace teleconsult {

/// Reads the fields of an object one by one and remembers the first mistake, so that reading needs no branch for each.
/// A field that is absent is nothing, and one that is null is too unless the reader is told otherwise; one of the wrong
/// type is nothing and a mistake (codes wrong_type, invalid_date). Once everything is read, whatever nobody asked for
/// is a mistake too (unknown_field).
class ObjectReader
{
public:
    enum class Nulls {
        AreAbsent,
        AreMistakes, ///< Of code wrong_type.
    };

    /// `prefix`: how a mistake names the object's fields, "participants." for example.
    explicit ObjectReader(QJsonObject object, QString prefix = {}, Nulls nulls = Nulls::AreAbsent);

    std::optional<QString> text(const QString &name);
    std::optional<int> integer(const QString &name);
    /// ISO 8601 with a time zone, as YYYY-MM-DDTHH:mm:ss.sssZ (seed 004); UTC.
    std::optional<QDateTime> date(const QString &name);
    std::optional<QStringList> texts(const QString &name);
    std::optional<QJsonArray> array(const QString &name);
    std::optional<bool> boolean(const QString &name);
    /// A reader of an object within this one, whose fields are named after it ("theme.light"). What it comes to is to
    /// be taken over with take(). Nothing: absent, or no object.
    std::optional<ObjectReader> object(const QString &name);
    /// Undefined: absent.
    QJsonValue value(const QString &name);

    /// Adds a mistake to those found here.
    void fail(const QString &code, const QString &name, const QString &message);
    /// The mistake that a field is absent.
    void require(const QString &name);
    /// Takes over what an inner object's reading came to.
    void take(const std::optional<Error> &mistake);

    /// The first mistake; call it after the last field.
    std::optional<Error> mistake();

private:
    bool isPresent(const QString &name);
    void wrongType(const QString &name, const char *wanted);

    QJsonObject m_object;
    QString m_prefix;
    Nulls m_nulls;
    QSet<QString> m_known;
    std::optional<Error> m_mistake;
};

} // namespace teleconsult
