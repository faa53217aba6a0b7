// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/html_report.h"

#include "assess/ancestry.h"
#include "assess/next_step.h"
#include "containers/publication_text.h"
#include "knowledge/explanation.h"
#include "report/html_style.h"
#include "report/json_fields.h"
#include "report/listener_text.h"
#include "report/owner_text.h"
#include "report/port_map_picture.h"
#include "report/report_sink.h"
#include "report/report_summary.h"
#include "text/text.h"

#include <QCoreApplication>
#include <QJsonValue>
#include <QLocale>
#include <QUrl>

#include <algorithm>

namespace portolan {

namespace {

constexpr qsizetype progressStep = 16;
/// Characters; what is longer is data, not something to read, and stands whole in the JSON report.
constexpr qsizetype longestCommandLine = 4096;

/// Harmless, and without meaning as markup, between tags and inside double quotes.
QString html(const QString &text)
{
    return text::visible(text).toHtmlEscaped().replace(QLatin1Char('\''), QLatin1String("&#39;"));
}

/// An element whose content is html().
QString element(QLatin1String tag, const QString &text)
{
    return QLatin1Char('<') + tag + QLatin1Char('>') + html(text) + QLatin1String("</") + tag + QLatin1Char('>');
}

class HtmlReport
{
    Q_DECLARE_TR_FUNCTIONS(Report)

public:
    HtmlReport(const ReportDocument &document, ReportSink &sink)
        : m_document(document)
        , m_sink(sink)
    {
    }

    void write()
    {
        writeHead();
        writeSummary();
        writeInvestigate();
        writeTable();
        writeMap();
        writeCompleteness();
        writePorts();
        put(QStringLiteral("</main>\n</body>\n</html>\n"));
    }

private:
    void put(const QString &markup) { m_sink.write(markup); }
    [[nodiscard]] const Listener &listener(qsizetype i) const { return *m_document.listeners[i]; }
    [[nodiscard]] const Assessment &assessment(qsizetype i) const { return *m_document.assessments[i]; }

    [[nodiscard]] qsizetype countOf(Verdict verdict) const
    {
        return std::ranges::count_if(m_document.assessments, [verdict](const AssessmentPtr &one) { return one->verdict == verdict; });
    }

    [[nodiscard]] QString title() const
    {
        return m_document.host.name.isEmpty() ? tr("Listening ports") : tr("Listening ports of %1").arg(m_document.host.name);
    }

    void writeHead()
    {
        put(QStringLiteral("<!DOCTYPE html>\n<html lang=\"") + html(tr("en", "code of this translation's language, for HTML"))
            + QStringLiteral("\">\n<head>\n<meta charset=\"utf-8\">\n"
                             "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
                             "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                             "<meta name=\"referrer\" content=\"no-referrer\">\n"));
        put(element(QLatin1String("title"), title()) + QLatin1String("\n<style>"));
        m_sink.write(htmlStyle);
        put(QStringLiteral("</style>\n</head>\n<body>\n<main>\n"));
        put(element(QLatin1String("h1"), title()) + QLatin1Char('\n'));
        QStringList facts;
        const QDateTime takenAt = m_document.snapshot->takenAt;
        if (takenAt.isValid()) {
            facts += QStringLiteral("<time datetime=\"%1\">%2</time>")
                         .arg(html(json::timeOrNull(takenAt).toString()), html(QLocale().toString(takenAt.toLocalTime(), QLocale::LongFormat)));
        }
        for (const QString &fact : { m_document.host.os, m_document.host.kernel }) {
            if (!fact.isEmpty())
                facts += html(fact);
        }
        put(QStringLiteral("<p class=\"soft\">") + facts.join(QStringLiteral(u" · ")) + QLatin1String("</p>\n"));
    }

    void writeSummary()
    {
        const auto reachable = static_cast<int>(
            std::ranges::count_if(m_document.listeners, [](const ListenerPtr &one) { return isReachableFromNetwork(one->exposure()); }));
        const auto item = [this](int count, const QString &label) {
            put(QStringLiteral("<li><b>%1</b> %2</li>\n").arg(QLocale().toString(count), html(label)));
        };
        const auto all = static_cast<int>(m_document.listeners.size());
        const auto investigate = static_cast<int>(countOf(Verdict::Investigate));
        const auto unfamiliar = static_cast<int>(countOf(Verdict::Unfamiliar));
        put(QStringLiteral("<p class=\"lead\">") + html(reportSummary(m_document)) + QStringLiteral("</p>\n"));
        put(QStringLiteral("<ul class=\"summary\">\n"));
        // The number stands apart, in bold; the words after it agree with it in many languages.
        item(all, tr("listening", "after a number of listeners", all));
        item(reachable, tr("reachable from outside this machine", "after a number of listeners", reachable));
        item(investigate, tr("to investigate", "after a number of listeners", investigate));
        item(unfamiliar, tr("unfamiliar", "after a number of listeners", unfamiliar));
        put(QStringLiteral("</ul>\n"));
        if (!m_document.scope.isEmpty())
            put(element(QLatin1String("p"), m_document.scope) + QLatin1Char('\n'));
    }

