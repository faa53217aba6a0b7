// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "assess/next_step.h"
#include "snapshot/listener.h"

#include <QObject>

class QWidget;

namespace portolan {

class FileRevealer;

/// Carries out the steps that concern a listener's program file: shows it, saves a copy of what runs,
/// puts the command that restarts its service on the clipboard. Files are read and written on a pool thread.
class StepActions : public QObject
{
    Q_OBJECT

public:
    /// `window` is what dialogs stand over.
    explicit StepActions(QWidget *window);

    /// Does nothing for a step that is not of these.
    void take(NextStep step, const ListenerPtr &listener);

Q_SIGNALS:
    /// What came of it, when that does not show by itself; translated, plain text.
    void told(const QString &message);

private:
    void showFile(const ProcessInfo &process);
    void saveCopy(const ProcessInfo &process);
    void copyRestartCommand(const Owner &owner);

    QWidget *m_window;
    FileRevealer *m_revealer;
};

} // namespace portolan
