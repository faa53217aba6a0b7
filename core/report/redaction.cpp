// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/redaction.h"

#include "baseline/baseline_match.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>

#include <algorithm>

namespace portolan {

namespace {

/// Shorter names occur by chance inside other words' neighbours ("a", "db") too often to be told.
constexpr qsizetype shortestNameInText = 3;
/// Where accounts of people begin (login.defs(5), UID_MIN).
constexpr quint32 firstPersonalUid = 1000;

class Pseudonyms
{
public:
    /// Replaces nothing unless it is wanted.
    Pseudonyms(QLatin1String prefix, bool wanted)
        : m_prefix(prefix)
        , m_wanted(wanted)
    {
    }

    [[nodiscard]] bool isWanted() const { return m_wanted; }

    QString of(const QString &text)
    {
        if (text.isEmpty() || !m_wanted)
            return text;
        auto entry = m_names.find(text);
        if (entry == m_names.end())
            entry = m_names.insert(text, m_prefix + QLatin1Char('-') + QString::number(m_names.size() + 1));
        return *entry;
    }

    /// Replaces every known name that stands as a whole word.
    [[nodiscard]] QString replaceIn(QString text) const
    {
        for (auto entry = m_names.cbegin(); entry != m_names.cend(); ++entry) {
            if (entry.key().size() < shortestNameInText || !text.contains(entry.key()))
                continue;
            const QRegularExpression word(QLatin1String("(?<![\\w])") + QRegularExpression::escape(entry.key()) + QLatin1String("(?![\\w])"),
                                          QRegularExpression::UseUnicodePropertiesOption);
            text.replace(word, entry.value());
        }
        return text;
    }

private:
    QLatin1String m_prefix;
    bool m_wanted;
    QHash<QString, QString> m_names;
};

class Redactor
{
    Q_DECLARE_TR_FUNCTIONS(Report)

public:
    explicit Redactor(Redactions kinds)
        : m_hosts(QLatin1String("host"), kinds.testFlag(Redaction::Hosts))
        , m_users(QLatin1String("user"), kinds.testFlag(Redaction::Users))
        , m_paths(QLatin1String("path"), kinds.testFlag(Redaction::Paths))
        , m_arguments(QLatin1String("argument"), kinds.testFlag(Redaction::Arguments))
        , m_containers(QLatin1String("container"), kinds.testFlag(Redaction::Containers))
    {
    }

    ReportDocument redact(const ReportDocument &document)
    {
        learnNames(document);
        ReportDocument result = document;
        result.host.name = m_hosts.of(document.host.name);
        result.ownNotes = {};
        if (!document.scope.isEmpty())
            result.scope = tr("Only some of the listeners are in this report.");
        auto snapshot = std::make_shared<Snapshot>(*document.snapshot);
        for (ListenerPtr &listener : snapshot->listeners)
            listener = redactListener(listener);
        std::ranges::sort(snapshot->listeners, {}, [](const ListenerPtr &listener) { return listener->key; });
        for (ListenerPtr &listener : result.listeners)
            listener = redactListener(listener);
        for (AssessmentPtr &assessment : result.assessments)
            assessment = redactAssessment(*assessment);
        result.snapshot = std::move(snapshot);
        return result;
    }

private:
    /// First, so that a name met late is also found in texts met early.
    void learnNames(const ReportDocument &document)
    {
        m_hosts.of(document.host.name);
        const auto learn = [this](const ListenerPtr &listener) {
            m_users.of(listener->owner->user);
            for (const ProcessPtr &process : listener->owner->processes)
                learnUsers(*process);
            if (const auto &container = listener->owner->container) {
                m_containers.of(container->name);
                m_containers.of(container->id);
            }
            for (const Endpoint &endpoint : listener->endpoints)
                m_containers.of(endpoint.networkNamespace);
        };
        std::ranges::for_each(document.snapshot->listeners, learn);
        std::ranges::for_each(document.listeners, learn);
    }

    void learnUsers(const ProcessInfo &process)
    {
        m_users.of(process.user);
        for (const Ancestor &ancestor : process.ancestors)
            m_users.of(ancestor.user);
    }

    QString inText(const QString &text) const { return m_containers.replaceIn(m_users.replaceIn(m_hosts.replaceIn(text))); }

    /// A path or an argument that stays may still name somebody.
    QString inPath(const QString &path) { return m_paths.isWanted() ? m_paths.of(path) : inText(path); }
    QString inArgument(const QString &argument) { return m_arguments.isWanted() ? m_arguments.of(argument) : inText(argument); }

    /// A process may bear any name; a service account that is called like its program names nobody.
    QString inName(const QString &name, const ProcessInfo &process)
    {
        if (name == process.user && process.uid > 0 && process.uid < firstPersonalUid)
            return name;
        return name.contains(QLatin1Char('/')) ? inPath(name) : inText(name);
    }

