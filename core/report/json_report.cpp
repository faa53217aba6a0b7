// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/json_report.h"

#include "assess/ancestry.h"
#include "assess/next_step.h"
#include "baseline/baseline.h"
#include "containers/publication_text.h"
#include "net/port_range.h"
#include "ownnotes/own_notes_json.h"
#include "report/answer_json.h"
#include "report/json_fields.h"
#include "report/owner_json.h"
#include "report/report_sink.h"
#include "report/snapshot_names.h"
#include "text/text.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace portolan {

namespace {

constexpr qsizetype progressStep = 64;

QJsonObject endpointToJson(const Endpoint &endpoint)
{
    return { { QStringLiteral("address"), endpoint.address.toString() },
             { QStringLiteral("scope"), json::textOrNull(endpoint.scope) },
             { QStringLiteral("namespace"), endpoint.networkNamespace.isEmpty() ? QStringLiteral("host") : endpoint.networkNamespace },
             { QStringLiteral("dualStack"), endpoint.dualStack } };
}

QJsonObject registrationToJson(const Listener &listener, const Assessment &assessment, const Knowledge *knowledge)
{
    QString status = portRangeOf(listener.port()) == PortRange::Dynamic ? QStringLiteral("dynamic") : QStringLiteral("unassigned");
    const auto row = knowledge ? knowledge->registration(listener.port(), listener.transport()) : std::nullopt;
    if (!assessment.service.isEmpty() || (row && row->status == RegistrationStatus::Assigned))
        status = QStringLiteral("assigned");
    else if (row && row->status == RegistrationStatus::Reserved)
        status = QStringLiteral("reserved");
    else if (row)
        status = QStringLiteral("unassigned");
    return { { QStringLiteral("status"), status },
             { QStringLiteral("service"), json::textOrNull(assessment.service) },
             { QStringLiteral("description"), json::textOrNull(assessment.description) } };
}

QJsonArray marksToJson(Marks marks)
{
    QJsonArray result;
    for (const Mark mark : allMarks()) {
        if (marks.testFlag(mark))
            result += QString(markName(mark));
    }
    return result;
}

QJsonArray evidenceToJson(const QList<Evidence> &evidence)
{
    QJsonArray result;
    for (const Evidence &fact : evidence) {
        result += QJsonObject { { QStringLiteral("id"), QString(evidenceName(fact.id)) },
                                { QStringLiteral("basis"), QString(basisName(fact.basis)) },
                                { QStringLiteral("weighs"), QString(weighsName(fact.weighs)) },
                                { QStringLiteral("points"), fact.weighs == Weighs::Against ? pointsAgainst(fact.id) : 0 },
                                { QStringLiteral("detail"), json::textOrNull(fact.detail) },
                                { QStringLiteral("compared"), json::textOrNull(fact.compared) },
                                { QStringLiteral("text"), evidenceText(fact) } };
    }
    return result;
}

QJsonArray nextStepsToJson(const Listener &listener, const Assessment &assessment)
{
    QJsonArray result;
    for (const NextStep step : nextSteps(listener, assessment))
        result += nextStepText(step, listener);
    return result;
}

QJsonValue baselineToJson(const std::optional<BaselineMatch> &match)
{
    if (!match)
        return {};
    QJsonArray changes;
    for (const BaselineChange change : listed(match->changes))
        changes += QString(baselineChangeName(change));
    return QJsonObject { { QStringLiteral("state"), QString(baselineStateName(match->state)) },
                         { QStringLiteral("changes"), changes },
                         { QStringLiteral("acceptedAt"), match->accepted ? json::timeOrNull(match->accepted->acceptedAt) : QJsonValue() } };
}

QJsonObject collectorToJson(const Snapshot &snapshot)
{
    QJsonArray remarks;
    QJsonArray remarkIds;
    for (const Remark remark : snapshot.remarks) {
        remarks += remarkText(remark);
        remarkIds += QString(names::remark(remark));
    }
    return { { QStringLiteral("backend"), QString(backendName(snapshot.backend)) },
             { QStringLiteral("completeness"), snapshot.completeness == Completeness::Complete ? QStringLiteral("complete") : QStringLiteral("partial") },
             { QStringLiteral("privileged"), snapshot.privileged },
             { QStringLiteral("remarks"), remarks },
             { QStringLiteral("remarkIds"), remarkIds } };
}

void writeMember(ReportSink &sink, const char *name, const QJsonObject &value)
{
    sink.writeBytes(QByteArray("  \"") + name + "\": " + compactJson(value) + ",\n");
}

} // namespace

