// What the parts of a running sandbox share.
#pragma once

#include "core/domain/clock.h"
#include "core/sandbox/company_state.h"
#include "core/sandbox/file_store.h"
#include "core/sandbox/state_file.h"

#include <QUrl>

namespace teleconsult::sandbox {

/// The calls that are going on, as the REST API and the call pages see them.
class Calls
{
public:
    virtual ~Calls() = default;

    /// Somebody is connected.
    virtual bool isRunning(const QString &roomId) const = 0;
    /// Time with two or more connected, up to now.
    virtual qint64 usedMs(const Room &room) const = 0;
    /// Id of the call that is going on in the room; empty: none.
    virtual QString sessionOf(const QString &roomId) const = 0;
    /// Ends the call in a room that is gone or disabled.
    virtual void endCall(const QString &roomId) = 0;
    /// Throws a deleted user out of every call.
    virtual void removeUser(const QString &userId) = 0;
    /// Tells the participants of the room that its list of files has changed.
    virtual void filesChanged(const QString &roomId) = 0;
};

/// Lives on the sandbox's owner thread and is touched by no other.
struct Context
{
    State state;
    StateFile stateFile;
    FileStore uploads;
    FileStore backgrounds;
    const Clock *clock = nullptr;
    Calls *calls = nullptr;
    QUrl baseUrl;

    Context(State initialState, StateFile file, const QString &uploadDir, const QString &backgroundDir,
            const Clock *time)
        : state(std::move(initialState)),
          stateFile(std::move(file)),
          uploads(uploadDir),
          backgrounds(backgroundDir),
          clock(time)
    {}

    QString address(QLatin1String path, const QString &last = QString()) const
    {
        return baseUrl.toString() + path + last;
    }
    /// Where the call page goes after a call; empty: it stays.
    QString endCallRedirectUrl() const;
    QString backgroundUrl(const QString &alias) const;
    QString downloadUrl(const Upload &upload) const;
    /// Forgets the upload and its bytes; the room's participants are told.
    void removeUpload(const QString &key);
    /// Forgets the room and what was shared in it: nobody can get at it any more who could see it there. (Whether
    /// Kaleyra keeps files longer than their room is not known.)
    void removeRoom(const QString &id);
    /// Forgets uploads of an earlier run that have lost their room or their bytes.
    void tidyUploads();
    /// Writes the state; false: the disk refused.
    bool save() const { return stateFile.save(state).has_value(); }
};

} // namespace teleconsult::sandbox
