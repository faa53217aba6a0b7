// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/connections_view.h"

#include "inspector/connection_model.h"

#include <QHeaderView>
#include <QLabel>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QVBoxLayout>

namespace portolan {

namespace {

class ByValue : public QSortFilterProxyModel
{
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

protected:
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override
    {
        const auto *model = static_cast<const ConnectionModel *>(sourceModel());
        return ConnectionModel::lessThan(model->connectionAt(left.row()), model->connectionAt(right.row()),
                                         left.column());
    }
};

} // namespace

ConnectionsView::ConnectionsView(QWidget *parent)
    : QWidget(parent)
    , m_counts(new QLabel)
    , m_model(new ConnectionModel(this))
{
    m_counts->setObjectName(QStringLiteral("connectionCounts"));
    m_counts->setTextFormat(Qt::PlainText);
    m_counts->setWordWrap(true);
    m_counts->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *sorted = new ByValue(this);
    sorted->setSourceModel(m_model);
    auto *table = new QTableView;
    table->setObjectName(QStringLiteral("connections"));
    table->setAccessibleName(tr("Connections"));
    table->setModel(sorted);
    table->setSortingEnabled(true);
    table->sortByColumn(ConnectionModel::RemoteColumn, Qt::AscendingOrder);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setTabKeyNavigation(false);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setFrameShape(QFrame::NoFrame);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(table->fontMetrics().height() + 6);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setMinimumSectionSize(40);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    table->setMinimumHeight(60);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 4, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_counts);
    layout->addWidget(table, 1);
    clear();
}

void ConnectionsView::showSample(const ConnectionSample &sample)
{
    const QString counts = tr("%1, %2", "how many to this port, how many others")
                               .arg(tr("%n connection(s) to this port", nullptr, sample.toListener),
                                    tr("%n other(s)", nullptr, sample.others));
    m_counts->setText(sample.complete ? counts : tr("%1, as far as they may be seen").arg(counts));
    m_model->setConnections(sample.connections);
}

void ConnectionsView::clear()
{
    m_counts->setText(tr("Not read yet"));
    m_model->setConnections({});
}

} // namespace portolan
