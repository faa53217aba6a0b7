// SPDX-License-Identifier: GPL-3.0-or-later
#include "filter/filter_expression.h"

#include "filter/filter_term.h"

#include <algorithm>

namespace portolan {

namespace {

template<class... Functions>
struct Overloaded : Functions...
{
    using Functions::operator()...;
};
template<class... Functions>
Overloaded(Functions...) -> Overloaded<Functions...>;

bool found(const TextCondition &condition, const QString &text)
{
    return condition.matcher.indexIn(text) >= 0;
}

bool inProcesses(const TextCondition &condition, const Owner &owner, QString ProcessInfo::*member)
{
    return std::ranges::any_of(owner.processes, [&](const ProcessPtr &process) {
        return found(condition, (*process).*member);
    });
}

bool inContainer(const TextCondition &condition, const Owner &owner)
{
    const auto &container = owner.container;
    return container
        && (found(condition, container->name) || found(condition, container->engine) || found(condition, container->id)
            || found(condition, container->image));
}

bool inUnit(const TextCondition &condition, const Owner &owner)
{
    return found(condition, owner.unit) || found(condition, owner.socketUnit) || inProcesses(condition, owner, &ProcessInfo::unit);
}

bool inPackage(const TextCondition &condition, const Owner &owner)
{
    return owner.package && (found(condition, owner.package->name) || found(condition, owner.package->manager));
}

bool inUser(const TextCondition &condition, const Owner &owner)
{
    return found(condition, owner.user) || inProcesses(condition, owner, &ProcessInfo::user);
}

bool inAddresses(const TextCondition &condition, const Listener &listener)
{
    return std::ranges::any_of(listener.endpoints, [&](const Endpoint &endpoint) {
        return found(condition, endpoint.scope) || found(condition, endpoint.networkNamespace)
            || (condition.maybeAddress && found(condition, endpoint.address.toString()));
    });
}

/// By the whole name: where "web" is meant, "web-test" is another namespace.
bool inNamespace(const TextCondition &condition, const Listener &listener)
{
    return std::ranges::any_of(listener.endpoints, [&](const Endpoint &endpoint) {
        const QString name = endpoint.networkNamespace.isEmpty() ? QStringLiteral("host") : endpoint.networkNamespace;
        return name.compare(condition.matcher.pattern(), Qt::CaseInsensitive) == 0;
    });
}

bool inCommandLines(const TextCondition &condition, const Owner &owner)
{
    return std::ranges::any_of(owner.processes, [&](const ProcessPtr &process) {
        return std::ranges::any_of(process->commandLine, [&](const QString &argument) { return found(condition, argument); });
    });
}

bool inNote(const TextCondition &condition, const OwnNotePtr &note)
{
    return note && (found(condition, note->label) || found(condition, note->text));
}

/// "loopback", "udp", "investigate": whole words, which are too common as parts of others.
bool isWordOf(const TextCondition &condition, const Listener &listener, const Assessment &assessment)
{
    const QString word = condition.matcher.pattern();
    const QLatin1String words[] = { exposureName(listener.exposure()), QLatin1String(transportName(listener.transport())), verdictName(assessment.verdict) };
    return std::ranges::any_of(words, [&word](QLatin1String candidate) { return word.compare(candidate, Qt::CaseInsensitive) == 0; });
}

bool matchesText(const TextCondition &condition, const Listener &listener, const Assessment &assessment, const OwnNotePtr &note)
{
    const Owner &owner = *listener.owner;
    switch (condition.field) {
    case FilterField::Owner:
        return inProcesses(condition, owner, &ProcessInfo::name) || inUnit(condition, owner) || inContainer(condition, owner);
    case FilterField::User:
        return inUser(condition, owner);
    case FilterField::Unit:
        return inUnit(condition, owner);
    case FilterField::Service:
        return found(condition, assessment.service);
    case FilterField::Address:
        return inAddresses(condition, listener);
    case FilterField::Container:
        return inContainer(condition, owner);
    case FilterField::Package:
        return inPackage(condition, owner);
    case FilterField::Namespace:
        return inNamespace(condition, listener);
    case FilterField::Note:
        return inNote(condition, note);
    case FilterField::Anything:
        return found(condition, assessment.service) || inProcesses(condition, owner, &ProcessInfo::name)
            || inUnit(condition, owner) || inUser(condition, owner) || inContainer(condition, owner) || inPackage(condition, owner)
            || inProcesses(condition, owner, &ProcessInfo::executable) || inProcesses(condition, owner, &ProcessInfo::script) || inCommandLines(condition, owner)
            || inAddresses(condition, listener) || inNote(condition, note) || isWordOf(condition, listener, assessment)
            || (condition.maybeAddress && found(condition, QString::number(listener.port())));
    }
    Q_UNREACHABLE();
}

} // namespace

FilterExpression::FilterExpression()
    : m_terms(std::make_shared<const QList<Term>>())
{
}

bool FilterExpression::isEmpty() const
{
    return m_terms->isEmpty();
}

QString FilterExpression::networkNamespace() const
{
    for (const Term &term : *m_terms) {
        const auto *text = std::get_if<TextCondition>(&term.condition);
        if (text && text->field == FilterField::Namespace && !term.negated)
            return text->matcher.pattern();
    }
    return {};
}

bool FilterExpression::asksForBaseline() const
{
    return std::ranges::any_of(*m_terms, [](const Term &term) { return std::holds_alternative<BaselineCondition>(term.condition); });
}

bool FilterExpression::matches(const Listener &listener, const Assessment &assessment, const OwnNotePtr &note) const
{
    return std::ranges::all_of(*m_terms, [&](const Term &term) {
        const bool holds = std::visit(
            Overloaded {
                [&](const PortCondition &condition) {
                    return std::ranges::any_of(condition.ranges, [&](const auto &range) {
                        return range.first <= listener.port() && listener.port() <= range.second;
                    });
                },
                [&](const PidCondition &condition) {
                    return std::ranges::any_of(listener.owner->processes, [&](const ProcessPtr &process) {
                        return condition.pids.contains(process->key.pid);
                    });
                },
                [&](const TransportCondition &condition) { return condition.transports.contains(listener.transport()); },
                [&](const VerdictCondition &condition) { return condition.verdicts.contains(assessment.verdict); },
                [&](const ExposureCondition &condition) { return condition.exposures.contains(listener.exposure()); },
                [&](const MarkCondition &condition) { return (assessment.marks & condition.any) != Marks(); },
                [&](const BaselineCondition &condition) { return assessment.baseline && condition.states.contains(assessment.baseline->state); },
                [&](const TextCondition &condition) { return matchesText(condition, listener, assessment, note); },
            },
            term.condition);
        return holds != term.negated;
    });
}

} // namespace portolan
