// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

namespace portolan {

/// Whether owners are read with the right to look into every user's processes.
enum class FullViewState : quint8 {
    Off,
    Asking, ///< the system asks the person for permission
    On,
    Cancelled, ///< the person was asked and did not want to
    Denied, ///< the system does not allow it, or there was nobody to ask
    NotInstalled, ///< there is no helper that only root could have put in place
    NoPolkit, ///< nothing is installed that could ask for permission
    Failed, ///< the helper ended or answered what is no answer
};

/// Lets a process source see what other users' processes hold, once the person allowed it. Used in the
/// thread it lives in, which must run an event loop; nothing blocks.
class FullView : public QObject
{
    Q_OBJECT

public:
    [[nodiscard]] FullViewState state() const { return m_state; }
    /// Asks for permission; nothing when that is under way or was given.
    virtual void start() = 0;
    /// Gives the rights back, or asks for them no longer.
    virtual void stop() = 0;

Q_SIGNALS:
    void stateChanged(portolan::FullViewState state);
    /// There is more or other to see than before.
    void viewChanged();

protected:
    void setState(FullViewState state)
    {
        if (state == m_state)
            return;
        m_state = state;
        Q_EMIT stateChanged(state);
    }

private:
    FullViewState m_state = FullViewState::Off;
};

/// One translated sentence for people; empty for Off.
[[nodiscard]] QString fullViewText(FullViewState state);

} // namespace portolan
