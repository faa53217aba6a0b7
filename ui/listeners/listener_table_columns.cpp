// SPDX-License-Identifier: GPL-3.0-or-later
#include "assess/verdict.h"
#include "listeners/listener_delegate.h"
#include "listeners/listener_table.h"
#include "listeners/table_header.h"
#include "models/listener_labels.h"

#include <QDataStream>
#include <QIODevice>
#include <QResizeEvent>

namespace portolan {

namespace {

constexpr int namespaceColumn = static_cast<int>(ListenerColumn::Namespace);

struct Width
{
    int least; ///< enough for what the column must show
    int wanted;
    int share; ///< of what is left over
    int floor = 0; ///< where not even the least has room: names and titles are cut, numbers are not
};

int longest(const QFontMetrics &metrics, const QStringList &texts)
{
    int width = 0;
    for (const QString &text : texts)
        width = std::max(width, metrics.horizontalAdvance(text));
    return width;
}

Width contentWidth(ListenerColumn column, const QFont &font)
{
    QFont heavy = font;
    heavy.setWeight(QFont::DemiBold);
    const QFontMetrics metrics(font);
    const QFontMetrics strong(heavy);
    const int unit = metrics.averageCharWidth();
    const auto fixed = [](int width) { return Width {width, width, 0}; };
    switch (column) {
    case ListenerColumn::State:
        return fixed(strong.horizontalAdvance(QStringLiteral("+")));
    case ListenerColumn::Port:
        return fixed(strong.horizontalAdvance(QStringLiteral("65535")));
    case ListenerColumn::Protocol:
        return fixed(metrics.horizontalAdvance(QStringLiteral("tcp")));
    case ListenerColumn::Verdict: {
        QStringList texts;
        for (const Verdict verdict : {Verdict::Expected, Verdict::Explained, Verdict::Unfamiliar, Verdict::Investigate})
            texts.append(QString(verdictGlyph(verdict)) + QLatin1Char(' ') + verdictLabel(verdict));
        return fixed(longest(strong, texts) + 2 * ListenerDelegate::chipMargin + 2);
    }
    case ListenerColumn::Registered:
        return {11 * unit, 15 * unit, 2};
    case ListenerColumn::Owner:
        return {9 * unit, 26 * unit, 4};
    case ListenerColumn::Pid:
        return fixed(metrics.horizontalAdvance(QStringLiteral("000000")));
    case ListenerColumn::Reachable: {
        QStringList texts;
        for (const Exposure exposure : {Exposure::Loopback, Exposure::Link, Exposure::Container, Exposure::Everywhere})
            texts.append(labels::exposure(exposure));
        const int width = longest(metrics, texts);
        return {width, std::max(width, 13 * unit), 1};
    }
    case ListenerColumn::User:
        return {5 * unit, 11 * unit, 1};
    case ListenerColumn::Since:
        return fixed(metrics.horizontalAdvance(labels::elapsed(59 * 60 * 1000)));
    case ListenerColumn::Processes:
        return fixed(4 * unit);
    case ListenerColumn::Unit:
        return {12 * unit, 20 * unit, 1};
    case ListenerColumn::Namespace:
        return {9 * unit, 14 * unit, 1};
    case ListenerColumn::Addresses:
    case ListenerColumn::PortMarks:
        return {14 * unit, 24 * unit, 1};
    case ListenerColumn::Description:
    case ListenerColumn::Executable:
    case ListenerColumn::CommandLine:
        break;
    }
    return {18 * unit, 34 * unit, 3};
}

} // namespace

void ListenerTable::setUpHeader()
{
    m_header->setSectionsMovable(true);
    m_header->setSectionsClickable(true);
    m_header->setHighlightSections(false);
    m_header->setStretchLastSection(true);
    m_header->setMinimumSectionSize(20);
    m_header->setContextMenuPolicy(Qt::CustomContextMenu);
    m_header->setAccessibleName(tr("Columns"));
    m_header->setSortIndicator(static_cast<int>(ListenerColumn::Port), Qt::AscendingOrder);
    setSortingEnabled(true);
    connect(m_header, &QWidget::customContextMenuRequested, this, &ListenerTable::showHeaderMenu);
    connect(m_header, &TableHeader::widthChosen, this, [this] { m_ownWidths = true; });
    resetColumns();
}

void ListenerTable::resetColumns()
{
    for (int logical = 0; logical < listenerColumnCount; ++logical) {
        m_header->moveSection(m_header->visualIndex(logical), logical);
        m_header->setSectionHidden(logical, static_cast<ListenerColumn>(logical) > ListenerColumn::Since);
    }
    m_header->setSectionHidden(namespaceColumn, !m_severalNamespaces);
    m_namespacesChosen = false;
    m_ownWidths = false;
    fitColumns();
    sortByColumn(static_cast<int>(ListenerColumn::Port), Qt::AscendingOrder);
}

void ListenerTable::setSeveralNamespaces(bool several)
{
    if (std::exchange(m_severalNamespaces, several) == several || m_namespacesChosen)
        return;
    m_header->setSectionHidden(namespaceColumn, !several);
    fitColumns();
}

void ListenerTable::fitColumns()
{
    if (m_ownWidths)
        return;
    std::array<Width, listenerColumnCount> widths {};
    int least = 0;
    int wanted = 0;
    int shares = 0;
    int floors = 0;
    for (int logical = 0; logical < listenerColumnCount; ++logical) {
        if (m_header->isSectionHidden(logical))
            continue;
        Width &width = widths[static_cast<size_t>(logical)];
        width = contentWidth(static_cast<ListenerColumn>(logical), font());
        const int title = logical == static_cast<int>(ListenerColumn::State) ? 0 : m_header->titleWidth(logical);
        const int margins = 2 * ListenerDelegate::sideMargin + 2;
        width.floor = (width.share > 0 ? std::min(width.least, 6 * fontMetrics().averageCharWidth()) : width.least) + margins;
        width.least = std::max(width.least + margins, title);
        if (logical == static_cast<int>(ListenerColumn::Port))
            width.least = std::max(width.least, title + m_header->arrowWidth() + 3);
        // In a narrow table the arrow of the sort order takes room of the title.
        width.wanted = std::max({width.wanted + margins, width.least,
                                 title > 0 ? title + m_header->arrowWidth() + 3 : 0});
        least += width.least;
        wanted += width.wanted;
        shares += width.share;
        floors += width.floor;
    }
    const int room = viewport()->width();
    for (int logical = 0; logical < listenerColumnCount; ++logical) {
        if (m_header->isSectionHidden(logical))
            continue;
        const Width &width = widths[static_cast<size_t>(logical)];
        int size = width.least;
        if (room >= wanted)
            size = width.wanted + (shares > 0 ? (room - wanted) * width.share / shares : 0);
        else if (room > least)
            size += (width.wanted - width.least) * (room - least) / (wanted - least);
        else if (room <= floors)
            size = width.floor;
        else if (least > floors)
            // Rounded up, so that the last column stays in sight.
            size -= ((width.least - width.floor) * (least - room) + least - floors - 1) / (least - floors);
        m_header->resizeSection(logical, size);
    }
}

void ListenerTable::resizeEvent(QResizeEvent *event)
{
    const QModelIndex current = currentIndex();
    const bool seen = current.isValid() && QRect(QPoint(), event->oldSize()).intersects(visualRect(current));
    QTableView::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        fitColumns();
    if (seen)
        scrollTo(current.siblingAtColumn(m_header->logicalIndexAt(0)));
}

QByteArray ListenerTable::saveColumns() const
{
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream << m_ownWidths << m_header->saveState() << m_namespacesChosen;
    return state;
}

bool ListenerTable::restoreColumns(const QByteArray &state)
{
    QDataStream stream(state);
    bool ownWidths = false;
    QByteArray columns;
    stream >> ownWidths >> columns;
    if (stream.status() != QDataStream::Ok || columns.isEmpty() || !m_header->restoreState(columns))
        return false;
    // A stored state could hide everything, or be from another version.
    if (m_header->count() != listenerColumnCount || m_header->hiddenSectionCount() >= listenerColumnCount) {
        resetColumns();
        return false;
    }
    m_header->setSectionsMovable(true);
    m_ownWidths = ownWidths;
    stream >> m_namespacesChosen;
    if (!m_namespacesChosen)
        m_header->setSectionHidden(namespaceColumn, !m_severalNamespaces);
    fitColumns();
    sortByColumn(m_header->sortIndicatorSection(), m_header->sortIndicatorOrder());
    return true;
}

} // namespace portolan
