// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/process_text.h"

#include "inspector/words.h"
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

QString line(const TextParagraph &paragraph)
{
    QString text;
    for (const TextSpan &span : paragraph.spans)
        text += text::visible(span.text);
    return paragraph.label.isEmpty() ? text : T::tr("%1: %2", "a fact of a process and its value").arg(paragraph.label, text);
}

} // namespace

TextParagraph identity(const Owner &owner, const QDateTime &now)
{
    const ProcessInfo *leader = owner.leader();
    if (!leader) {
        if (owner.reason == OwnerReason::KernelSocket)
            return TextParagraph({ { T::tr("The kernel"), TextStyle::Strong } });
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
    const QString unit = words::unit(owner);
    if (!unit.isEmpty())
        addFact(text, T::tr("Unit"), unit, TextStyle::Normal);
    if (owner.container) {
        addFact(text, T::tr("Container"),
                T::tr("%1 (%2)", "container's name and engine")
                    .arg(owner.container->name.isEmpty() ? owner.container->id : owner.container->name,
                         owner.container->engine),
                TextStyle::Normal);
    }
    if (owner.package) {
        addFact(text, T::tr("Package"),
                T::tr("%1 %2", "package and version").arg(owner.package->name, owner.package->version),
                TextStyle::Normal);
    }
    const QString cgroup = !owner.cgroup.isEmpty() ? owner.cgroup : leader ? leader->cgroup : QString();
    if (!cgroup.isEmpty())
        addFact(text, T::tr("Control group"), cgroup, TextStyle::Code);
    addFact(text, T::tr("User"),
            T::tr("%1 (%2)", "user's name and id")
                .arg(leader ? leader->user : owner.user, QString::number(leader ? leader->uid : owner.uid)),
            TextStyle::Normal);
    return text;
}

QString details(const Listener &listener, const QList<ListenerPtr> &ofSameProcess, const QDateTime &now)
{
    const Owner &owner = *listener.owner;
    QStringList lines { line(identity(owner, now)) };
    for (const TextParagraph &paragraph : facts(owner))
        lines += line(paragraph);
    if (owner.leader()) {
        QStringList chain;
        for (const Ancestor &ancestor : owner.leader()->ancestors)
            chain.prepend(QStringLiteral("%1 %2").arg(text::visible(ancestor.name), QString::number(ancestor.key.pid)));
        chain += QStringLiteral("%1 %2").arg(text::visible(owner.leader()->shownName()),
                                             QString::number(owner.leader()->key.pid));
        lines += T::tr("Started by: %1").arg(chain.join(QStringLiteral(" \u203a ")));
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
