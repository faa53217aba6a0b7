// SPDX-License-Identifier: GPL-3.0-or-later
#include "explanation_text.h"

#include "terminal.h"
#include "text/text.h"

#include <QCoreApplication>

#include <algorithm>

namespace portolan::cli {

namespace {

constexpr int indent = 2;
constexpr int barWidth = 40;
constexpr qsizetype shownNeighbours = 8;

class ExplanationText
{
    Q_DECLARE_TR_FUNCTIONS(Cli)

public:
    ExplanationText(const Explanation &explanation, const QList<OwnNotePtr> &ownNotes, const Knowledge &knowledge, int columns)
        : m_explanation(explanation)
        , m_ownNotes(ownNotes)
        , m_knowledge(knowledge)
        , m_columns(columns)
    {
    }

    QString compose()
    {
        writeTitle();
        writeOwnNotes();
        writeLead();
        writeMap();
        writePanel();
        writeAdvice();
        writeMarks();
        writeNotes();
        writeNeighbourhood();
        writeHowToCheck();
        writeWhy();
        return m_lines.join(QLatin1Char('\n'));
    }

private:
    void heading(const QString &text)
    {
        m_lines += QString();
        m_lines += terminal::bold(text);
    }
    void paragraph(const QString &text, int margin = indent) { m_lines += terminal::wrapped(text::visible(text), m_columns, margin); }

    void writeTitle()
    {
        const QString port = m_explanation.transport
            ? QString::number(m_explanation.port) + QLatin1Char('/') + QLatin1String(transportName(*m_explanation.transport))
            : QString::number(m_explanation.port);
        m_lines += terminal::bold(tr("Port %1").arg(port));
        paragraph(m_explanation.rangeText);
    }

    void writeOwnNotes()
    {
        if (m_ownNotes.isEmpty())
            return;
        heading(tr("OWN NOTES"));
        for (const OwnNotePtr &note : m_ownNotes) {
            const QString scope = ownNoteScopeText(note->scope);
            const QString mark = ownNoteMark(note, OwnNote::longestLabel);
            paragraph(scope.isEmpty() ? mark : mark + QLatin1String(" (") + scope + QLatin1Char(')'));
            for (const QString &line : note->text.split(QLatin1Char('\n'), Qt::SkipEmptyParts))
                paragraph(line, 2 * indent);
        }
    }

    void writeLead()
    {
        if (!m_explanation.panel)
            return;
        const PanelTexts &texts = m_explanation.panel->texts;
        QString title = texts.title;
        if (const QString remark = untranslatedRemark(m_explanation.panel->untranslated); !remark.isEmpty())
            title += QStringLiteral(" (%1)").arg(remark);
        heading(text::visible(title));
        paragraph(texts.lead);
    }

    void writePanel()
    {
        if (!m_explanation.panel)
            return;
        for (const PanelSection &section : panelSections(*m_explanation.panel)) {
            heading(section.heading.toUpper());
            paragraph(section.text);
        }
    }

    void writeSources()
    {
        for (const Source &source : m_explanation.panel->sources) {
            paragraph(source.url.isEmpty() ? tr("Source: %1").arg(source.title) : tr("Source: %1, %2").arg(source.title, source.url));
        }
        QStringList ports;
        for (const quint16 port : m_explanation.panel->see)
            ports += QString::number(port);
        if (!ports.isEmpty())
            paragraph(tr("See also: %1").arg(ports.join(QLatin1String(", "))));
    }

    void writeMap()
    {
        heading(tr("THE MAP"));
        QString title = text::visible(m_explanation.mapTitle);
        if (!m_explanation.mapSubtitle.isEmpty())
            title += QStringLiteral(u" — ") + text::visible(m_explanation.mapSubtitle);
        paragraph(title);
        paragraph(m_explanation.mapText);
        paragraph(tr("Read from %1.", "a registry").arg(m_explanation.registry.text()));
    }

    void writeMarks()
    {
        if (!m_explanation.marks)
            return;
        heading(tr("MARKS"));
        for (const Mark mark : allMarks()) {
            if (!m_explanation.marks.testFlag(mark))
                continue;
            paragraph(markLabel(mark));
            paragraph(m_knowledge.markReason(m_explanation.port, mark), 2 * indent);
        }
    }

    static QString confidence(Confidence value)
    {
        switch (value) {
        case Confidence::Low:
            return tr("low confidence");
        case Confidence::Medium:
            return tr("medium confidence");
        case Confidence::High:
            return tr("high confidence");
        }
        Q_UNREACHABLE();
    }

