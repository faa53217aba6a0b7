// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/snapshot_reader.h"

#include "report/answer_json.h"
#include "report/json_fields.h"
#include "report/owner_json.h"
#include "report/snapshot_names.h"
#include "text/text.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <utility>

namespace portolan {

namespace {

constexpr int knownVersion = 1;
constexpr EvidenceId lastEvidence = EvidenceId::LoopbackOnly;

/// The value whose name this is, out of 0..last.
template<class Value, class NameOf>
std::optional<Value> named(const QJsonValue &value, Value last, NameOf nameOf)
{
    const QString name = value.toString();
    for (int i = 0; i <= static_cast<int>(last); ++i) {
        if (name == nameOf(static_cast<Value>(i)))
            return static_cast<Value>(i);
    }
    return std::nullopt;
}

class SnapshotReader
{
    Q_DECLARE_TR_FUNCTIONS(SnapshotReader)

public:
    std::optional<SnapshotFile> read(const QByteArray &bytes);
    [[nodiscard]] QString error() const { return m_error; }
    [[nodiscard]] SnapshotFault fault() const { return m_fault; }
    static QString cannotOpen(const QString &fileName, const QString &reason)
    {
        return tr("“%1” cannot be read: %2. Check the name and that you may read it.").arg(text::visible(fileName), text::visible(reason));
    }
    static QString isFolder(const QString &fileName)
    {
        return tr("“%1” is a folder; name a snapshot file.").arg(text::visible(fileName));
    }
    static QString inFile(const QString &fileName, const QString &reason)
    {
        return tr("“%1”: %2").arg(text::visible(fileName), reason);
    }
    static QString tooLarge()
    {
        return tr("The file is larger than any snapshot (256 MB). Choose a file written by “Export report” or “list --json”.");
    }

private:
    std::nullopt_t fail(const QString &message, SnapshotFault fault = SnapshotFault::Broken)
    {
        m_error = message;
        m_fault = fault;
        return std::nullopt;
    }
    std::optional<Listener> listener(const QJsonObject &object, qsizetype index);
    std::optional<Endpoint> endpoint(const QJsonObject &object);
    static Assessment assessment(const QJsonObject &object);
    static std::optional<BaselineMatch> baseline(const QJsonValue &value);
    static OwnerKey ownerKey(const Owner &owner);

