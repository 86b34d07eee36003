// A double of the CRUD service, as strict as the real one (reference/mia-crud-service.md).
#pragma once

#include "tests/support/crud_double_collection.h"

#include <mutex>
#include <vector>

namespace teleconsult::test {

/// Keeps documents in memory and answers over real HTTP as the service does; proven against recorded answers of the
/// real one in tests/core/records/test_crud_service_double.cpp. What it does: list, count, one document, insert, import
/// of a JSON file, conditional update ($set, $unset), state, remove; `_q _st _p _s _l _sk` and fields as parameters;
/// what else the service can do gets 501, so that no test relies on it by mistake. Its clock begins on 2 March 2026 and
/// moves on by a millisecond with every write. Every method may be called from any thread.
class CrudServiceDouble
{
public:
    /// The two collections with the documented fields and no others (§13).
    static crud::Definition consultations();
    static crud::Definition users(bool uniqueExternalIds = false);

    /// `version`: 6 or 7, which differ in a few answers (§14).
    explicit CrudServiceDouble(QList<crud::Definition> definitions = {consultations(), users()}, int version = 7);

    ScriptedServer &server() { return m_server; }

    /// What the next requests of this method are answered, one each, instead of being carried out.
    void fail(const QByteArray &method, const QList<ScriptedServer::Answer> &answers);

    /// Everything written from now on happens in the same millisecond.
    void stopClock();

    /// Called after a request of this method was carried out, before its answer is sent, on a thread of the server:
    /// what happens between two requests of one operation. May call put() and change().
    void after(const QByteArray &method, std::function<void()> act);

    /// Forgets every document.
    void clear();
    /// Stores a document as another program did, past all checks; answers its id. What is given stays, metadata
    /// included.
    QString put(const QString &path, QJsonObject document);
    /// Sets fields of a document, as another program did.
    void change(const QString &path, const QString &id, const QJsonObject &values);
    /// Every document in every state, in the order of insertion.
    QList<QJsonObject> documents(const QString &path) const;

private:
    ScriptedServer::Answer answer(const ScriptedServer::Request &request);

    mutable std::mutex m_mutex; ///< Guards everything below, but not the server.
    crud::Source m_source;
    std::vector<crud::Collection> m_collections;
    QHash<QByteArray, QList<ScriptedServer::Answer>> m_failures;
    QHash<QByteArray, std::function<void()>> m_afterwards;
    ScriptedServer m_server; ///< Last: its threads use everything else.
};

} // namespace teleconsult::test
