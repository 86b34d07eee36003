#include "core/sandbox/context.h"

#include "core/sandbox/rest_names.h"

namespace teleconsult::sandbox {

QString Context::endCallRedirectUrl() const
{
    return state.company.redirectIsOwnPage ? address(paths::ended) : state.company.endCallRedirectUrl;
}

QString Context::backgroundUrl(const QString &alias) const
{
    return address(paths::backgrounds, alias);
}

QString Context::downloadUrl(const Upload &upload) const
{
    return address(paths::download, upload.secret);
}

void Context::removeUpload(const QString &key)
{
    const Upload *found = state.upload(key);
    if (!found)
        return;
    const Upload removed = *found;
    uploads.remove(removed.secret);
    state.uploads.removeIf([&](const Upload &upload) { return upload.key == removed.key; });
    calls->filesChanged(removed.roomId);
}

void Context::removeRoom(const QString &id)
{
    state.removeRoom(id);
    const QList<Upload> all = state.uploads;
    for (const Upload &upload : all) {
        if (upload.roomId == id)
            removeUpload(upload.key);
    }
}

void Context::tidyUploads()
{
    state.uploads.removeIf([this](const Upload &upload) {
        const bool hasRoom = state.room(upload.roomId) != nullptr;
        if (!hasRoom)
            uploads.remove(upload.secret);
        return !hasRoom || !uploads.contains(upload.secret);
    });
}

} // namespace teleconsult::sandbox
