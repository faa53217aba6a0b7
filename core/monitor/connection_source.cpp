// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/connection_source.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <initializer_list>

namespace portolan {

namespace {

class ConnectionStateText
{
    Q_DECLARE_TR_FUNCTIONS(portolan::ConnectionState)
};

} // namespace

QString trafficRateText(quint64 bytes, std::chrono::milliseconds time)
{
    const double perSecond = double(bytes) * 1000 / double(std::max<qint64>(time.count(), 1));
    return ConnectionStateText::tr("%1/s", "an amount of data, per second").arg(QLocale().formattedDataSize(qint64(perSecond), 1, QLocale::DataSizeSIFormat));
}

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

QString connectionStatesText(const std::array<int, connectionStates> &byState)
{
    const auto count = [&byState](std::initializer_list<ConnectionState> states) {
        int sum = 0;
        for (const ConnectionState state : states)
            sum += byState[size_t(state)];
        return sum;
    };
    using enum ConnectionState;
    QStringList parts;
    if (const int established = count({ Established }))
        parts += ConnectionStateText::tr("%Ln established", nullptr, established);
    if (const int connected = count({ Connected }))
        parts += ConnectionStateText::tr("%Ln connected", nullptr, connected);
    if (const int opening = count({ SynSent, SynReceived }))
        parts += ConnectionStateText::tr("%Ln being opened", nullptr, opening);
    if (const int waiting = count({ CloseWait }))
        parts += ConnectionStateText::tr("%Ln closed by the other side", nullptr, waiting);
    if (const int closing = count({ FinWait1, FinWait2, LastAck, Closing }))
        parts += ConnectionStateText::tr("%Ln closing", nullptr, closing);
    if (const int closed = count({ TimeWait }))
        parts += ConnectionStateText::tr("%Ln closed a moment ago", nullptr, closed);
    return parts.join(QLatin1String(", "));
}

} // namespace portolan
