// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "baseline/baseline_file.h"

#include <QObject>
#include <QThreadPool>

namespace portolan {

/// A listener to accept, as it was judged last.
struct Acceptance
{
    ListenerPtr listener;
    std::shared_ptr<const Assessment> assessment;
};

/// This user's baseline while a program runs. Lives on the window's thread and never waits there: a
/// change shows at once, and one pool thread of the store's own keeps it, one after the other. What
/// cannot be kept is taken back and said.
class BaselineStore : public QObject
{
    Q_OBJECT

public:
    explicit BaselineStore(QString fileName = baselineFileName(), QObject *parent = nullptr);
    /// Waits until what was asked for is kept.
    ~BaselineStore() override;

    /// Never null.
    [[nodiscard]] const BaselinePtr &baseline() const { return m_baseline; }
    /// Whether everything that was asked for is done.
    [[nodiscard]] bool isIdle() const { return m_pending == 0; }

    /// Reads the file; also finds what other programs changed since.
    void load();
    /// Accepts the listeners as they are now; what they changed from is accepted no longer.
    void accept(const QList<Acceptance> &listeners);
    /// Accepts these and nothing else; what comes later is not in the baseline.
    void acceptWhole(const QList<Acceptance> &listeners);
    void remove(const QList<AcceptedPtr> &entries);
    /// Makes an earlier baseline the present one.
    void goBackTo(const EarlierBaseline &earlier);

    [[nodiscard]] bool canUndo() const { return !m_done.isEmpty(); }
    [[nodiscard]] bool canRedo() const { return !m_undone.isEmpty(); }
    /// Takes back the last change that was made here; what other programs changed stays.
    void undo();
    void redo();

    /// Answers with earlierListed().
    void listEarlier();

Q_SIGNALS:
    void changed();
    void earlierListed(const QList<portolan::EarlierBaseline> &earlier);
    /// A sentence or two for people, harmless.
    void failed(const QString &message);

private:
    /// What one change added and took away.
    struct Step
    {
        QList<AcceptedPtr> added;
        QList<AcceptedPtr> removed;
        QDateTime wholeBefore;
        QDateTime wholeAfter;
    };

    static Baseline forward(const Baseline &baseline, const Step &step);
    static Baseline backward(const Baseline &baseline, const Step &step);
    static Step stepFrom(const Baseline &before, const Baseline &after);
    void changeTo(const Baseline &after);
    void change(const BaselineChanger &change);
    void take(const BaselineOutcome &outcome);
    void set(const BaselinePtr &baseline);

    QString m_fileName;
    BaselinePtr m_baseline = std::make_shared<const Baseline>();
    QList<Step> m_done;
    QList<Step> m_undone;
    int m_pending = 0;
    QThreadPool m_pool;
};

} // namespace portolan
