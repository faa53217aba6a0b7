// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/csv_report.h"

#include "net/port_range.h"
#include "report/json_fields.h"
#include "report/listener_text.h"
#include "report/report_sink.h"
#include "text/text.h"

#include <QJsonValue>
#include <QStringList>

namespace portolan {

namespace {

constexpr qsizetype progressStep = 64;
constexpr QChar apostrophe = u'\'';

/// Spreadsheets take a cell for a formula by its first character, some after leading spaces, and
/// East Asian ones take the full-width forms as well.
bool looksLikeFormula(const QString &text)
{
    for (const QChar character : text) {
        if (character.isSpace() && character != QLatin1Char('\t') && character != QLatin1Char('\r') && character != QLatin1Char('\n'))
            continue;
        switch (character.unicode()) {
        case u'=':
        case u'+':
        case u'-':
        case u'@':
        case u'\t':
        case u'\r':
        case u'\n':
        case u'\uff1d':
        case u'\uff0b':
        case u'\uff0d':
        case u'\uff20':
            return true;
        default:
            return false;
        }
    }
    return false;
}

QString cell(const QString &text)
{
    QString shown = text::visible(text);
    if (looksLikeFormula(text))
        shown.prepend(apostrophe);
    const bool quote = shown.contains(QLatin1Char(',')) || shown.contains(QLatin1Char('"')) || shown.contains(QLatin1Char(';'))
        || shown.startsWith(QLatin1Char(' ')) || shown.endsWith(QLatin1Char(' '));
    if (!quote)
        return shown;
    shown.replace(QLatin1Char('"'), QLatin1String("\"\""));
    return QLatin1Char('"') + shown + QLatin1Char('"');
}

void writeRow(ReportSink &sink, const QStringList &texts)
{
    QStringList cells;
    cells.reserve(texts.size());
    for (const QString &text : texts)
        cells += cell(text);
    sink.write(cells.join(QLatin1Char(',')) + QLatin1String("\r\n"));
}

QStringList row(const Listener &listener, const Assessment &assessment, const OwnNotes &ownNotes)
{
    const Owner &owner = *listener.owner;
    const ProcessInfo *leader = owner.leader();
    QStringList addresses;
    for (const Endpoint &endpoint : listener.endpoints) {
        addresses += endpoint.address.toString() + (endpoint.scope.isEmpty() ? QString() : QLatin1Char('%') + endpoint.scope)
            + (endpoint.networkNamespace.isEmpty() ? QString() : QLatin1Char('@') + endpoint.networkNamespace);
    }
    QStringList pids;
    for (const ProcessPtr &process : owner.processes)
        pids += QString::number(process->key.pid);
    QStringList marks;
    for (const Mark mark : allMarks()) {
        if (assessment.marks.testFlag(mark))
            marks += QString(markName(mark));
    }
    QStringList evidence;
    for (const Evidence &fact : assessment.evidence)
        evidence += QString(evidenceName(fact.id)) + QLatin1String(" (") + basisName(fact.basis) + QLatin1Char(')');
    const OwnNotePtr note = ownNotes.noteFor(listener);
    const QString separator = QStringLiteral("; ");
    return { QString(QLatin1String(transportName(listener.transport()))),
             QString::number(listener.port()),
             addresses.join(separator),
             QString(exposureName(listener.exposure())),
             QString(portRangeName(portRangeOf(listener.port()))),
             assessment.service,
             assessment.description,
             QString(verdictName(assessment.verdict)),
             QString(attributionName(owner.attribution)),
             ownerReasonText(owner),
             leader ? leader->name : QString(),
             pids.join(separator),
             leader && !leader->user.isEmpty() ? leader->user : owner.user,
             leader ? leader->executable : QString(),
             leader && leader->executableDeleted ? QStringLiteral("true") : leader && !leader->executable.isEmpty() ? QStringLiteral("false") : QString(),
             leader ? text::shellQuoted(leader->commandLine) : QString(),
             leader ? json::timeOrNull(leader->startedAt).toString() : QString(),
             owner.unit,
             owner.container ? (owner.container->name.isEmpty() ? owner.container->id : owner.container->name) : QString(),
             owner.package ? owner.package->name : QString(),
             marks.join(separator),
             evidence.join(separator),
             note ? note->label : QString(),
             note ? note->text : QString(),
             owner.package ? owner.package->version : QString(),
             owner.package && owner.package->intact ? (*owner.package->intact ? QStringLiteral("true") : QStringLiteral("false")) : QString(),
             leader ? leader->script : QString(),
             owner.socketUnit,
             listener.key.networkNamespace.isEmpty() ? QStringLiteral("host") : listener.key.networkNamespace,
             owner.kernelPart };
}

} // namespace

void writeCsvReport(const ReportDocument &document, ReportSink &sink)
{
    // Column names are part of what scripts rely on and stay the same in every language.
    writeRow(sink, QStringLiteral("transport port addresses exposure range service description verdict attribution reason "
                                  "process pids user executable executable_deleted command_line started unit container "
                                  "package marks evidence own_label own_note package_version package_intact script socket_unit "
                                  "namespace kernel_part")
                       .split(QLatin1Char(' ')));
    const qsizetype count = document.listeners.size();
    for (qsizetype i = 0; i < count; ++i) {
        if (i % progressStep == 0 && !sink.proceed(i, count))
            return;
        writeRow(sink, row(*document.listeners[i], *document.assessments[i], document.ownNotes));
    }
}

} // namespace portolan
