// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/connection_source.h"

#include <QCoreApplication>

namespace portolan {

namespace {

class ConnectionStateText
{
    Q_DECLARE_TR_FUNCTIONS(portolan::ConnectionState)
};

} // namespace

QString connectionStateLabel(ConnectionState state)
{
    switch (state) {
    case ConnectionState::Established:
        return ConnectionStateText::tr("Established");
    case ConnectionState::SynSent:
        return ConnectionStateText::tr("Connecting");
    case ConnectionState::SynReceived:
        return ConnectionStateText::tr("Being accepted");
    case ConnectionState::FinWait1:
        return ConnectionStateText::tr("Closing, close not yet confirmed");
    case ConnectionState::FinWait2:
        return ConnectionStateText::tr("Closing, waiting for the other side");
    case ConnectionState::TimeWait:
        return ConnectionStateText::tr("Closed, kept for late packets");
    case ConnectionState::CloseWait:
        return ConnectionStateText::tr("Closed by the other side");
    case ConnectionState::LastAck:
        return ConnectionStateText::tr("Closing, last confirmation awaited");
    case ConnectionState::Closing:
        return ConnectionStateText::tr("Closing on both sides");
    case ConnectionState::Connected:
        return ConnectionStateText::tr("Connected");
    }
    Q_UNREACHABLE();
}

} // namespace portolan