    QString m_error;
    SnapshotFault m_fault = SnapshotFault::None;
};

std::optional<Endpoint> SnapshotReader::endpoint(const QJsonObject &object)
{
    const auto address = IpAddress::parse(object[QLatin1String("address")].toString());
    if (!address)
        return std::nullopt;
    const QString networkNamespace = object[QLatin1String("namespace")].toString();
    return Endpoint { *address, object[QLatin1String("dualStack")].toBool(), object[QLatin1String("scope")].toString(),
                      networkNamespace == QLatin1String("host") ? QString() : networkNamespace };
}

OwnerKey SnapshotReader::ownerKey(const Owner &owner)
{
    OwnerKey key;
    key.uid = owner.uid;
    if (owner.attribution == Attribution::Observed && !owner.processes.isEmpty()) {
        key.kind = OwnerKey::Kind::Process;
        key.process = owner.leader()->key;
    } else if (!owner.cgroup.isEmpty() || !owner.unit.isEmpty()) {
        key.kind = OwnerKey::Kind::ControlGroup;
    }
    return key;
}

std::optional<BaselineMatch> SnapshotReader::baseline(const QJsonValue &value)
{
    const auto state = named(value[QLatin1String("state")], BaselineState::Unseen, baselineStateName);
    if (!state)
        return std::nullopt;
    BaselineMatch match { *state, {}, nullptr };
    const QStringList changes = json::strings(value[QLatin1String("changes")]);
    for (const BaselineChange change : { BaselineChange::Program, BaselineChange::Bytes, BaselineChange::User, BaselineChange::Exposure })
        match.changes.setFlag(change, changes.contains(baselineChangeName(change)));
    return match;
}

Assessment SnapshotReader::assessment(const QJsonObject &object)
{
    Assessment assessment;
    assessment.verdict = named(object[QLatin1String("verdict")], Verdict::Investigate, verdictName).value_or(Verdict::Unfamiliar);
    const QStringList marks = json::strings(object[QLatin1String("marks")]);
    for (const Mark mark : allMarks())
        assessment.marks.setFlag(mark, marks.contains(markName(mark)));
    const QJsonObject registration = object[QLatin1String("registration")].toObject();
    assessment.service = registration[QLatin1String("service")].toString();
    assessment.description = registration[QLatin1String("description")].toString();
    for (const QJsonValue value : object[QLatin1String("evidence")].toArray()) {
        const QJsonObject fact = value.toObject();
        const auto id = named(fact[QLatin1String("id")], lastEvidence, evidenceName);
        if (!id)
            continue;
        assessment.evidence += Evidence { *id, named(fact[QLatin1String("basis")], Basis::Knowledge, basisName).value_or(Basis::Observed),
                                          named(fact[QLatin1String("weighs")], Weighs::Neutral, weighsName).value_or(Weighs::Neutral),
                                          fact[QLatin1String("detail")].toString(), fact[QLatin1String("compared")].toString() };
    }
    assessment.baseline = baseline(object[QLatin1String("baseline")]);
    assessment.answer = answerFromJson(object[QLatin1String("answer")]);
    assessment.judgement = judge(assessment.evidence);
    // Another version may have judged by other rules; what it said stands.
    assessment.judgement.verdict = assessment.verdict;
    return assessment;
}

std::optional<Listener> SnapshotReader::listener(const QJsonObject &object, qsizetype index)
{
    Listener listener;
    const auto port = json::number<quint16>(object[QLatin1String("port")]);
    const QString transport = object[QLatin1String("transport")].toString();
    if (!port || (transport != QLatin1String("tcp") && transport != QLatin1String("udp")))
        return fail(tr("Listener %1 of the file has no valid port and transport; write the snapshot again.").arg(index + 1));
    for (const QJsonValue value : object[QLatin1String("endpoints")].toArray()) {
        const auto one = endpoint(value.toObject());
        if (!one)
            return fail(tr("Listener %1 of the file has an address that cannot be read; write the snapshot again.").arg(index + 1));
        listener.endpoints += *one;
    }
    if (listener.endpoints.isEmpty())
        return fail(tr("Listener %1 of the file has no address; write the snapshot again.").arg(index + 1));
    std::ranges::sort(listener.endpoints);
    listener.endpoints.erase(std::unique(listener.endpoints.begin(), listener.endpoints.end()), listener.endpoints.end());
    auto read = std::make_shared<const Owner>(ownerFromJson(object[QLatin1String("owner")].toObject()));
    listener.key = { *port, transport == QLatin1String("tcp") ? Transport::Tcp : Transport::Udp, listener.endpoints.first().networkNamespace, ownerKey(*read) };
    listener.owner = std::move(read);
    return listener;
}

std::optional<SnapshotFile> SnapshotReader::read(const QByteArray &bytes)
{
    if (bytes.size() > maximumSnapshotSize)
        return fail(tooLarge(), SnapshotFault::Unreadable);
    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &parseError);
    if (parseError.error != QJsonParseError::NoError) {
        return fail(tr("This is not a whole JSON file (byte %1: %2). Write the snapshot again or choose another file.")
                        .arg(QString::number(parseError.offset), parseError.errorString()));
    }
    const QJsonObject root = document.object();
    if (root[QLatin1String("format")].toString() != QLatin1String("portolan.snapshot"))
        return fail(tr("This is JSON but not a snapshot. Choose a file written by “Export report” or “list --json”."));
    const auto version = json::number<qint32>(root[QLatin1String("version")]);
    if (!version || *version < 1)
        return fail(tr("The snapshot does not say its version; write it again."));
    if (*version > knownVersion)
        return fail(tr("The snapshot has version %1 and this program reads up to version %2. Use a newer Portolan.").arg(*version).arg(knownVersion), SnapshotFault::Newer);
    if (!root[QLatin1String("listeners")].isArray())
        return fail(tr("The snapshot has no list of listeners; write it again."));

