// One collection of the double of the CRUD service: its documents, and what its routes answer.
#pragma once

#include "tests/support/crud_double_schema.h"
#include "tests/support/scripted_server.h"

#include <QUrlQuery>

namespace teleconsult::test::crud {

/// What the documents of all collections get their ids and times from. Moves on by a millisecond with every write,
/// unless it stands.
struct Source
{
    qint64 now = 0; ///< UTC milliseconds since 1970.
    bool stands = false;
    quint64 ids = 0;

    QString newId();
    QString tick();
};

/// A request taken apart.
struct Asked
{
    QByteArray method;
    QString rest; ///< What follows the collection's path and a slash, percent-encoded.
    QUrlQuery query;
    QHash<QByteArray, QByteArray> headers; ///< Names in lower case.
    QByteArray body;
    QList<ScriptedServer::Part> parts = {}; ///< Of a form.
};

/// Not safe for threads: the service locks.
class Collection
{
public:
    using Answer = ScriptedServer::Answer;

    /// `source` must outlive the collection.
    Collection(Definition definition, int version, Source &source);

    const Definition &definition() const { return m_definition; }
    QList<QJsonObject> &documents() { return m_documents; }
    const QList<QJsonObject> &documents() const { return m_documents; }

    Answer answer(const Asked &asked);

private:
    Answer list(const Asked &asked) const;
    Answer count(const Asked &asked) const;
    Answer one(const Asked &asked, const QString &id) const;
    Answer insert(const Asked &asked);
    Answer import(const Asked &asked);
    Answer change(const Asked &asked, const QString &id);
    Answer moveState(const Asked &asked, const QString &id);
    Answer remove(const Asked &asked, const QString &id);

    /// The documents that pass a request's filters, by their index; of any id when it is empty, of any state when the
    /// route does not know `_st`.
    Checked<QList<qsizetype>> matching(const Asked &asked, const QString &id, bool withStates = true) const;
    /// The one document of an id, if it passes; refused with 404 when it does not.
    Checked<qsizetype> only(const Asked &asked, const QString &id, bool withStates = true) const;
    bool violatesIndex(const QJsonObject &document) const;
    QString duplicateMessage() const;
    Answer duplicateAnswer(const QString &index) const;
    void store(QJsonObject document, const Asked &asked);
    void touch(QJsonObject &document, const Asked &asked);

    Definition m_definition;
    int m_version;
    Source *m_source;
    QList<QJsonObject> m_documents;
};

/// `{"error":"not found"}`, whatever was not found (§8, 3).
ScriptedServer::Answer notFound();

} // namespace teleconsult::test::crud