    void writeInvestigate()
    {
        put(element(QLatin1String("h2"), tr("What to investigate")) + QLatin1Char('\n'));
        bool any = false;
        for (qsizetype i = 0; i < m_document.listeners.size(); ++i) {
            if (assessment(i).verdict != Verdict::Investigate)
                continue;
            any = true;
            put(QStringLiteral("<div class=\"look\"><a href=\"#port-%1\"><b>%2</b></a>\n").arg(listener(i).port()).arg(html(shortTitle(i))));
            writeFacts(assessment(i), true);
            put(element(QLatin1String("p"), tr("What you can do:")) + QStringLiteral("\n<ul>\n"));
            for (const NextStep step : nextSteps(listener(i), assessment(i)))
                put(element(QLatin1String("li"), nextStepText(step, listener(i))) + QLatin1Char('\n'));
            put(QStringLiteral("</ul>\n</div>\n"));
        }
        if (!any)
            put(element(QLatin1String("p"), tr("Nothing here asks for a closer look.")) + QLatin1Char('\n'));
    }

    [[nodiscard]] QString shortTitle(qsizetype i) const
    {
        return tr("%1/%2, held by %3", "port, protocol, owner")
            .arg(QString::number(listener(i).port()), QString(QLatin1String(transportName(listener(i).transport()))),
                 listener_text::owner(*listener(i).owner));
    }

    void writeFacts(const Assessment &facts, bool againstOnly)
    {
        put(QStringLiteral("<ul>\n"));
        bool any = false;
        for (const Evidence &fact : facts.evidence) {
            if (againstOnly && fact.weighs != Weighs::Against)
                continue;
            any = true;
            put(QStringLiteral("<li>") + html(evidenceText(fact)) + QStringLiteral(" <span class=\"soft\">(") + html(basisLabel(fact.basis))
                + QStringLiteral(")</span></li>\n"));
        }
        if (facts.answer) {
            put(QStringLiteral("<li>") + html(answerText(*facts.answer)) + QStringLiteral(" <span class=\"soft\">") + html(askedText(*facts.answer))
                + QStringLiteral("</span></li>\n"));
        } else if (!any)
            put(QStringLiteral("<li>") + html(tr("Nothing speaks for it and nothing against it.")) + QStringLiteral("</li>\n"));
        put(QStringLiteral("</ul>\n"));
    }

    void writeCompleteness()
    {
        put(element(QLatin1String("h2"), tr("How complete this picture is")) + QLatin1Char('\n')
            + element(QLatin1String("p"), listener_text::completeness(*m_document.snapshot)) + QLatin1Char('\n'));
    }

    void writeMap()
    {
        if (m_document.listeners.isEmpty())
            return;
        put(element(QLatin1String("h2"), tr("Where they are")) + QLatin1Char('\n')
            + element(QLatin1String("p"), tr("All 65,536 ports; each square of the grid is a block of 256, in 16 lines of 16, from port 0 at the upper left. "
                                             "Tinted are ranges that have a name."))
            + QLatin1Char('\n') + portMapPicture(m_document) + QStringLiteral("<ul class=\"key\">\n"));
        for (const Verdict verdict : { Verdict::Investigate, Verdict::Unfamiliar, Verdict::Explained, Verdict::Expected }) {
            const QLatin1String sign = verdict == Verdict::Investigate ? QLatin1String("&#9632;")
                : verdict == Verdict::Unfamiliar                      ? QLatin1String("&#9650;")
                : verdict == Verdict::Explained                       ? QLatin1String("&#9670;")
                                                                      : QLatin1String("&#9679;");
            put(QStringLiteral("<li class=\"%1-key\">").arg(QString(verdictName(verdict))) + sign + QLatin1Char(' ') + html(verdictLabel(verdict))
                + QStringLiteral("</li>\n"));
        }
        put(QStringLiteral("</ul>\n"));
    }

