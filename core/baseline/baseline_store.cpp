// SPDX-License-Identifier: GPL-3.0-or-later
#include "baseline/baseline_store.h"

#include "assess/assessment.h"

#include <algorithm>

namespace portolan {

namespace {

constexpr qsizetype mostSteps = 50;

/// What it amounts to from then on: the baseline holds no strangers.
std::shared_ptr<const Assessment> asAccepted(const Assessment &assessment, const QDateTime &now)
{
    auto result = std::make_shared<Assessment>(assessment);
    result->baseline.reset();
    result->evidence.removeIf([](const Evidence &fact) {
        return fact.id == EvidenceId::Accepted || fact.id == EvidenceId::AcceptedChanged || fact.id == EvidenceId::NotInBaseline;
    });
    const auto behindWhatSpeaksAgainst = std::ranges::find_if(result->evidence, [](const Evidence &fact) { return fact.weighs != Weighs::Against; });
    result->evidence.insert(behindWhatSpeaksAgainst, acceptedEvidence(now));
    result->judgement = judge(result->evidence);
    result->verdict = result->judgement.verdict;
    return result;
}

QList<AcceptedPtr> accepted(const QList<Acceptance> &listeners)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QList<AcceptedPtr> entries;
    entries.reserve(listeners.size());
    for (const Acceptance &one : listeners)
        entries += std::make_shared<const AcceptedListener>(AcceptedListener { one.listener, asAccepted(*one.assessment, now), now });
    return entries;
}

QList<AcceptedPtr> missingIn(const Baseline &other, const QList<AcceptedPtr> &entries)
{
    QList<AcceptedPtr> result;
    std::ranges::copy_if(entries, std::back_inserter(result), [&other](const AcceptedPtr &entry) { return !other.contains(*entry); });
    return result;
}

} // namespace

BaselineStore::BaselineStore(QString fileName, QObject *parent)
    : QObject(parent)
    , m_fileName(std::move(fileName))
{
    // One thread: changes are kept in the order they were asked for.
    m_pool.setMaxThreadCount(1);
}

BaselineStore::~BaselineStore()
{
    m_pool.waitForDone();
}

void BaselineStore::load()
{
    ++m_pending;
    m_pool.start([this, fileName = m_fileName] {
        const BaselineOutcome outcome = openBaseline(fileName);
        // This object waits for the pool before it goes.
        QMetaObject::invokeMethod(this, [this, outcome] { take(outcome); }, Qt::QueuedConnection);
    });
}

void BaselineStore::accept(const QList<Acceptance> &listeners)
{
    QList<AcceptedPtr> replaced;
    for (const Acceptance &one : listeners) {
        const auto &match = one.assessment->baseline;
        if (match && match->state == BaselineState::Changed && match->accepted)
            replaced += match->accepted;
    }
    changeTo(m_baseline->without(replaced).with(accepted(listeners)));
}

void BaselineStore::acceptWhole(const QList<Acceptance> &listeners)
{
    changeTo(Baseline(accepted(listeners), QDateTime::currentDateTimeUtc()));
}

void BaselineStore::remove(const QList<AcceptedPtr> &entries)
{
    const Baseline rest = m_baseline->without(entries);
    changeTo(rest.isEmpty() ? Baseline() : rest);
}

void BaselineStore::goBackTo(const EarlierBaseline &earlier)
{
    changeTo(*earlier.baseline);
}

BaselineStore::Step BaselineStore::stepFrom(const Baseline &before, const Baseline &after)
{
    Step step { missingIn(before, after.accepted()), missingIn(after, before.accepted()), before.wholeAt(), after.wholeAt() };
    // What is accepted once more is accepted at another time.
    for (const AcceptedPtr &entry : after.accepted()) {
        for (const AcceptedPtr &old : before.at(AcceptedPlace(*entry->listener))) {
            if (old != entry && old->isSameAs(*entry)) {
                step.added += entry;
                step.removed += old;
            }
        }
    }
    return step;
}

Baseline BaselineStore::forward(const Baseline &baseline, const Step &step)
{
    return baseline.without(step.removed).with(step.added).withWholeAt(step.wholeAfter);
}

Baseline BaselineStore::backward(const Baseline &baseline, const Step &step)
{
    return baseline.without(step.added).with(step.removed).withWholeAt(step.wholeBefore);
}

void BaselineStore::changeTo(const Baseline &after)
{
    const Step step = stepFrom(*m_baseline, after);
    if (step.added.isEmpty() && step.removed.isEmpty() && step.wholeBefore == step.wholeAfter)
        return;
    m_done += step;
    if (m_done.size() > mostSteps)
        m_done.removeFirst();
    m_undone.clear();
    change([step](const Baseline &baseline) { return forward(baseline, step); });
}

void BaselineStore::undo()
{
    if (m_done.isEmpty())
        return;
    const Step step = m_done.takeLast();
    m_undone += step;
    change([step](const Baseline &baseline) { return backward(baseline, step); });
}

void BaselineStore::redo()
{
    if (m_undone.isEmpty())
        return;
    const Step step = m_undone.takeLast();
    m_done += step;
    change([step](const Baseline &baseline) { return forward(baseline, step); });
}

void BaselineStore::listEarlier()
{
    m_pool.start([this, fileName = m_fileName] {
        const QList<EarlierBaseline> earlier = earlierBaselines(fileName);
        QMetaObject::invokeMethod(this, [this, earlier] { Q_EMIT earlierListed(earlier); }, Qt::QueuedConnection);
    });
}

void BaselineStore::change(const BaselineChanger &change)
{
    set(std::make_shared<const Baseline>(change(*m_baseline)));
    ++m_pending;
    m_pool.start([this, fileName = m_fileName, change] {
        const BaselineOutcome outcome = changeBaseline(fileName, change);
        QMetaObject::invokeMethod(this, [this, outcome] { take(outcome); }, Qt::QueuedConnection);
    });
}

void BaselineStore::take(const BaselineOutcome &outcome)
{
    --m_pending;
    // Changes that were shown and are not kept yet are not in this outcome; theirs follows.
    if (m_pending == 0)
        set(outcome.baseline);
    if (outcome.error.isEmpty())
        return;
    // Steps that were not kept cannot be taken back.
    m_done.clear();
    m_undone.clear();
    Q_EMIT failed(outcome.error);
}

void BaselineStore::set(const BaselinePtr &baseline)
{
    if (*baseline == *m_baseline)
        return;
    m_baseline = baseline;
    Q_EMIT changed();
}

} // namespace portolan
