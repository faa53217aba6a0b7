// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/history_text.h"

#include "models/listener_labels.h"

#include <QCoreApplication>
#include <QLocale>

namespace portolan::history_words {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(portolan::HistoryWords)
};

constexpr qint64 day = 86'400'000;

QString fromTo(const QString &what, const QString &before, const QString &after)
{
    return Words::tr("%1: %2 → %3", "what changed: before → after").arg(what, before, after);
}

QString whatChanged(const HistoryEvent &event)
{
    const HistoryState &before = *event.before;
    const HistoryState &after = *event.state;
    QStringList parts;
    if (event.what & (Changes(Change::Owner) | Change::Program))
        parts.append(fromTo(Words::tr("Owner"), labels::owner(*before.listener->owner), labels::owner(*after.listener->owner)));
    if (event.what.testFlag(Change::Endpoints))
        parts.append(fromTo(Words::tr("Addresses"), labels::addresses(*before.listener), labels::addresses(*after.listener)));
    if (before.assessment->verdict != after.assessment->verdict)
        parts.append(fromTo(Words::tr("Verdict"), verdictLabel(before.assessment->verdict), verdictLabel(after.assessment->verdict)));
    return parts.join(QStringLiteral("; "));
}

} // namespace

QString event(const HistoryEvent &event)
{
    switch (event.kind) {
    case HistoryEventKind::Opened:
        return Words::tr("+ opened");
    case HistoryEventKind::Closed:
        return Words::tr("− closed");
    case HistoryEventKind::Changed:
        return Words::tr("~ changed");
    case HistoryEventKind::WatchBegan:
        return Words::tr("▸ watching began");
    case HistoryEventKind::WatchEnded:
        break;
    }
    return Words::tr("▪ watching ended");
}

QString what(const HistoryEvent &event)
{
    if (event.kind == HistoryEventKind::WatchBegan)
        return Words::tr("%n listener(s) were there.", nullptr, event.present);
    if (event.kind == HistoryEventKind::WatchEnded)
        return event.unexpected ? Words::tr("Portolan ended without a word, or could not record. What happened from here on was not seen.")
                                : Words::tr("What happened from here on was not seen.");
    if (!event.state)
        return {};
    if (event.kind == HistoryEventKind::Changed && event.before)
        return whatChanged(event);
    const QString addresses = labels::addresses(*event.state->listener);
    return event.unwatched ? Words::tr("%1 · some time while nobody watched").arg(addresses) : addresses;
}

QString verdict(const HistoryStatePtr &state)
{
    if (!state)
        return {};
    return verdictGlyph(state->assessment->verdict) + QLatin1Char(' ') + verdictLabel(state->assessment->verdict);
}

QString owner(const HistoryStatePtr &state)
{
    return state ? labels::owner(*state->listener->owner) : QString();
}

QString sentence(const HistoryEvent &event)
{
    const QString when = QLocale().toString(event.at().toLocalTime(), QLocale::LongFormat);
    if (!event.state)
        return Words::tr("%1: %2. %3", "when: what happened. more").arg(when, history_words::event(event), what(event));
    const Listener &listener = *event.state->listener;
    return Words::tr("%1: port %2 over %3 %4. Owner: %5. Verdict: %6. %7", "when: port over protocol event")
        .arg(when, QString::number(listener.port()), QLatin1String(transportName(listener.transport())), history_words::event(event).mid(2),
             owner(event.state), verdictLabel(event.state->assessment->verdict), what(event));
}

QString range(PortRange range)
{
    switch (range) {
    case PortRange::System:
        return Words::tr("System ports (to 1023)");
    case PortRange::Registered:
        return Words::tr("Registered ports (1024 to 49151)");
    case PortRange::Dynamic:
        break;
    }
    return Words::tr("Dynamic ports (from 49152)");
}

QString time(const QDateTime &time)
{
    return QLocale().toString(time.toLocalTime(), QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

QString time(const QDateTime &time, qint64 periodLength)
{
    const QString format = periodLength < day / 24 ? QStringLiteral("HH:mm:ss")
        : periodLength < 2 * day                   ? QStringLiteral("ddd HH:mm")
        : periodLength < 60 * day                  ? QStringLiteral("d MMM HH:mm")
                                                   : QStringLiteral("d MMM yyyy");
    return QLocale().toString(time.toLocalTime(), format);
}

QString period(const HistoryPeriod &period)
{
    const QDateTime from = period.from.toLocalTime();
    const QDateTime to = period.to.toLocalTime();
    const QLocale locale;
    const QString dayFormat = from.date().year() == QDate::currentDate().year() ? QStringLiteral("d MMM ") : QStringLiteral("d MMM yyyy ");
    // Seconds say nothing about days.
    const QString timeFormat = period.from.secsTo(period.to) < 2 * 3600 ? QStringLiteral("HH:mm:ss") : QStringLiteral("HH:mm");
    const QString first = locale.toString(from, dayFormat + timeFormat);
    const QString last = locale.toString(to, from.date() == to.date() ? timeFormat : dayFormat + timeFormat);
    return Words::tr("%1 – %2", "from – to").arg(first, last);
}

} // namespace portolan::history_words