    [[nodiscard]] static QString verdictMarkup(Verdict verdict)
    {
        return QStringLiteral("<span class=\"verdict %1\">%2 %3</span>")
            .arg(QString(verdictName(verdict)), html(QString(verdictGlyph(verdict))), html(verdictLabel(verdict)));
    }

    [[nodiscard]] QString ownerMarkup(qsizetype i) const
    {
        const Owner &owner = *listener(i).owner;
        QString text = html(listener_text::owner(owner));
        if (const OwnNotePtr note = m_document.ownNotes.noteFor(listener(i)))
            text += QStringLiteral(" <span class=\"own\">") + html(ownNoteMark(note, OwnNote::longestLabel)) + QStringLiteral("</span>");
        if (owner.attribution == Attribution::Inferred)
            text += QStringLiteral(" <span class=\"soft\">(") + html(listener_text::attribution(owner.attribution)) + QStringLiteral(")</span>");
        return text;
    }

    /// Port and PID stand right, heading and cells alike.
    [[nodiscard]] static QLatin1String numberClass(qsizetype column)
    {
        return column == 0 || column == 5 ? QLatin1String(" class=\"number\"") : QLatin1String();
    }

    void writeTable()
    {
        if (m_document.listeners.isEmpty())
            return;
        const QStringList labels { tr("Port"), tr("Protocol"), tr("Verdict"), tr("Registered as"), tr("Owner"), tr("PID"), tr("User"), tr("Reachable from") };
        put(element(QLatin1String("h2"), tr("Listeners")) + QLatin1String("\n<div class=\"wide\"><table>\n<thead><tr>"));
        for (qsizetype column = 0; column < labels.size(); ++column)
            put(QStringLiteral("<th scope=\"col\"") + numberClass(column) + QLatin1Char('>') + html(labels[column]) + QStringLiteral("</th>"));
        put(QStringLiteral("</tr></thead>\n<tbody>\n"));
        const qsizetype count = m_document.listeners.size();
        for (qsizetype i = 0; i < count; ++i) {
            if (i % progressStep == 0 && !m_sink.proceed(i / 2, count))
                return;
            const ProcessInfo *leader = listener(i).owner->leader();
            const QString port = QString::number(listener(i).port());
            // Markup, one for each label.
            const QStringList cells { QStringLiteral("<a href=\"#port-") + port + QStringLiteral("\">") + port + QStringLiteral("</a>"),
                                      html(QLatin1String(transportName(listener(i).transport()))),
                                      verdictMarkup(assessment(i).verdict),
                                      assessment(i).service.isEmpty() ? QStringLiteral(u"—") : html(assessment(i).service),
                                      ownerMarkup(i),
                                      leader ? QString::number(leader->key.pid) : QStringLiteral(u"—"),
                                      html(leader && !leader->user.isEmpty() ? leader->user : listener(i).owner->user),
                                      html(listener_text::exposure(listener(i).exposure())) };
            put(QStringLiteral("<tr>"));
            for (qsizetype column = 0; column < cells.size(); ++column) {
                put(QStringLiteral("<td data-label=\"") + html(labels[column]) + QLatin1Char('"') + numberClass(column) + QLatin1Char('>') + cells[column] + QStringLiteral("</td>"));
            }
            put(QStringLiteral("</tr>\n"));
        }
        put(QStringLiteral("</tbody>\n</table></div>\n"));
    }

    void writePorts()
    {
        if (m_document.listeners.isEmpty())
            return;
        put(element(QLatin1String("h2"), tr("Port by port")) + QLatin1Char('\n'));
        QList<qsizetype> order(m_document.listeners.size());
        for (qsizetype i = 0; i < order.size(); ++i)
            order[i] = i;
        std::ranges::stable_sort(order, {}, [this](qsizetype i) { return listener(i).port(); });
        const qsizetype count = order.size();
        for (qsizetype from = 0; from < count;) {
            if (!m_sink.proceed(count / 2 + from / 2, count))
                return;
            qsizetype to = from;
            while (to < count && listener(order[to]).port() == listener(order[from]).port())
                ++to;
            writePort(order.mid(from, to - from));
            from = to;
        }
    }

