// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "knowledge/registry_store.h"

#include <QObject>

namespace portolan {

/// Which registry the window uses, and every change of it; all that takes time is done on the pool.
/// Lives on the window's thread.
class RegistryKeeper : public QObject
{
    Q_OBJECT

public:
    /// Loads what is kept, which is as cheap as the built-in registry.
    explicit RegistryKeeper(RegistryStore store, QObject *parent = nullptr);

    /// What to use until knowledgeChanged() brings another; never null.
    [[nodiscard]] const KnowledgePtr &knowledge() const { return m_knowledge; }
    /// What was wrong with the kept registry at the start, translated; empty when nothing was.
    [[nodiscard]] const QString &problem() const { return m_problem; }

    /// Compiles what is kept with the notes of this program, where they are others than before.
    void bringUpToDate();
    /// Keeps the rows and uses them from now on. Ends in kept() or failed().
    void keep(const QList<Registration> &rows, const RegistryEdition &edition);
    /// Ends in kept() or failed().
    void useBuiltIn();
    /// Whether one of the three is under way.
    [[nodiscard]] bool isBusy() const { return m_busy; }

Q_SIGNALS:
    void knowledgeChanged(const portolan::KnowledgePtr &knowledge);
    /// Also after knowledgeChanged().
    void kept();
    /// Translated. What was used before stays in use.
    void failed(const QString &error);
    void busyChanged(bool busy);

private:
    template<typename Work>
    void run(Work work);
    void take(const RegistryStore::Kept &kept);
    void setBusy(bool busy);

    RegistryStore m_store;
    KnowledgePtr m_knowledge;
    QString m_problem;
    bool m_outdated = false;
    bool m_busy = false;
};

} // namespace portolan
