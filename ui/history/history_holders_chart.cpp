// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/history_holders_chart.h"

#include "history/history_text.h"
#include "models/listener_labels.h"
#include "text/text.h"
#include "theme/chart_scale.h"
#include "theme/theme.h"

#include <QHash>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace portolan {

namespace {

constexpr int margin = 12;
constexpr qsizetype longestPath = 80;

} // namespace

HistoryHoldersChart::HistoryHoldersChart(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("historyHolders"));
    setAccessibleName(tr("Who held the port"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Minimum);
}

void HistoryHoldersChart::showHolders(quint16 port, const HistoryPeriod &period, const HistoryHolders &holders)
{
    const bool samePort = port == m_port;
    m_port = port;
    m_period = period;
    m_holders = holders;
    group();
    if (!samePort || (m_chosen && *m_chosen >= holders.holdings.size()))
        m_chosen.reset();
    describe();
    updateGeometry();
    update();
}

void HistoryHoldersChart::group()
{
    m_rows.clear();
    QHash<QString, size_t> rowOf;
    for (qsizetype i = 0; i < m_holders.holdings.size(); ++i) {
        const Listener &listener = *m_holders.holdings.at(i).state->listener;
        QString owner = tr("%1 over %2", "owner over tcp or udp").arg(labels::owner(*listener.owner), QLatin1String(transportName(listener.transport())));
        if (const QString name = listener.endpoints.constFirst().networkNamespace; !name.isEmpty())
            owner += QStringLiteral(" · ") + labels::networkNamespace(name);
        const ProcessInfo *const leader = listener.owner->leader();
        const QString program = leader ? (leader->script.isEmpty() ? leader->executable : leader->script) : QString();
        QStringList details;
        for (const QString &detail : { program, listener.owner->unit, listener.owner->user }) {
            if (!detail.isEmpty())
                details += text::visible(detail, longestPath);
        }
        const QString known = details.join(QStringLiteral(" · "));
        const QString key = owner + QLatin1Char('\n') + known;
        if (!rowOf.contains(key)) {
            rowOf.insert(key, m_rows.size());
            m_rows.push_back({ owner, known, {} });
        }
        m_rows[rowOf.value(key)].bars.push_back(i);
    }
}

int HistoryHoldersChart::rowHeight() const
{
    return fontMetrics().height() * 2 + 8;
}

int HistoryHoldersChart::labelWidth() const
{
    return std::clamp(width() / 3, fontMetrics().averageCharWidth() * 16, fontMetrics().averageCharWidth() * 46);
}

QRectF HistoryHoldersChart::bars() const
{
    return QRectF(margin + labelWidth(), 0, std::max(1, width() - labelWidth() - 2 * margin), rowHeight() * std::max(1, rowCount()));
}

QSize HistoryHoldersChart::sizeHint() const
{
    return { fontMetrics().averageCharWidth() * 50, rowHeight() * std::max(1, rowCount()) + fontMetrics().height() + 8 };
}

QRectF HistoryHoldersChart::rectOf(int row, const HistoryPeriod &period) const
{
    const QRectF area = bars();
    const auto from = double(m_period.from.toMSecsSinceEpoch());
    const double length = std::max(1.0, double(m_period.to.toMSecsSinceEpoch()) - from);
    const auto x = [&](const QDateTime &time) { return area.left() + area.width() * std::clamp((double(time.toMSecsSinceEpoch()) - from) / length, 0.0, 1.0); };
    const double left = x(period.from);
    // However short, it happened.
    return QRectF(left, row * rowHeight() + 5, std::max(3.0, x(period.to) - left), rowHeight() - 10);
}

void HistoryHoldersChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF area = bars();
    const QColor secondary = theme::secondaryText(palette());

    QColor hatch = secondary;
    hatch.setAlphaF(0.35F);
    QDateTime unseen = m_period.from;
    const auto gap = [&](const QDateTime &until) {
        if (until > unseen) {
            QRectF rect = rectOf(0, { unseen, until });
            rect.setTop(area.top());
            rect.setBottom(area.bottom());
            if (rect.width() > 3)
                painter.fillRect(rect, QBrush(hatch, Qt::BDiagPattern));
        }
    };
    for (const HistoryPeriod &watched : std::as_const(m_holders.watched)) {
        gap(watched.from);
        unseen = watched.to;
    }
    gap(std::min(m_period.to, QDateTime::currentDateTimeUtc()));

    for (int row = 0; row < rowCount(); ++row) {
        const Row &one = m_rows[static_cast<size_t>(row)];
        const QRect label(margin, row * rowHeight() + 4, labelWidth() - margin, rowHeight() - 8);
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(label, Qt::AlignTop | Qt::AlignLeft, fontMetrics().elidedText(one.owner, Qt::ElideRight, label.width()));
        painter.setPen(secondary);
        painter.drawText(label, Qt::AlignBottom | Qt::AlignLeft, fontMetrics().elidedText(one.details, Qt::ElideMiddle, label.width()));
        painter.setPen(theme::separator(palette()));
        painter.drawLine(QPointF(margin, (row + 1) * rowHeight()), QPointF(width() - margin, (row + 1) * rowHeight()));
        for (const qsizetype bar : one.bars) {
            const HistoryHolding &holding = m_holders.holdings.at(bar);
            const Verdict verdict = holding.state->assessment->verdict;
            const theme::ChipColors colours = theme::verdict(verdict, palette());
            const QRectF rect = rectOf(row, holding.period);
            painter.setPen(QPen(bar == m_chosen && hasFocus() ? theme::accent(palette()) : colours.text, bar == m_chosen ? 2.5 : 1));
            painter.setBrush(theme::mixed(palette().color(QPalette::Window), colours.text, 0.45));
            painter.drawRoundedRect(rect, 3, 3);
            const QString word = verdictGlyph(verdict) + QLatin1Char(' ') + verdictLabel(verdict);
            if (rect.width() > fontMetrics().horizontalAdvance(word) + 10) {
                painter.setPen(theme::readable(palette().color(QPalette::WindowText), painter.brush().color()));
                painter.drawText(rect, Qt::AlignCenter, word);
            }
        }
    }
    if (m_rows.empty()) {
        painter.setPen(secondary);
        painter.drawText(area, Qt::AlignCenter, tr("Nobody was seen holding it in this time."));
    }

    painter.setPen(secondary);
    const qint64 from = m_period.from.toMSecsSinceEpoch();
    const qint64 to = m_period.to.toMSecsSinceEpoch();
    const int width = fontMetrics().horizontalAdvance(history_words::time(m_period.to, to - from)) * 3 / 2;
    for (const qint64 time : chart_scale::roundTimes(from, to, std::max(2, static_cast<int>(area.width()) / std::max(40, width)))) {
        const double x = area.left() + area.width() * double(time - from) / double(std::max<qint64>(1, to - from));
        const QString text = history_words::time(QDateTime::fromMSecsSinceEpoch(time), to - from);
        const QRectF place(x - width, area.bottom() + 2, 2 * width, fontMetrics().height());
        if (x + fontMetrics().horizontalAdvance(text) / 2.0 < this->width() && x - fontMetrics().horizontalAdvance(text) / 2.0 > area.left() - margin)
            painter.drawText(place, Qt::AlignCenter, text);
    }
}

QString HistoryHoldersChart::textOf(qsizetype bar) const
{
    const HistoryHolding &holding = m_holders.holdings.at(bar);
    const Row &row = m_rows[static_cast<size_t>(rowOf(bar))];
    QString text = tr("%1: %2, %3, %4", "when: owner, verdict, addresses")
                       .arg(history_words::period(holding.period), row.owner, verdictLabel(holding.state->assessment->verdict),
                            labels::addresses(*holding.state->listener));
    if (!row.details.isEmpty())
        text += QStringLiteral(" · ") + row.details;
    text += QStringLiteral(" · ")
        + tr("seen from %1 to %2").arg(history_words::time(holding.state->firstSeen),
                                        holding.open ? tr("now") : history_words::time(std::max(holding.state->lastSeen, holding.period.to)));
    return text;
}

void HistoryHoldersChart::describe()
{
    QStringList texts;
    if (m_rows.empty())
        texts += tr("Nobody was seen holding it in this time.");
    else
        texts += tr("Port %1: %n owner(s) in this time.", nullptr, rowCount()).arg(m_port);
    if (m_chosen)
        texts += textOf(*m_chosen);
    setAccessibleDescription(texts.join(QLatin1Char(' ')));
}

void HistoryHoldersChart::choose(std::optional<qsizetype> bar)
{
    if (bar == m_chosen)
        return;
    m_chosen = bar;
    describe();
    update();
    Q_EMIT barChanged(bar ? textOf(*bar) : QString());
}

int HistoryHoldersChart::rowOf(qsizetype bar) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (std::ranges::find(m_rows[static_cast<size_t>(row)].bars, bar) != m_rows[static_cast<size_t>(row)].bars.end())
            return row;
    }
    return 0;
}

std::optional<qsizetype> HistoryHoldersChart::barAt(const QPointF &point) const
{
    for (int row = 0; row < rowCount(); ++row) {
        for (const qsizetype bar : m_rows[static_cast<size_t>(row)].bars) {
            if (rectOf(row, m_holders.holdings.at(bar).period).adjusted(-1, -4, 1, 4).contains(point))
                return bar;
        }
    }
    return std::nullopt;
}

void HistoryHoldersChart::keyPressEvent(QKeyEvent *event)
{
    const qsizetype count = m_holders.holdings.size();
    qsizetype next = -1;
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Up:
        next = m_chosen ? std::max<qsizetype>(0, *m_chosen - 1) : count - 1;
        break;
    case Qt::Key_Right:
    case Qt::Key_Down:
        next = m_chosen ? std::min(count - 1, *m_chosen + 1) : 0;
        break;
    case Qt::Key_Home:
        next = 0;
        break;
    case Qt::Key_End:
        next = count - 1;
        break;
    default:
        QWidget::keyPressEvent(event);
        return;
    }
    if (count == 0)
        return;
    choose(next);
    Q_EMIT rowWanted(QRect(0, rowOf(next) * rowHeight(), 1, rowHeight()));
}

void HistoryHoldersChart::mouseMoveEvent(QMouseEvent *event)
{
    if (const auto bar = barAt(event->position()))
        choose(bar);
}

void HistoryHoldersChart::mousePressEvent(QMouseEvent *event)
{
    choose(barAt(event->position()));
    QWidget::mousePressEvent(event);
}

void HistoryHoldersChart::leaveEvent(QEvent *event)
{
    if (!hasFocus())
        choose(std::nullopt);
    QWidget::leaveEvent(event);
}

void HistoryHoldersChart::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

} // namespace portolan
