// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/connections_view.h"

#include "inspector/connection_model.h"
#include "inspector/row_table.h"
#include "theme/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace portolan {

namespace {

/// Sorts the rows of a KeyedRows model by value.
template<typename Model>
class ByValue : public QSortFilterProxyModel
{
public:
    ByValue(Model *model, QObject *parent)
        : QSortFilterProxyModel(parent)
    {
        setSourceModel(model);
    }

protected:
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override
    {
        const auto *model = static_cast<const Model *>(sourceModel());
        return Model::lessThan(model->rowAt(left.row()), model->rowAt(right.row()), left.column());
    }
};

/// "3 connections to this port: 2 established, 1 closing; 4 others of its process"
QString countsText(const ConnectionSample &sample)
{
    if (sample.coverage == ConnectionCoverage::Unreadable)
        return ConnectionsView::tr("The connections may not be read.");
    QString text = ConnectionsView::tr("%Ln connection(s) to this port", nullptr, sample.toListener);
    if (const QString states = connectionStatesText(sample.byState); !states.isEmpty())
        text = ConnectionsView::tr("%1: %2", "how many connections, and in which states").arg(text, states);
    if (sample.others) {
        text = ConnectionsView::tr("%1; %2", "connections to this port, and others")
                   .arg(text, ConnectionsView::tr("%Ln other(s) of its process", nullptr, *sample.others));
    }
    if (sample.traffic && (sample.toListener > 0 || *sample.traffic != Traffic())) {
        text = ConnectionsView::tr("%1; received %2, sent %3", "connections, and the traffic on those to this port")
                   .arg(text, trafficRateText(sample.traffic->received, sample.trafficTime), trafficRateText(sample.traffic->sent, sample.trafficTime));
    }
    return text;
}

/// What the counts and the table leave out.
QString noteText(const FocusDetails &details, bool byAddress)
{
    const ConnectionSample &sample = details.connections;
    if (sample.coverage == ConnectionCoverage::Unreadable)
        return {};
    QStringList notes;
    const QLocale locale;
    const qsizetype listed = byAddress ? sample.remotes.size() : sample.connections.size();
    const qsizetype all = byAddress ? sample.remoteAddresses : sample.toListener + sample.others.value_or(0);
    if (all > listed) {
        notes += (byAddress ? ConnectionsView::tr("%1 of %2 addresses are listed.") : ConnectionsView::tr("%1 of %2 are listed."))
                     .arg(locale.toString(listed), locale.toString(all));
    }
    if (sample.coverage == ConnectionCoverage::Partial)
        notes += ConnectionsView::tr("They changed while they were read: there may be more.");
    if (!sample.others)
        notes += ConnectionsView::tr("Other connections of its process are not counted.");
    if (details.slowedTo) {
        notes += ConnectionsView::tr("Read every %n s, since it takes so long.", nullptr,
                                     int(std::chrono::ceil<std::chrono::seconds>(*details.slowedTo).count()));
    }
    return notes.join(QLatin1Char(' '));
}

QString emptyText(const FocusDetails &details)
{
    if (details.connections.coverage == ConnectionCoverage::Unreadable) {
        return ConnectionsView::tr("It listens in another network namespace, of which no process can be read.\n"
                                   "Started as the administrator, Portolan can see its connections.");
    }
    if (details.listener->transport() == Transport::Udp) {
        return ConnectionsView::tr("Nobody shows as connected.\n"
                                   "UDP knows no connections: who only sends to this port leaves no trace here.");
    }
    return ConnectionsView::tr("Nobody is connected now.");
}

template<typename Model>
RowTable *makeTable(const QString &objectName, const QString &accessibleName, Model *model, QWidget *parent)
{
    auto *table = new RowTable(objectName, accessibleName, new ByValue<Model>(model, parent), parent);
    table->setSortingEnabled(true);
    table->horizontalHeader()->setMinimumSectionSize(40);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    table->setMinimumHeight(60);
    return table;
}

QLabel *makeLabel(const QString &objectName)
{
    auto *label = new QLabel;
    label->setObjectName(objectName);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

ConnectionsView::ConnectionsView(QWidget *parent)
    : QWidget(parent)
    , m_counts(makeLabel(QStringLiteral("connectionCounts")))
    , m_note(makeLabel(QStringLiteral("connectionNote")))
    , m_grouping(new QComboBox)
    , m_pages(new QStackedWidget)
    , m_empty(makeLabel(QStringLiteral("noConnections")))
    , m_connections(new ConnectionModel(this))
    , m_remotes(new RemoteAddressModel(this))
{
    RowTable *each = makeTable(QStringLiteral("connections"), tr("Connections"), m_connections, this);
    each->sortByColumn(ConnectionModel::RemoteColumn, Qt::AscendingOrder);
    RowTable *remotes = makeTable(QStringLiteral("remoteAddresses"), tr("Remote addresses"), m_remotes, this);
    remotes->sortByColumn(RemoteAddressModel::ConnectionsColumn, Qt::DescendingOrder);
    m_empty->setAlignment(Qt::AlignCenter);
    m_pages->insertWidget(EachPage, each);
    m_pages->insertWidget(AddressesPage, remotes);
    m_pages->insertWidget(EmptyPage, m_empty);

    m_grouping->setObjectName(QStringLiteral("connectionGrouping"));
    m_grouping->setAccessibleName(tr("How connections are listed"));
    m_grouping->insertItem(EachPage, tr("Each"));
    m_grouping->insertItem(AddressesPage, tr("By address"));
    connect(m_grouping, &QComboBox::currentIndexChanged, this, &ConnectionsView::showPage);

    auto *top = new QHBoxLayout;
    top->addWidget(m_counts, 1);
    top->addWidget(m_grouping, 0, Qt::AlignTop);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 4, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(top);
    layout->addWidget(m_note);
    layout->addWidget(m_pages, 1);
    colorNote();
    clear();
}

void ConnectionsView::showDetails(const FocusDetails &details)
{
    m_details = details;
    m_connections->setRows(details.connections.connections);
    m_remotes->setRows(details.connections.remotes);
    showPage();
}

void ConnectionsView::clear()
{
    m_details.reset();
    m_connections->setRows({});
    m_remotes->setRows({});
    showPage();
}

void ConnectionsView::showPage()
{
    m_grouping->setVisible(m_connections->rowCount() > 0);
    const bool byAddress = m_grouping->currentIndex() == AddressesPage;
    m_counts->setText(m_details ? countsText(m_details->connections) : tr("Not read yet"));
    const QString note = m_details ? noteText(*m_details, byAddress) : QString();
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    m_empty->setText(m_details ? emptyText(*m_details) : QString());
    const bool empty = byAddress ? m_remotes->rowCount() == 0 : m_connections->rowCount() == 0;
    m_pages->setCurrentIndex(empty ? EmptyPage : m_grouping->currentIndex());
}

void ConnectionsView::colorNote()
{
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, theme::secondaryText(palette()));
    m_note->setPalette(colors);
}

void ConnectionsView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        colorNote();
}

} // namespace portolan
