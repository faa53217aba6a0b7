// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/full_view.h"

namespace portolan {

QString fullViewText(FullViewState state)
{
    switch (state) {
    case FullViewState::Off:
        return {};
    case FullViewState::Asking:
        return FullView::tr("The system is asking for permission.");
    case FullViewState::On:
        return FullView::tr("Until the window closes, a helper tells which processes of other users hold ports.");
    case FullViewState::Cancelled:
        return FullView::tr("The request was cancelled. Nothing has changed.");
    case FullViewState::Denied:
        return FullView::tr("The system did not give permission, or had no way to ask for a password. Nothing has changed.");
    case FullViewState::NotInstalled:
        return FullView::tr("This works only where Portolan is installed for all users, with its helper where nobody "
                            "but root can change it. Nothing has changed.");
    case FullViewState::NoPolkit:
        return FullView::tr("Nothing that asks for permission (pkexec) is installed. Nothing has changed.");
    case FullViewState::Failed:
        return FullView::tr("The helper has ended. Owners are inferred again, as before.");
    }
    Q_UNREACHABLE();
}

} // namespace portolan
