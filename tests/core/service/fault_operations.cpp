#include "tests/core/service/fault_operations.h"

namespace teleconsult::test {

namespace {

template <typename T>
std::optional<Error> errorOfTask(Task<T> task)
{
    const Result<T> result = await(std::move(task));
    return result ? std::nullopt : std::optional<Error>(result.error());
}

/// Whether the operation is sure not to have been carried out.
bool wasRefused(const std::optional<Error> &error)
{
    return error && !mayHaveHappened(*error);
}

void demand(const Result<QString> &made)
{
    if (!made)
        qFatal("a case cannot be prepared: %s", qPrintable(made.error().toLogLine()));
}

void schedule(Scene &scene, const TeleconsultationRequest &wish)
{
    const Result<QString> made = await(scene.station->consultations().create(wish));
    demand(made);
    scene.id = *made;
}

/// Makes people known without leaving a consultation behind.
void introduce(Scene &scene, int patients)
{
    schedule(scene, scene.request(patients));
    const Result<void> removed = await(scene.station->consultations().remove(scene.id));
    if (!removed)
        qFatal("a case cannot be prepared: %s", qPrintable(removed.error().toLogLine()));
    scene.id.clear();
}

// Creating

std::optional<Error> create(Scene &scene, const TeleconsultationRequest &wish)
{
    const Result<QString> made = await(scene.station->consultations().create(wish));
    scene.id = made.value_or(QString());
    return made ? std::nullopt : std::optional<Error>(made.error());
}

std::optional<Error> createWhole(Scene &scene)
{
    return create(scene, scene.request(2));
}

std::optional<Error> createPartly(Scene &scene)
{
    return create(scene, scene.request(1, 1));
}

QStringList checkCreated(Scene &scene, const std::optional<Error> &error, const QString &)
{
    const qsizetype records = scene.consultations().size();
    QStringList wrong;
    if (records > 1)
        wrong << QStringLiteral("there are %1 records").arg(records);
    if (!error && scene.account(scene.id).isEmpty())
        wrong << QStringLiteral("what was confirmed is not on record");
    if (wasRefused(error) && records != 0)
        wrong << QStringLiteral("what was refused is on record");
    return wrong;
}

// Changing

TeleconsultationChange otherPatient()
{
    TeleconsultationChange change;
    change.participants = QList<ParticipantData>{doctor(), patient(2)};
    return change;
}

TeleconsultationChange laterEnd(const Scene &scene)
{
    TeleconsultationChange change;
    change.end = scene.began.addDays(1).addSecs(3600);
    return change;
}

TeleconsultationChange everybody()
{
    TeleconsultationChange change;
    change.participants = QList<ParticipantData>{doctor(), patient(1), patient(3)};
    return change;
}

std::optional<Error> replaceRoom(Scene &scene)
{
    return errorOfTask(scene.station->consultations().update(scene.id, otherPatient()));
}

std::optional<Error> leaveRoom(Scene &scene)
{
    return errorOfTask(scene.station->consultations().update(scene.id, laterEnd(scene)));
}

std::optional<Error> complete(Scene &scene)
{
    return errorOfTask(scene.station->consultations().update(scene.id, everybody()));
}

std::optional<Error> addPatient(Scene &scene)
{
    return errorOfTask(scene.station->consultations().addParticipant(scene.id, patient(3)));
}

/// `mark`: what only the changed record says.
QStringList checkChanged(Scene &scene, const std::optional<Error> &error, const QString &before, const QString &mark)
{
    const QString now = scene.account(scene.id);
    QStringList wrong;
    if (now.isEmpty())
        wrong << QStringLiteral("the record is gone");
    if (scene.consultations().size() != 1)
        wrong << QStringLiteral("there is another number of records");
    if (!error && !now.contains(mark))
        wrong << QStringLiteral("a change that was confirmed is not on record");
    if (wasRefused(error) && now != before)
        wrong << QStringLiteral("a change that was refused is on record");
    if (now != before && !now.contains(mark))
        wrong << QStringLiteral("the record says something that nobody wanted");
    return wrong;
}

QStringList checkPatient2(Scene &scene, const std::optional<Error> &error, const QString &before)
{
    return checkChanged(scene, error, before, QStringLiteral("Name of patient 2"));
}

QStringList checkPatient3(Scene &scene, const std::optional<Error> &error, const QString &before)
{
    return checkChanged(scene, error, before, QStringLiteral("Name of patient 3"));
}

QStringList checkLaterEnd(Scene &scene, const std::optional<Error> &error, const QString &before)
{
    return checkChanged(scene, error, before, laterEnd(scene).end->toString(Qt::ISODate));
}

// Reading and deleting

std::optional<Error> open(Scene &scene)
{
    return errorOfTask(scene.station->consultations().open(scene.id, doctor().externalId, {}));
}

QStringList checkUntouched(Scene &scene, const std::optional<Error> &, const QString &before)
{
    return scene.account(scene.id) == before ? QStringList() : QStringList{QStringLiteral("the record has changed")};
}

std::optional<Error> remove(Scene &scene)
{
    return errorOfTask(scene.station->consultations().remove(scene.id));
}

QStringList checkRemoved(Scene &scene, const std::optional<Error> &error, const QString &before)
{
    const QString now = scene.account(scene.id);
    if (!error && !now.isEmpty())
        return {QStringLiteral("what was deleted is on record")};
    if (wasRefused(error) && now != before)
        return {QStringLiteral("what was not to be deleted is gone")};
    return {};
}

constexpr int files = 3;

void shareFiles(Scene &scene)
{
    schedule(scene, scene.request(1));
    scene.peers.kaleyra.edit([](sandbox::State &state) {
        for (int i = 0; i < files; ++i) {
            sandbox::Upload upload;
            upload.key = QStringLiteral("file-%1").arg(i);
            upload.secret = upload.key;
            upload.roomId = state.rooms.first().id;
            state.uploads << upload;
        }
    });
}

std::optional<Error> deleteFiles(Scene &scene)
{
    return errorOfTask(scene.station->consultations().deleteUploads(scene.id));
}

// People and the company

std::optional<Error> issueToken(Scene &scene)
{
    return errorOfTask(scene.station->credentials().issue(patient(1), std::nullopt));
}

QStringList checkToken(Scene &scene, const std::optional<Error> &error, const QString &)
{
    const QStringList ids(patient(1).externalId);
    const Result<QHash<QString, QString>> known = await(scene.station->records().findUserIds(ids));
    if (!error && (!known || known->isEmpty()))
        return {QStringLiteral("somebody has a token and is not in the user map")};
    return {};
}

/// Nothing but its size is true.
QByteArray picture()
{
    return QByteArray("\xFF\xD8\xFF\xC0\x00\x11\x08\x05\x00\x05\x00\x03", 12) + QByteArray(4000, '\0');
}

std::optional<Error> addBackground(Scene &scene)
{
    return errorOfTask(scene.station->company().addBackground(picture()));
}

QStringList checkBackgrounds(Scene &scene, const std::optional<Error> &error, const QString &)
{
    const qsizetype count = scene.peers.kaleyra.state().company.backgrounds.size();
    if (count > 1 || (!error && count != 1) || (wasRefused(error) && count != 0))
        return {QStringLiteral("there are %1 backgrounds").arg(count)};
    return {};
}

const QString alias = QStringLiteral("of-the-clinic");

void hangPicture(Scene &scene)
{
    scene.peers.kaleyra.edit([](sandbox::State &state) { state.company.backgrounds.append({alias, {}}); });
}

std::optional<Error> chooseBackground(Scene &scene)
{
    return errorOfTask(scene.station->company().setDefaultBackground(alias));
}

QStringList checkChosen(Scene &scene, const std::optional<Error> &error, const QString &)
{
    const QString chosen = scene.peers.kaleyra.state().company.defaultBackground;
    return !error && chosen != alias ? QStringList{QStringLiteral("the background is not chosen")} : QStringList();
}

void nothing(Scene &) {}
void two(Scene &scene)
{
    schedule(scene, scene.request(1));
}
void twoOfThree(Scene &scene)
{
    schedule(scene, scene.request(1, 1));
}
void twoOfFour(Scene &scene)
{
    schedule(scene, scene.request(1, 2));
}
void knowTwo(Scene &scene)
{
    introduce(scene, 2);
}

void twoAndAnother(Scene &scene)
{
    introduce(scene, 2);
    schedule(scene, scene.request(1));
}

void openNow(Scene &scene)
{
    schedule(scene, scene.request(1));
    scene.clock.advance(std::chrono::hours(24));
}

} // namespace

const QList<Operation> &faultOperations()
{
    static const QList<Operation> all{
        {"create, people unknown", nothing, createWhole, checkCreated},
        {"create, people known", knowTwo, createWhole, checkCreated},
        {"create, somebody to come", nothing, createPartly, checkCreated},
        {"patch, another room", twoAndAnother, replaceRoom, checkPatient2},
        {"patch, the same room", two, leaveRoom, checkLaterEnd},
        {"patch, the last participants", twoOfThree, complete, checkPatient3},
        {"add one, not the last", twoOfFour, addPatient, checkPatient3},
        {"add the last one", twoOfThree, addPatient, checkPatient3},
        {"get", openNow, open, checkUntouched},
        {"delete", two, remove, checkRemoved},
        {"delete uploads", shareFiles, deleteFiles, checkUntouched},
        {"credentials, known", knowTwo, issueToken, checkToken},
        {"credentials, unknown", nothing, issueToken, checkToken},
        {"background", nothing, addBackground, checkBackgrounds},
        {"settings", hangPicture, chooseBackground, checkChosen},
    };
    return all;
}

} // namespace teleconsult::test
