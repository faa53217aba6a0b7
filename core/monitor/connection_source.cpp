// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/connection_source.h"

#include <QCoreApplication>

namespace portolan {

QString connectionStateLabel(ConnectionState state)
{
    const auto tr = [](const char *text) { return QCoreApplication::translate("portolan::ConnectionState", text); };
    switch (state) {
    case ConnectionState::Established:
        return tr(QT_TRANSLATE_NOOP("portolan::ConnectionState", "Established"));
    case ConnectionState::SynSent:
        return tr(QT_TRANSLATE_NOOP("portolan::ConnectionState", "Connecting"));
    case ConnectionState::SynReceived:
        return tr(QT_TRANSLATE_NOOP("portolan::ConnectionState", "Being accepted"));
    case ConnectionState::FinWait1:
        return tr(QT_TRANSLATE_NOOP("portolan::ConnectionState", "Closing, close not yet confirmed"));
    case ConnectionState::FinWait2:
        return tr(QT_TRANSLATE_NOOP("portolan::ConnectionState", "Closing, waiting for the other side"));
    case ConnectionState::TimeWait:
        return tr(QT_TRANSLATE_NOOP("portolan::ConnectionState", "Closed, kept for late packets"));
    case ConnectionState::CloseWait:
        return tr(QT_TRANSLATE_NOOP("portolan::ConnectionState", "Closed by the other side"));
    case ConnectionState::LastAck:
        return tr(QT_TRANSLATE_NOOP("portolan::ConnectionState", "Closing, last confirmation awaited"));
    case ConnectionState::Closing:
        return tr(QT_TRANSLATE_NOOP("portolan::ConnectionState", "Closing on both sides"));
    case ConnectionState::Connected:
        return tr(QT_TRANSLATE_NOOP("portolan::ConnectionState", "Connected"));
    }
    Q_UNREACHABLE();
}

} // namespace portolan
