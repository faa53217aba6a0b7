// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "process/process_info.h"

#include <QList>
#include <QWidget>

namespace portolan {

/// A process and its ancestors as chips, from init to the process; they wrap when narrow.
class ProcessChain : public QWidget
{
    Q_OBJECT

public:
    explicit ProcessChain(QWidget *parent = nullptr);

    /// Null hides it.
    void showProcess(const ProcessInfo *process);

private:
    QList<Ancestor> m_shown;
};

} // namespace portolan
