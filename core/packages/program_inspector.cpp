// SPDX-License-Identifier: GPL-3.0-or-later
#include "packages/program_inspector.h"

#include "packages/program_digest.h"
#include "packages/program_facts.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace portolan {

namespace {

/// Requests taken at a time; each keeps a descriptor open.
constexpr qsizetype batchSize = 128;
/// Far more than there are programs on a machine; keeps a stream of ever new ones from filling memory.
constexpr qsizetype rememberedFiles = 8192;

/// Whether the process still finds the file where it was.
bool isStillInPlace(const ProgramFile &file)
{
    const auto status = fileStatus(file.process.get(), QByteArray("root" + file.path).constData());
    return status && status->identity == file.identity;
}

} // namespace

ProgramInspector::ProgramInspector(std::unique_ptr<PackageDatabase> database, const QByteArray &procRoot,
                                   const Limits &limits)
    : m_database(std::move(database))
    , m_procRoot(procRoot)
    , m_limits(limits)
{
}

bool ProgramInspector::isOutdated() const
{
    return m_database->stamp() != m_stamp;
}

void ProgramInspector::inspect(const QList<ProgramRequest> &requests, const std::atomic_bool &cancelled,
                               const Found &found)
{
    followDatabases();
    for (qsizetype begin = 0; begin < requests.size() && !cancelled; begin += batchSize)
        inspectSome(requests.sliced(begin, std::min(batchSize, requests.size() - begin)), cancelled, found);
}

void ProgramInspector::followDatabases()
{
    // Read before we look: what changes meanwhile shows at the next inspection.
    if (const DatabaseStamp stamp = m_database->stamp(); stamp != m_stamp) {
        m_stamp = stamp;
        m_formerAnswers.insert(std::exchange(m_answers, {}));
    }
    for (Answers *answers : { &m_answers, &m_formerAnswers }) {
        if (answers->size() > rememberedFiles)
            answers->clear();
    }
    if (m_digests.size() > rememberedFiles)
        m_digests.clear();
}

ProgramInspector::FileKey ProgramInspector::keyOf(const ProgramFile &file)
{
    return { file.identity, file.path, file.isOurs(), file.isReplaced };
}

void ProgramInspector::inspectSome(const QList<ProgramRequest> &requests, const std::atomic_bool &cancelled,
                                   const Found &found)
{
    std::vector<Question> questions;
    const auto tell = [&](const Question &question, std::optional<Package> package, bool isUnpackaged,
                          Finding::State state = Finding::State::Known) {
        ProgramFacts program = factsOf(question, isUnpackaged, cancelled);
        if (package)
            package->file = program.file;
        if (!cancelled)
            found(question.request, { state, { package, program } });
    };
    for (const ProgramRequest &request : requests) {
        OpenedProgram opened = openProgram(m_procRoot, request);
        if (opened.fault == ProgramFault::Gone)
            found(request, { Finding::State::Gone });
        else if (opened.fault == ProgramFault::NoFile)
            found(request, { Finding::State::Known });
        else
            questions.push_back({ request, std::move(opened.file) });
    }
    // Small files first: nobody has to wait for the checksum of a large one.
    std::ranges::stable_sort(questions, {}, [](const Question &question) { return question.file.identity.size; });
    QList<const ProgramFile *> files;
    std::erase_if(questions, [&](const Question &question) {
        const auto known = m_answers.constFind(keyOf(question.file));
        if (known == m_answers.constEnd())
            return false;
        tell(question, *known, !*known);
        return true;
    });
    for (const Question &question : questions)
        files.append(&question.file);
    if (files.isEmpty())
        return;
    const QList<PackageAnswer> answers = m_database->owners(files, cancelled);
    for (size_t i = 0; i < questions.size() && !cancelled; ++i) {
        const ProgramFile &file = questions[i].file;
        const PackageAnswer &answer = answers[qsizetype(i)];
        if (!answer.available) {
            const auto former = m_formerAnswers.constFind(keyOf(file));
            const bool isKnown = former != m_formerAnswers.constEnd();
            tell(questions[i], isKnown ? *former : std::nullopt, isKnown && !*former, Finding::State::Unavailable);
            continue;
        }
        const auto package = answer.entry ? std::optional(packageFrom(*answer.entry, file, cancelled)) : std::nullopt;
        if (cancelled)
            return;
        m_answers.insert(keyOf(file), package);
        tell(questions[i], package, !package);
    }
}

ProgramFacts ProgramInspector::factsOf(const Question &question, bool isUnpackaged, const std::atomic_bool &cancelled)
{
    const auto &[request, file] = question;
    ProgramFacts facts = programFacts(file, !request.script.isEmpty());
    facts.file = request.script.isEmpty() ? request.executable : request.script;
    if (isUnpackaged)
        facts.digest = digest(file, QCryptographicHash::Sha256, m_limits.largestHashed, cancelled).value_or(QByteArray());
    return facts;
}

Package ProgramInspector::packageFrom(const PackageEntry &entry, const ProgramFile &file,
                                      const std::atomic_bool &cancelled)
{
    Package package { entry.manager, entry.name, entry.version, std::nullopt, {} };
    if (entry.digest)
        package.intact = isAsShipped(*entry.digest, file, cancelled);
    // An upgrade may just have replaced it, and its package too.
    if (package.intact == false && !file.isDeleted && !isStillInPlace(file))
        package.intact.reset();
    // An upgrade leaves the version before it running: of that nothing is written down any more.
    if (file.isReplaced && package.intact != true) {
        package.intact.reset();
        package.version.clear();
    }
    return package;
}

std::optional<bool> ProgramInspector::isAsShipped(const FileDigest &shipped, const ProgramFile &file,
                                                  const std::atomic_bool &cancelled)
{
    const auto found = digest(file, shipped.algorithm, m_limits.largestCompared, cancelled);
    return found ? std::optional(*found == shipped.value) : std::nullopt;
}

std::optional<QByteArray> ProgramInspector::digest(const ProgramFile &file, QCryptographicHash::Algorithm algorithm, quint64 largest,
                                                   const std::atomic_bool &cancelled)
{
    const auto known = m_digests.constFind(file.identity);
    if (known != m_digests.constEnd() && known->algorithm == algorithm)
        return known->value;
    auto found = digestOf(file, algorithm, largest, cancelled);
    if (found)
        m_digests.insert(file.identity, { algorithm, *found });
    return found;
}

} // namespace portolan