    void writeNotes()
    {
        if (m_explanation.notes.isEmpty())
            return;
        heading(tr("KNOWN USES"));
        for (const Note &note : m_explanation.notes) {
            QStringList facts;
            if (const QString period = note.period(); !period.isEmpty())
                facts += period;
            if (note.portFrom != note.portTo)
                facts += tr("ports %1-%2").arg(QString::number(note.portFrom), QString::number(note.portTo));
            if (note.transport)
                facts += QString(QLatin1String(transportName(*note.transport))).toUpper();
            facts += confidence(note.confidence);
            if (note.untranslated)
                facts += untranslatedRemark(true);
            paragraph(QStringLiteral(u"• ") + note.subject + QLatin1String(" (") + facts.join(QLatin1String(", ")) + QLatin1Char(')'));
            paragraph(note.text, 2 * indent);
            paragraph(note.source.url.isEmpty() ? tr("Source: %1").arg(note.source.title)
                                                : tr("Source: %1, %2").arg(note.source.title, note.source.url),
                      2 * indent);
        }
    }

    /// Where a port stands on a bar of barWidth characters.
    [[nodiscard]] int place(quint16 port) const
    {
        const int from = m_explanation.neighbourhoodFrom;
        const int span = std::max(1, m_explanation.neighbourhoodTo - from);
        return std::clamp((port - from) * (barWidth - 1) / span, 0, barWidth - 1);
    }

    void writeNeighbourhood()
    {
        if (m_explanation.coveringRanges.isEmpty() && m_explanation.neighbours.isEmpty())
            return;
        heading(tr("AROUND %1").arg(m_explanation.port));
        const int here = place(m_explanation.port);
        for (const CoveringRange &range : m_explanation.coveringRanges) {
            QString bar(barWidth, QLatin1Char(' '));
            for (int column = place(range.from); column <= place(range.to); ++column)
                bar[column] = QChar(0x2500);
            bar[here] = QChar(0x253c);
            m_lines += QString(indent, QLatin1Char(' ')) + bar + QLatin1String("  ")
                + terminal::cut(QStringLiteral(u"%1–%2 ").arg(range.from).arg(range.to) + text::visible(range.name), std::max(20, m_columns - barWidth - 2 * indent));
        }
        if (!m_explanation.coveringRanges.isEmpty()) {
            QString axis(barWidth, QChar(0x00b7));
            axis[here] = QChar(0x2502);
            m_lines += QString(indent, QLatin1Char(' ')) + axis + QStringLiteral(u"  %1–%2").arg(m_explanation.neighbourhoodFrom).arg(m_explanation.neighbourhoodTo);
        }
        writeNeighbours();
    }

    void writeNeighbours()
    {
        QList<Neighbour> nearest = m_explanation.neighbours;
        std::ranges::stable_sort(nearest, {}, [this](const Neighbour &one) { return std::abs(one.port - m_explanation.port); });
        nearest.resize(std::min(nearest.size(), shownNeighbours));
        std::ranges::sort(nearest, {}, &Neighbour::port);
        QStringList texts;
        for (const Neighbour &one : nearest)
            texts += QString::number(one.port) + QLatin1Char(' ') + (one.service.isEmpty() ? QStringLiteral(u"—") : one.service);
        if (!texts.isEmpty())
            paragraph(tr("Registered nearby: %1").arg(texts.join(QLatin1String(", "))));
    }

    void writeHowToCheck()
    {
        heading(tr("CHECK IT YOURSELF"));
        const auto commands = [this](const QString &system, const QStringList &list) {
            for (qsizetype i = 0; i < list.size(); ++i)
                m_lines += QString(indent, QLatin1Char(' ')) + terminal::padded(i == 0 ? system : QString(), 9) + text::visible(list[i]);
        };
        commands(QStringLiteral("Linux"), m_explanation.howToCheck.linuxCommands);
        commands(QStringLiteral("macOS"), m_explanation.howToCheck.macosCommands);
        commands(QStringLiteral("Windows"), m_explanation.howToCheck.windowsCommands);
    }

    void writeAdvice()
    {
        if (m_explanation.whatToDo.isEmpty())
            return;
        heading(tr("WHAT TO DO"));
        const bool one = m_explanation.whatToDo.size() == 1;
        for (const QString &advice : m_explanation.whatToDo)
            paragraph(one ? advice : QStringLiteral(u"• ") + advice);
        if (m_explanation.panel)
            writeSources();
    }

    void writeWhy()
    {
        if (m_explanation.whyItMatters.isEmpty())
            return;
        heading(tr("WHY IT MATTERS"));
        paragraph(m_explanation.whyItMatters);
    }

    const Explanation &m_explanation;
    const QList<OwnNotePtr> &m_ownNotes;
    const Knowledge &m_knowledge;
    int m_columns;
    QStringList m_lines;
};

} // namespace

QString explanationText(const Explanation &explanation, const QList<OwnNotePtr> &ownNotes, const Knowledge &knowledge, int columns)
{
    return ExplanationText(explanation, ownNotes, knowledge, columns).compose();
}

} // namespace portolan::cli