    SnapshotFile file;
    const QJsonObject host = root[QLatin1String("host")].toObject();
    file.host = { host[QLatin1String("name")].toString(), host[QLatin1String("os")].toString(), host[QLatin1String("kernel")].toString() };
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->takenAt = json::time(root[QLatin1String("takenAt")]);
    snapshot->backend = Backend::File;
    file.wholeAt = json::time(root[QLatin1String("wholeAt")]);
    const QJsonObject collector = root[QLatin1String("collector")].toObject();
    snapshot->completeness = collector[QLatin1String("completeness")].toString() == QLatin1String("complete") ? Completeness::Complete : Completeness::Partial;
    snapshot->privileged = collector[QLatin1String("privileged")].toBool();
    for (const QString &name : json::strings(collector[QLatin1String("remarkIds")])) {
        if (const auto remark = names::remarkFrom(name); remark && !snapshot->remarks.contains(*remark))
            snapshot->remarks += *remark;
    }

    struct Row
    {
        Listener listener;
        AssessmentPtr assessment;
        QDateTime acceptedAt;
    };
    std::vector<Row> rows;
    const QJsonArray listeners = root[QLatin1String("listeners")].toArray();
    rows.reserve(static_cast<size_t>(listeners.size()));
    for (qsizetype i = 0; i < listeners.size(); ++i) {
        const QJsonObject object = listeners.at(i).toObject();
        auto one = listener(object, i);
        if (!one)
            return std::nullopt;
        rows.push_back({ std::move(*one), std::make_shared<const Assessment>(assessment(object)), json::time(object[QLatin1String("acceptedAt")]) });
    }
    std::ranges::stable_sort(rows, {}, [](const Row &row) { return row.listener.key; });
    // Listeners that only their control group told apart have lost its id; nothing is dropped.
    for (size_t i = 1; i < rows.size(); ++i) {
        ListenerKey &key = rows[i].listener.key;
        const ListenerKey &before = rows[i - 1].listener.key;
        ListenerKey plain = before;
        plain.owner.cgroupId = key.owner.cgroupId;
        if (key == plain)
            key.owner.cgroupId = before.owner.cgroupId + 1;
    }
    std::ranges::stable_sort(rows, {}, [](const Row &row) { return row.listener.key; });
    for (Row &row : rows) {
        snapshot->listeners += std::make_shared<const Listener>(std::move(row.listener));
        file.assessments += std::move(row.assessment);
        file.acceptedAt += row.acceptedAt;
    }
    file.snapshot = std::move(snapshot);
    return file;
}

} // namespace

std::optional<SnapshotFile> readSnapshot(const QByteArray &bytes, QString *error, SnapshotFault *fault)
{
    SnapshotReader reader;
    auto file = reader.read(bytes);
    if (fault)
        *fault = reader.fault();
    if (!file && error)
        *error = reader.error();
    return file;
}

std::optional<SnapshotFile> readSnapshotFile(const QString &fileName, QString *error, SnapshotFault *fault)
{
    const auto fail = [error, fault](const QString &message, SnapshotFault reason = SnapshotFault::Unreadable) {
        if (error)
            *error = message;
        if (fault)
            *fault = reason;
        return std::nullopt;
    };
    if (QFileInfo(fileName).isDir())
        return fail(SnapshotReader::isFolder(fileName));
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly))
        return fail(SnapshotReader::cannotOpen(fileName, file.errorString()));
    // One byte more than allowed tells a file that is too large, also where size() knows nothing.
    const QByteArray bytes = file.read(maximumSnapshotSize + 1);
    if (file.error() != QFileDevice::NoError)
        return fail(SnapshotReader::cannotOpen(fileName, file.errorString()));
    QString reason;
    SnapshotFault why = SnapshotFault::None;
    auto result = readSnapshot(bytes, &reason, &why);
    if (!result)
        return fail(SnapshotReader::inFile(fileName, reason), why);
    if (fault)
        *fault = SnapshotFault::None;
    return result;
}

} // namespace portolan