    void writePort(const QList<qsizetype> &group)
    {
        const quint16 port = listener(group.first()).port();
        const Transport transport = listener(group.first()).transport();
        const bool oneTransport = std::ranges::all_of(group, [&](qsizetype i) { return listener(i).transport() == transport; });
        put(QStringLiteral("<section class=\"port\" id=\"port-%1\">\n").arg(port) + element(QLatin1String("h3"), tr("Port %1").arg(port)));
        put(QStringLiteral("\n<div class=\"sides\">\n<div>"));
        std::optional<Explanation> explanation;
        if (m_document.knowledge)
            explanation = explain(*m_document.knowledge, port, oneTransport ? std::optional(transport) : std::nullopt);
        put(element(QLatin1String("h4"), tr("The map")));
        if (explanation) {
            put(QStringLiteral("<p>") + element(QLatin1String("b"), explanation->mapTitle)
                + (explanation->mapSubtitle.isEmpty() ? QString() : QStringLiteral(u" — ") + html(explanation->mapSubtitle)) + QStringLiteral("</p>"));
            put(element(QLatin1String("p"), explanation->mapText) + element(QLatin1String("p"), explanation->rangeText));
        }
        put(QStringLiteral("</div>\n<div>") + element(QLatin1String("h4"), tr("The territory")));
        for (const qsizetype i : group)
            writeTerritory(i);
        put(QStringLiteral("</div>\n</div>\n"));
        writeOwnNotes(port);
        if (explanation)
            writeExplanation(*explanation);
        put(QStringLiteral("</section>\n"));
    }

    void writeOwnNotes(quint16 port)
    {
        const QList<OwnNotePtr> notes = m_document.ownNotes.at(port);
        if (notes.isEmpty())
            return;
        put(element(QLatin1String("h4"), tr("Own notes")) + QStringLiteral("\n<ul>\n"));
        for (const OwnNotePtr &note : notes) {
            put(QStringLiteral("<li>") + element(QLatin1String("b"), note->label));
            if (const QString scope = ownNoteScopeText(note->scope); !scope.isEmpty())
                put(QStringLiteral(" <span class=\"soft\">(") + html(scope) + QStringLiteral(")</span>"));
            for (const QString &line : note->text.split(QLatin1Char('\n'), Qt::SkipEmptyParts))
                put(QStringLiteral("<br>") + html(line));
            put(QStringLiteral("</li>\n"));
        }
        put(QStringLiteral("</ul>\n"));
    }

    void fact(const QString &label, const QString &markup)
    {
        put(element(QLatin1String("dt"), label) + QStringLiteral("<dd>") + markup + QStringLiteral("</dd>"));
    }

    void writeTerritory(qsizetype i)
    {
        const Owner &owner = *listener(i).owner;
        put(QStringLiteral("<p>") + verdictMarkup(assessment(i).verdict) + QLatin1Char(' ') + element(QLatin1String("b"), shortTitle(i)) + QStringLiteral("</p>\n<dl>"));
        fact(tr("Reachable at"), html(listener_text::endpoints(listener(i)).join(QLatin1String(", "))));
        fact(tr("Reachable from"), html(listener_text::exposure(listener(i).exposure())));
        fact(tr("Owner is"), html(listener_text::attribution(owner.attribution)));
        if (const ProcessInfo *leader = owner.leader()) {
            QStringList pids;
            for (const ProcessPtr &process : owner.processes)
                pids += QString::number(process->key.pid);
            fact(tr("PID"), html(pids.join(QLatin1String(", "))));
            fact(tr("User"), html(leader->user));
            if (!leader->executable.isEmpty())
                fact(tr("Program"), element(QLatin1String("code"), leader->executable) + (leader->executableDeleted ? QLatin1Char(' ') + html(tr("(deleted)")) : QString()));
            if (!leader->commandLine.isEmpty())
                fact(tr("Command line"), QStringLiteral("<div class=\"long\">") + element(QLatin1String("code"), text::visible(text::shellQuoted(leader->commandLine), longestCommandLine)) + QStringLiteral("</div>"));
            if (!leader->ancestors.isEmpty()) {
                QStringList chain;
                for (const Ancestor &ancestor : leader->ancestors)
                    chain.prepend(ancestor.name + QLatin1Char(' ') + QString::number(ancestor.key.pid));
                fact(tr("Started by"), html(chain.join(QStringLiteral(u" › "))));
            }
        } else if (!owner.user.isEmpty()) {
            fact(tr("User"), html(owner.user));
        }
        for (const owner_text::Fact &known : owner_text::facts(owner))
            fact(known.label, html(known.value));
        if (owner.leader())
            fact(tr("Why it runs"), html(ancestryOf(owner).summary.text));
        put(QStringLiteral("</dl>\n"));
        if (const QString story = publicationText(listener(i)); !story.isEmpty())
            put(element(QLatin1String("p"), story) + QLatin1Char('\n'));
        if (const QString reason = ownerReasonText(owner); !reason.isEmpty())
            put(QStringLiteral("<p class=\"soft\">") + html(reason) + QStringLiteral("</p>\n"));
        writeFacts(assessment(i), false);
    }

