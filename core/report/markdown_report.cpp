// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/markdown_report.h"

#include "assess/ancestry.h"
#include "assess/next_step.h"
#include "containers/publication_text.h"
#include "knowledge/explanation.h"
#include "report/json_fields.h"
#include "report/listener_text.h"
#include "report/owner_text.h"
#include "report/report_sink.h"
#include "report/report_summary.h"
#include "text/text.h"

#include <QCoreApplication>
#include <QJsonValue>
#include <QStringList>

namespace portolan {

namespace {

constexpr qsizetype progressStep = 16;

/// Every ASCII punctuation mark may be written behind a backslash (CommonMark, 2.4), except that
/// "<", ">" and "&" are entities instead, as many viewers pass HTML on. Schemes and "www." are
/// broken up by the escaped ":" and ".", so viewers do not turn them into links.
QString escaped(const QString &text)
{
    const QString shown = text::visible(text);
    QString out;
    out.reserve(shown.size() * 2);
    for (const QChar character : shown) {
        switch (character.unicode()) {
        case u'<':
            out += QLatin1String("&lt;");
            break;
        case u'>':
            out += QLatin1String("&gt;");
            break;
        case u'&':
            out += QLatin1String("&amp;");
            break;
        case u'@':
            out += QLatin1String("&#64;");
            break;
        case u':':
            out += QLatin1String("&#58;");
            break;
        case u'|':
            out += QLatin1String("&#124;");
            break;
        default:
            if (character.unicode() < 0x80 && !character.isLetterOrNumber() && character != QLatin1Char(' ')
                && character != QLatin1Char(',') && character != QLatin1Char('/'))
                out += QLatin1Char('\\');
            out += character;
        }
    }
    return out;
}

class MarkdownReport
{
    Q_DECLARE_TR_FUNCTIONS(Report)

public:
    MarkdownReport(const ReportDocument &document, ReportSink &sink)
        : m_document(document)
        , m_sink(sink)
    {
    }

    void write()
    {
        writeHead();
        writeInvestigate();
        writeTable();
        writeEvidence();
    }

private:
    void line(const QString &text = {}) { m_sink.write(text + QLatin1Char('\n')); }
    void row(const QStringList &cells) { line(QLatin1String("| ") + cells.join(QLatin1String(" | ")) + QLatin1String(" |")); }

    void writeHead()
    {
        const Snapshot &snapshot = *m_document.snapshot;
        line(QLatin1String("# ") + (m_document.host.name.isEmpty() ? tr("Listening ports") : tr("Listening ports of %1").arg(escaped(m_document.host.name))));
        line();
        QStringList facts;
        if (snapshot.takenAt.isValid())
            facts += escaped(json::timeOrNull(snapshot.takenAt).toString());
        for (const QString &fact : { m_document.host.os, m_document.host.kernel }) {
            if (!fact.isEmpty())
                facts += escaped(fact);
        }
        line(facts.join(QStringLiteral(u" · ")));
        line();
        line(escaped(reportSummary(m_document)));
        line();
        line(escaped(listener_text::completeness(snapshot)));
        line();
        if (!m_document.scope.isEmpty()) {
            line(escaped(m_document.scope));
            line();
        }
    }

    void writeInvestigate()
    {
        line(QLatin1String("## ") + tr("What to investigate"));
        line();
        bool any = false;
        for (qsizetype i = 0; i < m_document.listeners.size(); ++i) {
            const Assessment &assessment = *m_document.assessments[i];
            if (assessment.verdict != Verdict::Investigate)
                continue;
            any = true;
            line(QLatin1String("- ") + title(*m_document.listeners[i]));
            for (const Evidence &fact : assessment.evidence) {
                if (fact.weighs == Weighs::Against)
                    line(QLatin1String("    - ") + factText(fact));
            }
            if (assessment.answer)
                line(QLatin1String("    - ") + answerLine(*assessment.answer));
            for (const NextStep step : nextSteps(*m_document.listeners[i], assessment))
                line(QLatin1String("    - ") + tr("What you can do: %1").arg(escaped(nextStepText(step, *m_document.listeners[i]))));
        }
        if (!any)
            line(tr("Nothing here asks for a closer look."));
        line();
    }

    static QString title(const Listener &listener)
    {
        return QStringLiteral("**%1/%2** ").arg(listener.port()).arg(QLatin1String(transportName(listener.transport())))
            + escaped(listener_text::owner(*listener.owner));
    }

    static QString answerLine(const PortAnswer &answer)
    {
        return escaped(answerText(answer) + QLatin1Char(' ') + askedText(answer));
    }

    static QString factText(const Evidence &fact)
    {
        return escaped(evidenceText(fact)) + QLatin1String(" (") + escaped(basisLabel(fact.basis)) + QLatin1Char(')');
    }

