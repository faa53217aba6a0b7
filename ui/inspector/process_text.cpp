// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/process_text.h"

#include "assess/ancestry.h"
#include "inspector/words.h"
#include "report/owner_text.h"
#include "text/text.h"

#include <QCoreApplication>

namespace portolan::process_text {

namespace {

/// For tr() outside a class. Not an alias of a longer name: lupdate does not see through those.
struct T
{
    Q_DECLARE_TR_FUNCTIONS(portolan::ProcessText)
};

void addFact(QList<TextParagraph> &text, const QString &label, const QString &value, TextStyle style)
{
    TextParagraph fact({ { value, style } });
    fact.label = label;
    text += fact;
}

QString executable(const ProcessInfo &process)
{
    return process.executableDeleted ? T::tr("%1 (deleted)", "path of a program").arg(process.executable)
                                     : process.executable;
}

/// "The service manager runs it as ssh.service. (observed)"
TextParagraph reason(const AncestryReason &reason)
{
    return TextParagraph({ { reason.text }, { QStringLiteral(" (%1)").arg(basisLabel(reason.basis)), TextStyle::Secondary } });
}

QString line(const TextParagraph &paragraph)
{
    QString text;
    for (const TextSpan &span : paragraph.spans)
        text += text::visible(span.text);
    if (paragraph.bullet)
        text.prepend(QStringLiteral("  - "));
    return paragraph.label.isEmpty() ? text : T::tr("%1: %2", "a fact of a process and its value").arg(paragraph.label, text);
}

} // namespace

TextParagraph identity(const Owner &owner, const QDateTime &now)
{
    const ProcessInfo *leader = owner.leader();
    if (!leader) {
        if (owner.reason == OwnerReason::KernelSocket) {
            TextParagraph text({ { T::tr("The kernel"), TextStyle::Strong } });
            if (const QString part = owner_text::kernel(owner); !part.isEmpty())
                text.spans += { QStringLiteral(" \u00b7 ") + part, TextStyle::Secondary };
            return text;
        }
        return TextParagraph({ { T::tr("Owner not known"), TextStyle::Strong },
                               { T::tr(" · user %1").arg(owner.user), TextStyle::Secondary } });
    }
    const QString pid = QString::number(leader->key.pid);
    TextParagraph text({ { leader->shownName(), TextStyle::Strong } });
    text.spans += { owner.attribution == Attribution::Inferred
                        ? T::tr(" probably pid %1 · %2", "pid and user").arg(pid, leader->user)
                        : T::tr(" pid %1 · %2", "pid and user").arg(pid, leader->user),
                    TextStyle::Secondary };
    if (leader->startedAt.isValid()) {
        text.spans += { T::tr(" · started %1 (%2)", "time and age")
                            .arg(words::startTime(leader->startedAt, now), words::age(leader->startedAt, now)),
                        TextStyle::Secondary };
    }
    return text;
}

QList<TextParagraph> doubts(const Owner &owner)
{
    if (owner.attribution == Attribution::Observed && owner.reason == OwnerReason::None)
        return {};
    QList<TextParagraph> text { TextParagraph({ { words::attribution(owner) } }) };
    const QString more = words::howToSeeMore(owner);
    if (!more.isEmpty())
        text += TextParagraph({ { more, TextStyle::Secondary } });
    return text;
}

QList<TextParagraph> facts(const Owner &owner)
{
    QList<TextParagraph> text = doubts(owner);
    const ProcessInfo *leader = owner.leader();
    if (leader) {
        addFact(text, T::tr("Executable"),
                leader->executable.isEmpty() ? T::tr("may not be read by this user") : executable(*leader),
                leader->executable.isEmpty() ? TextStyle::Normal : TextStyle::Code);
        if (leader->commandLine.isEmpty())
            addFact(text, T::tr("Command line"), T::tr("none"), TextStyle::Normal);
        else
            addFact(text, T::tr("Command line"), text::shellQuoted(leader->commandLine), TextStyle::Code);
    }
    for (const owner_text::Fact &fact : owner_text::facts(owner))
        addFact(text, fact.label, fact.value, TextStyle::Normal);
    // Where the kernel does not tell the socket's control group, the process's own has to do.
    if (owner.unit.isEmpty() && !owner.unitFacts && leader && !leader->unit.isEmpty())
        addFact(text, T::tr("Unit"), leader->unit, TextStyle::Normal);
    const QString cgroup = !owner.cgroup.isEmpty() ? owner.cgroup : leader ? leader->cgroup : QString();
    if (!cgroup.isEmpty())
        addFact(text, T::tr("Control group"), cgroup, TextStyle::Code);
    addFact(text, T::tr("User"),
            T::tr("%1 (%2)", "user's name and id")
                .arg(leader ? leader->user : owner.user, QString::number(leader ? leader->uid : owner.uid)),
            TextStyle::Normal);
    if (leader && !leader->terminal.isEmpty())
        addFact(text, T::tr("Terminal"), leader->terminal, TextStyle::Normal);
    if (owner.attribution == Attribution::Observed)
        text += TextParagraph({ { words::attribution(owner), TextStyle::Secondary } });
    return text;
}

QList<TextParagraph> why(const Owner &owner, const QDateTime &now)
{
    const Ancestry ancestry = ancestryOf(owner);
    QList<TextParagraph> text { reason(ancestry.summary) };
    text.first().apart = true;
    for (const AncestryLink &link : ancestry.links) {
        TextParagraph heading({ { link.name, TextStyle::Strong },
                                { QStringLiteral(" %1").arg(link.key.pid), TextStyle::Secondary } });
        if (link.since.isValid()) {
            heading.spans += { T::tr(" · since %1 (%2)", "time and age").arg(words::startTime(link.since, now), words::age(link.since, now)),
                               TextStyle::Secondary };
        }
        text += heading;
        for (const AncestryReason &each : link.reasons) {
            text += reason(each);
            text.last().bullet = true;
        }
        text.last().apart = true;
    }
    return text;
}

QString details(const Listener &listener, const QList<ListenerPtr> &ofSameProcess, const QDateTime &now)
{
    const Owner &owner = *listener.owner;
    QStringList lines { line(identity(owner, now)) };
    for (const TextParagraph &paragraph : facts(owner))
        lines += line(paragraph);
    if (owner.leader()) {
        lines += T::tr("Why it runs:");
        for (const TextParagraph &paragraph : why(owner, now))
            lines += line(paragraph);
    }
    lines += T::tr("Listens on:");
    for (const ListenerPtr &each : ofSameProcess) {
        QStringList addresses;
        for (const Endpoint &endpoint : each->endpoints)
            addresses += text::visible(words::address(endpoint, each->port()));
        lines += T::tr("%1: %2, %3", "transport and port, addresses, exposure")
                     .arg(words::portAndTransport(*each), addresses.join(QLatin1String(", ")),
                          words::exposure(each->exposure()));
    }
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

} // namespace portolan::process_text
