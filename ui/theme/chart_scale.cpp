// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/chart_scale.h"

#include <array>

namespace portolan::chart_scale {

namespace {

constexpr qint64 second = 1000;
constexpr qint64 minute = 60 * second;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;

} // namespace

int countStep(int top)
{
    int step = 1;
    for (int power = 1; step * 4 < top; power *= 10) {
        for (const int factor : { 1, 2, 5 }) {
            step = factor * power;
            if (step * 4 >= top)
                break;
        }
    }
    return step;
}

QList<qint64> roundTimes(qint64 from, qint64 to, int most)
{
    constexpr std::array steps { second,     5 * second, 15 * second, 30 * second, minute,  2 * minute, 5 * minute, 10 * minute, 15 * minute,
                                 30 * minute, hour,       2 * hour,    3 * hour,    6 * hour, 12 * hour,  day,        2 * day,     7 * day,
                                 14 * day,   28 * day,   91 * day,    182 * day,   364 * day };
    qint64 step = steps.back();
    for (const qint64 candidate : steps) {
        if ((to - from) / candidate < most) {
            step = candidate;
            break;
        }
    }
    // Full hours and days are counted from midnight where the person is, whatever the clocks did since.
    QDateTime at = QDateTime::fromMSecsSinceEpoch(from).toLocalTime().date().startOfDay();
    QList<qint64> times;
    if (step >= day) {
        const qint64 days = step / day;
        at = at.addDays(-(at.date().toJulianDay() % days));
        for (; at.toMSecsSinceEpoch() <= to && times.size() < most; at = at.addDays(days)) {
            if (at.toMSecsSinceEpoch() >= from)
                times += at.toMSecsSinceEpoch();
        }
        return times;
    }
    const qint64 midnight = at.toMSecsSinceEpoch();
    for (qint64 time = midnight + (from - midnight + step - 1) / step * step; time <= to && times.size() < most; time += step)
        times += time;
    return times;
}

} // namespace portolan::chart_scale