    [[nodiscard]] QString ownerText(const Listener &listener) const
    {
        const QString owner = escaped(listener_text::owner(*listener.owner));
        const OwnNotePtr note = m_document.ownNotes.noteFor(listener);
        return note ? owner + QLatin1Char(' ') + escaped(ownNoteMark(note, OwnNote::longestLabel)) : owner;
    }

    void writeTable()
    {
        line(QLatin1String("## ") + tr("Listeners"));
        line();
        row({ tr("Port"), tr("Protocol"), tr("Verdict"), tr("Registered as"), tr("Owner"), tr("PID"), tr("User"), tr("Reachable from"), tr("Addresses") });
        line(QStringLiteral("| ---: | --- | --- | --- | --- | ---: | --- | --- | --- |"));
        const qsizetype count = m_document.listeners.size();
        for (qsizetype i = 0; i < count; ++i) {
            if (i % progressStep == 0 && !m_sink.proceed(i / 2, count))
                return;
            const Listener &listener = *m_document.listeners[i];
            const Assessment &assessment = *m_document.assessments[i];
            const ProcessInfo *leader = listener.owner->leader();
            row({ QString::number(listener.port()), QString(QLatin1String(transportName(listener.transport()))),
                  escaped(QString(verdictGlyph(assessment.verdict)) + QLatin1Char(' ') + verdictLabel(assessment.verdict)),
                  escaped(assessment.service), ownerText(listener),
                  leader ? QString::number(leader->key.pid) : QString(), escaped(leader ? leader->user : listener.owner->user),
                  escaped(listener_text::exposure(listener.exposure())), escaped(listener_text::endpoints(listener).join(QLatin1String(", "))) });
        }
        line();
    }

    void writeEvidence()
    {
        line(QLatin1String("## ") + tr("What was found"));
        const qsizetype count = m_document.listeners.size();
        for (qsizetype i = 0; i < count; ++i) {
            if (i % progressStep == 0 && !m_sink.proceed(count / 2 + i / 2, count))
                return;
            const Listener &listener = *m_document.listeners[i];
            line();
            line(QLatin1String("### ") + title(listener));
            line();
            if (m_document.knowledge)
                line(QLatin1String("- ") + tr("The map: %1").arg(mapText(listener)));
            if (const OwnNotePtr note = m_document.ownNotes.noteFor(listener))
                line(QLatin1String("- ") + tr("Own note: %1").arg(noteText(*note)));
            const auto panel = m_document.knowledge ? m_document.knowledge->panel(listener.port()) : std::nullopt;
            if (panel)
                line(QLatin1String("- ") + escaped(panel->texts.lead));
            const QString reason = ownerReasonText(*listener.owner);
            if (!reason.isEmpty())
                line(QLatin1String("- ") + escaped(reason));
            if (const ProcessInfo *leader = listener.owner->leader()) {
                if (!leader->executable.isEmpty())
                    line(QLatin1String("- ") + tr("Program: %1").arg(escaped(leader->executable)));
                if (!leader->commandLine.isEmpty())
                    line(QLatin1String("- ") + tr("Command line: %1").arg(escaped(text::shellQuoted(leader->commandLine))));
            }
            if (listener.owner->leader())
                line(QLatin1String("- ") + tr("Why it runs: %1").arg(escaped(ancestryOf(*listener.owner).summary.text)));
            if (const QString story = publicationText(listener); !story.isEmpty())
                line(QLatin1String("- ") + escaped(story));
            for (const owner_text::Fact &known : owner_text::facts(*listener.owner))
                line(QLatin1String("- ") + tr("%1: %2", "a fact of the owner and its value").arg(escaped(known.label), escaped(known.value)));
            for (const Evidence &fact : m_document.assessments[i]->evidence)
                line(QLatin1String("- ") + factText(fact));
            if (const PortAnswerPtr &answer = m_document.assessments[i]->answer)
                line(QLatin1String("- ") + answerLine(*answer));
        }
    }

    [[nodiscard]] static QString noteText(const OwnNote &note)
    {
        QString text = escaped(note.label);
        for (const QString &one : note.text.split(QLatin1Char('\n'), Qt::SkipEmptyParts))
            text += QLatin1String(" / ") + escaped(one);
        return text;
    }

    [[nodiscard]] QString mapText(const Listener &listener) const
    {
        const Explanation explanation = explain(*m_document.knowledge, listener.port(), listener.transport());
        return QStringList { escaped(explanation.mapTitle), escaped(explanation.mapText) }.join(QStringLiteral(u" — "));
    }

    const ReportDocument &m_document;
    ReportSink &m_sink;
};

} // namespace

void writeMarkdownReport(const ReportDocument &document, ReportSink &sink)
{
    MarkdownReport(document, sink).write();
}

} // namespace portolan