    void writePanel(const Panel &panel)
    {
        put(element(QLatin1String("h4"), panel.texts.title) + QLatin1Char('\n') + element(QLatin1String("p"), panel.texts.lead));
        for (const PanelSection &section : panelSections(panel)) {
            put(QStringLiteral("\n<p>") + element(QLatin1String("b"), section.heading + QLatin1Char('.')) + QLatin1Char(' ')
                + html(section.text) + QStringLiteral("</p>"));
        }
        if (const QString remark = untranslatedRemark(panel.untranslated); !remark.isEmpty())
            put(QStringLiteral("\n<p class=\"soft\">") + html(remark) + QStringLiteral("</p>"));
        put(QStringLiteral("\n"));
    }

    void writeExplanation(const Explanation &explanation)
    {
        if (explanation.panel)
            writePanel(*explanation.panel);
        if (!explanation.whatToDo.isEmpty()) {
            put(element(QLatin1String("h4"), tr("What to do")) + QLatin1Char('\n'));
            for (const QString &advice : explanation.whatToDo)
                put(element(QLatin1String("p"), advice) + QLatin1Char('\n'));
        }
        if (!explanation.notes.isEmpty()) {
            put(element(QLatin1String("h4"), tr("Known uses")) + QStringLiteral("\n<ul>\n"));
            for (const Note &note : explanation.notes)
                writeNote(note);
            put(QStringLiteral("</ul>\n"));
        }
        put(element(QLatin1String("h4"), tr("Check it yourself")) + QStringLiteral("\n<dl>"));
        writeCommands(QStringLiteral("Linux"), explanation.howToCheck.linuxCommands);
        writeCommands(QStringLiteral("macOS"), explanation.howToCheck.macosCommands);
        writeCommands(QStringLiteral("Windows"), explanation.howToCheck.windowsCommands);
        put(QStringLiteral("</dl>\n"));
        if (!explanation.whyItMatters.isEmpty())
            put(element(QLatin1String("h4"), tr("Why it matters")) + element(QLatin1String("p"), explanation.whyItMatters) + QLatin1Char('\n'));
    }

    void writeCommands(const QString &system, const QStringList &commands)
    {
        if (commands.isEmpty())
            return;
        QStringList markup;
        for (const QString &command : commands)
            markup += element(QLatin1String("code"), command);
        fact(system, markup.join(QStringLiteral("<br>")));
    }

    void writeNote(const Note &note)
    {
        put(QStringLiteral("<li>") + element(QLatin1String("b"), note.subject));
        if (const QString period = note.period(); !period.isEmpty())
            put(QStringLiteral(" (") + html(period) + QLatin1Char(')'));
        put(QStringLiteral(u" — ") + html(note.text) + QStringLiteral(u" <span class=\"soft\">· ") + html(confidenceText(note.confidence)) + QStringLiteral(u" · "));
        const QUrl address(note.source.url, QUrl::StrictMode);
        if (address.isValid() && (address.scheme() == QLatin1String("https") || address.scheme() == QLatin1String("http"))) {
            put(QStringLiteral("<a rel=\"noopener noreferrer\" href=\"") + html(QString::fromLatin1(address.toEncoded())) + QStringLiteral("\">")
                + html(note.source.title) + QStringLiteral("</a>"));
        } else {
            put(html(note.source.title));
        }
        put(QStringLiteral("</span></li>\n"));
    }

    [[nodiscard]] static QString confidenceText(Confidence confidence)
    {
        switch (confidence) {
        case Confidence::Low:
            return tr("low confidence");
        case Confidence::Medium:
            return tr("medium confidence");
        case Confidence::High:
            return tr("high confidence");
        }
        Q_UNREACHABLE();
    }

    const ReportDocument &m_document;
    ReportSink &m_sink;
};

} // namespace

void writeHtmlReport(const ReportDocument &document, ReportSink &sink)
{
    HtmlReport(document, sink).write();
}

} // namespace portolan