QByteArray harmlessJson(const QByteArray &json)
{
    // JSON's own structure is ASCII, so every other character stands inside a string.
    const QString text = QString::fromUtf8(json);
    QByteArray out;
    out.reserve(json.size());
    qsizetype plainFrom = 0;
    const auto appendPlain = [&](qsizetype end) { out += QStringView(text).mid(plainFrom, end - plainFrom).toUtf8(); };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool pair = text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        const char32_t character = pair ? QChar::surrogateToUcs4(text[i], text[i + 1]) : char32_t { text[i].unicode() };
        const qsizetype units = pair ? 2 : 1;
        if (character >= 0x7f && text::mayAct(character)) {
            appendPlain(i);
            for (qsizetype unit = i; unit < i + units; ++unit)
                out += "\\u" + QByteArray::number(text[unit].unicode(), 16).rightJustified(4, '0');
            plainFrom = i + units;
        }
        i += units - 1;
    }
    appendPlain(text.size());
    return out;
}

QByteArray compactJson(const QJsonObject &object)
{
    return harmlessJson(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QJsonObject listenerToJson(const Listener &listener, const Assessment &assessment, const Knowledge *knowledge,
                           const OwnNotes &ownNotes)
{
    QJsonArray endpoints;
    for (const Endpoint &endpoint : listener.endpoints)
        endpoints += endpointToJson(endpoint);
    return { { QStringLiteral("transport"), QString(QLatin1String(transportName(listener.transport()))) },
             { QStringLiteral("port"), listener.port() },
             { QStringLiteral("endpoints"), endpoints },
             { QStringLiteral("exposure"), QString(exposureName(listener.exposure())) },
             { QStringLiteral("range"), QString(portRangeName(portRangeOf(listener.port()))) },
             { QStringLiteral("registration"), registrationToJson(listener, assessment, knowledge) },
             { QStringLiteral("owner"), ownerToJson(*listener.owner) },
             { QStringLiteral("publication"), json::textOrNull(publicationText(listener)) },
             { QStringLiteral("whyRunning"), listener.owner->leader() ? json::textOrNull(ancestryOf(*listener.owner).summary.text) : QJsonValue() },
             { QStringLiteral("marks"), marksToJson(assessment.marks) },
             { QStringLiteral("verdict"), QString(verdictName(assessment.verdict)) },
             { QStringLiteral("verdictRule"), QString(verdictRuleName(assessment.judgement.rule)) },
             { QStringLiteral("verdictReason"), verdictRuleText(assessment.judgement) },
             { QStringLiteral("evidence"), evidenceToJson(assessment.evidence) },
             { QStringLiteral("baseline"), baselineToJson(assessment.baseline) },
             { QStringLiteral("nextSteps"), nextStepsToJson(listener, assessment) },
             { QStringLiteral("answer"), answerToJson(assessment.answer) },
             { QStringLiteral("ownNote"), ownNoteToJson(ownNotes.noteFor(listener)) } };
}

void writeJsonReport(const ReportDocument &document, ReportSink &sink, const JsonAdditions &additions)
{
    const Snapshot &snapshot = *document.snapshot;
    sink.write(u"{\n  \"format\": \"portolan.snapshot\",\n  \"version\": 1,\n");
    const QJsonValue takenAt = json::timeOrNull(snapshot.takenAt);
    sink.write(takenAt.isNull() ? QStringLiteral("  \"takenAt\": null,\n") : QStringLiteral("  \"takenAt\": \"%1\",\n").arg(takenAt.toString()));
    writeMember(sink, "host", { { QStringLiteral("name"), json::textOrNull(document.host.name) },
                                { QStringLiteral("os"), json::textOrNull(document.host.os) },
                                { QStringLiteral("kernel"), json::textOrNull(document.host.kernel) } });
    writeMember(sink, "collector", collectorToJson(snapshot));
    if (!document.scope.isEmpty())
        sink.writeBytes("  \"scope\": " + harmlessJson(QJsonDocument(QJsonArray { document.scope }).toJson(QJsonDocument::Compact)).chopped(1).mid(1) + ",\n");
    for (auto member = additions.members.begin(); member != additions.members.end(); ++member)
        sink.writeBytes("  " + compactJson({ { member.key(), member.value() } }).chopped(1).mid(1) + ",\n");
    sink.write(u"  \"listeners\": [");
    const qsizetype count = document.listeners.size();
    for (qsizetype i = 0; i < count; ++i) {
        if (i % progressStep == 0 && !sink.proceed(i, count))
            return;
        sink.write(i == 0 ? u"\n    " : u",\n    ");
        QJsonObject listener = listenerToJson(*document.listeners[i], *document.assessments[i], document.knowledge.get(), document.ownNotes);
        const QJsonObject added = additions.listeners.value(i);
        for (auto member = added.begin(); member != added.end(); ++member)
            listener.insert(member.key(), member.value());
        sink.writeBytes(compactJson(listener));
    }
    sink.write(count == 0 ? u"]\n}\n" : u"\n  ]\n}\n");
}

} // namespace portolan