    ListenerPtr redactListener(const ListenerPtr &listener)
    {
        ListenerPtr &known = m_listeners[listener.get()];
        if (!known) {
            Listener copy = *listener;
            for (Endpoint &endpoint : copy.endpoints)
                endpoint.networkNamespace = m_containers.of(endpoint.networkNamespace);
            copy.owner = redactOwner(listener->owner);
            known = std::make_shared<const Listener>(std::move(copy));
        }
        return known;
    }

    OwnerPtr redactOwner(const OwnerPtr &owner)
    {
        OwnerPtr &known = m_owners[owner.get()];
        if (!known) {
            Owner copy = *owner;
            copy.user = m_users.of(copy.user);
            copy.cgroup = inPath(copy.cgroup);
            copy.unit = inText(copy.unit);
            if (copy.container) {
                copy.container->name = m_containers.of(copy.container->name);
                copy.container->id = m_containers.of(copy.container->id);
                copy.container->image = m_containers.of(copy.container->image);
            }
            if (copy.unitFacts) {
                copy.unitFacts->name = inText(copy.unitFacts->name);
                copy.unitFacts->description = inText(copy.unitFacts->description);
                copy.unitFacts->triggeredBy = inText(copy.unitFacts->triggeredBy);
            }
            copy.socketUnit = inText(copy.socketUnit);
            if (copy.package)
                copy.package->file = inPath(copy.package->file);
            if (copy.program) {
                copy.program->file = inPath(copy.program->file);
                copy.program->writable = inPath(copy.program->writable);
                copy.program->buildTree = inPath(copy.program->buildTree);
            }
            for (ProcessPtr &process : copy.processes)
                process = std::make_shared<const ProcessInfo>(redactProcess(*process));
            known = std::make_shared<const Owner>(std::move(copy));
        }
        return known;
    }

    ProcessInfo redactProcess(ProcessInfo process)
    {
        process.name = inName(process.name, process);
        for (Ancestor &ancestor : process.ancestors) {
            ancestor.name = inName(ancestor.name, process);
            ancestor.user = m_users.of(ancestor.user);
            ancestor.unit = inText(ancestor.unit);
        }
        process.user = m_users.of(process.user);
        process.executable = inPath(process.executable);
        process.script = inPath(process.script);
        process.cgroup = inPath(process.cgroup);
        process.unit = inText(process.unit);
        for (qsizetype i = 0; i < process.commandLine.size(); ++i)
            process.commandLine[i] = i == 0 ? inPath(process.commandLine[i]) : inArgument(process.commandLine[i]);
        return process;
    }

    AssessmentPtr redactAssessment(const Assessment &assessment)
    {
        Assessment copy = assessment;
        const auto redactedText = [this](const QString &text) { return text.contains(QLatin1Char('/')) ? inPath(text) : inText(text); };
        for (Evidence &fact : copy.evidence) {
            fact.detail = redactedText(fact.detail);
            // A user whom it was accepted with need not be anybody's in this report.
            const bool isUser = fact.id == EvidenceId::AcceptedChanged && fact.detail == baselineChangeName(BaselineChange::User);
            fact.compared = isUser ? m_users.of(fact.compared) : redactedText(fact.compared);
        }
        if (copy.baseline)
            copy.baseline->accepted = nullptr;
        if (copy.answer)
            copy.answer = redactAnswer(*copy.answer);
        return std::make_shared<const Assessment>(std::move(copy));
    }

    /// What a server says may name anybody; what it speaks names nobody.
    PortAnswerPtr redactAnswer(const PortAnswer &answer)
    {
        PortAnswer copy = answer;
        copy.product = inText(copy.product);
        copy.title.clear();
        copy.quote.clear();
        if (copy.tls && copy.tls->certificate) {
            CertificateFacts &certificate = *copy.tls->certificate;
            certificate.subject = m_hosts.of(certificate.subject);
            certificate.issuer = m_hosts.of(certificate.issuer);
            for (QString &name : certificate.names)
                name = m_hosts.of(name);
        }
        return std::make_shared<const PortAnswer>(std::move(copy));
    }

    Pseudonyms m_hosts;
    Pseudonyms m_users;
    Pseudonyms m_paths;
    Pseudonyms m_arguments;
    Pseudonyms m_containers;
    QHash<const Listener *, ListenerPtr> m_listeners;
    QHash<const Owner *, OwnerPtr> m_owners;
};

} // namespace

ReportDocument redacted(const ReportDocument &document, Redactions kinds)
{
    return kinds ? Redactor(kinds).redact(document) : document;
}

} // namespace portolan
