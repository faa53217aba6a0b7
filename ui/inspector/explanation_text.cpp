// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/explanation_text.h"

#include "inspector/words.h"
#include "snapshot/kernel_part.h"

#include <QCoreApplication>

namespace portolan::explanation_text {

namespace {

/// For tr() outside a class. Not an alias of a longer name: lupdate does not see through those.
struct T
{
    Q_DECLARE_TR_FUNCTIONS(portolan::ExplanationText)
};

constexpr int addressesAtMost = 20;

QString dash()
{
    return QStringLiteral(" \u2014 ");
}

TextParagraph kernelLine(const Owner &owner)
{
    TextParagraph line({ { T::tr("The kernel"), TextStyle::Strong } });
    if (const QString part = kernelPartText(owner); !part.isEmpty())
        line.spans += { QLatin1String(", ") + part };
    return line;
}

TextParagraph ownerLine(const Owner &owner)
{
    if (const ProcessInfo *leader = owner.leader()) {
        const QString pid = QString::number(leader->key.pid);
        const QString rest = owner.attribution == Attribution::Inferred
            ? T::tr(", probably pid %1, %2").arg(pid, leader->user)
            : T::tr(", pid %1, %2").arg(pid, leader->user);
        return TextParagraph({ { leader->shownName(), TextStyle::Strong }, { rest } });
    }
    if (owner.reason == OwnerReason::KernelSocket)
        return kernelLine(owner);
    const QString unit = words::unit(owner);
    if (!unit.isEmpty())
        return TextParagraph({ { unit, TextStyle::Strong }, { T::tr(", user %1").arg(owner.user) } });
    return TextParagraph(
        { { T::tr("Owner not known"), TextStyle::Strong }, { T::tr(", user %1").arg(owner.user) } });
}

QUrl webAddress(const Source &source)
{
    const QUrl url(source.url, QUrl::StrictMode);
    const bool web = url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http");
    return web ? url : QUrl();
}

TextSpan sourceSpan(const Source &source)
{
    const QUrl url = webAddress(source);
    const QString title = source.title.isEmpty() ? T::tr("source") : source.title;
    return { url.isEmpty() ? title : title + QStringLiteral(" \u2197"), TextStyle::Secondary, url };
}

} // namespace

QList<TextParagraph> map(const Explanation &explanation)
{
    QList<TextParagraph> text;
    TextParagraph title({ { explanation.mapTitle, TextStyle::Strong } });
    if (!explanation.mapSubtitle.isEmpty())
        title.spans += { dash() + explanation.mapSubtitle };
    text += title;
    if (!explanation.mapText.isEmpty())
        text += TextParagraph({ { explanation.mapText, TextStyle::Secondary } });
    return text;
}

QList<TextParagraph> story(const Panel &panel)
{
    QList<TextParagraph> text;
    text += TextParagraph({ { panel.texts.lead } });
    for (const PanelSection &section : panelSections(panel))
        text += TextParagraph({ { section.heading + QStringLiteral(". "), TextStyle::Strong }, { section.text } });
    for (TextParagraph &paragraph : text)
        paragraph.apart = true;
    if (const QString remark = untranslatedRemark(panel.untranslated); !remark.isEmpty())
        text += TextParagraph({ { remark, TextStyle::Secondary } });
    return text;
}

QList<TextParagraph> furtherReading(const Panel &panel)
{
    QList<TextParagraph> text;
    for (const Source &source : panel.sources)
        text += TextParagraph({ { T::tr("Source: "), TextStyle::Secondary }, sourceSpan(source) });
    if (panel.see.isEmpty())
        return text;
    TextParagraph see({ { T::tr("See also: "), TextStyle::Secondary } });
    for (qsizetype i = 0; i < panel.see.size(); ++i) {
        if (i > 0)
            see.spans += { QStringLiteral(", "), TextStyle::Secondary };
        see.spans += { T::tr("port %1").arg(panel.see.at(i)), TextStyle::Normal, {}, panel.see.at(i) };
    }
    text += see;
    return text;
}

QList<TextParagraph> territory(const Listener &listener)
{
    const Owner &owner = *listener.owner;
    QList<TextParagraph> text;
    text += ownerLine(owner);
    int listed = 0;
    for (const Endpoint &endpoint : listener.endpoints) {
        if (listed++ == addressesAtMost) {
            text += TextParagraph({ { T::tr("and %n more address(es)", nullptr,
                                            int(listener.endpoints.size()) - addressesAtMost),
                                      TextStyle::Secondary } });
            break;
        }
        TextParagraph line({ { words::address(endpoint, listener.port()) },
                             { dash() + words::reach(endpoint, listener.transport()), TextStyle::Secondary } });
        if (!endpoint.networkNamespace.isEmpty())
            line.spans += { T::tr(" (network namespace %1)").arg(endpoint.networkNamespace), TextStyle::Secondary };
        text += line;
    }
    if (owner.processes.size() > 1 && owner.attribution == Attribution::Observed) {
        text += TextParagraph(
            { { T::tr("%n processes hold the socket.", nullptr, int(owner.processes.size())), TextStyle::Secondary } });
    }
    const QString unit = words::unit(owner);
    if (!unit.isEmpty() && owner.leader())
        text += TextParagraph({ { T::tr("Unit: %1").arg(unit), TextStyle::Secondary } });
    if (owner.container) {
        const QString name = owner.container->name.isEmpty() ? owner.container->id.left(12) : owner.container->name;
        text += TextParagraph(
            { { T::tr("Container: %1 (%2)").arg(name, owner.container->engine), TextStyle::Secondary } });
    }
    if (owner.package) {
        text += TextParagraph({ { T::tr("Package: %1 %2").arg(owner.package->name, owner.package->version),
                                  TextStyle::Secondary } });
    }
    text += TextParagraph({ { words::attribution(owner), TextStyle::Secondary } });
    return text;
}

QList<TextParagraph> territoryWithoutListener(bool listening)
{
    if (listening)
        return { TextParagraph({ { T::tr("Something listens here"), TextStyle::Strong } }),
                 TextParagraph({ { T::tr("Select its row in the table to see what."), TextStyle::Secondary } }) };
    return { TextParagraph({ { T::tr("Nothing listens here"), TextStyle::Strong } }),
             TextParagraph({ { T::tr("No program on this machine accepts traffic on this port now."),
                               TextStyle::Secondary } }) };
}

QList<TextParagraph> knownUses(const QList<Note> &notes)
{
    QList<TextParagraph> text;
    for (const Note &note : notes) {
        TextParagraph use({ { note.subject, TextStyle::Strong } }, true);
        const QString period = note.period();
        if (!period.isEmpty())
            use.spans += { QStringLiteral(" (%1)").arg(period) };
        if (!note.text.isEmpty())
            use.spans += { dash() + note.text };
        if (note.portFrom != note.portTo)
            use.spans += { T::tr(" · ports %1–%2").arg(note.portFrom).arg(note.portTo), TextStyle::Secondary };
        if (note.transport)
            use.spans += { QStringLiteral(" · ") + words::transport(note.transport), TextStyle::Secondary };
        if (const QString remark = untranslatedRemark(note.untranslated); !remark.isEmpty())
            use.spans += { QStringLiteral(" · ") + remark, TextStyle::Secondary };
        use.spans += { T::tr(" · confidence %1", "low, medium or high").arg(confidenceLabel(note.confidence)), TextStyle::Secondary };
        if (!note.source.title.isEmpty() || !note.source.url.isEmpty()) {
            use.spans += { QStringLiteral(" · "), TextStyle::Secondary };
            use.spans += sourceSpan(note.source);
        }
        text += use;
    }
    return text;
}

QList<TextParagraph> advice(const QStringList &whatToDo)
{
    QList<TextParagraph> text;
    for (const QString &line : whatToDo)
        text += TextParagraph({ { line } }, whatToDo.size() > 1);
    return text;
}

} // namespace portolan::explanation_text
