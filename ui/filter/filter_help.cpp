// SPDX-License-Identifier: GPL-3.0-or-later
#include "filter/filter_help.h"

#include "filter/filter_keys.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace portolan {

FilterHelp::FilterHelp(QWidget *parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("filterHelp"));
    setWindowTitle(tr("The filter language"));
    auto *how = new QLabel(
        tr("Words are looked for in port, service, owner, user, unit, container, package, program, command line, addresses and your notes. "
           "A number is a port. Several terms must all hold. A “-” in front leaves out what a term finds, as in -loopback. "
           "Commas mean “or”, as in port:22,80. Quotation marks keep spaces together, as in owner:\"web server\". "
           "Values out of a list may be shortened, as in verdict:inv. "
           "portolan-cli understands the same language, after --filter."));
    how->setTextFormat(Qt::PlainText);
    how->setWordWrap(true);

    auto *terms = new QTreeWidget;
    terms->setObjectName(QStringLiteral("filterTerms"));
    terms->setAccessibleName(tr("Terms"));
    terms->setHeaderLabels({ tr("Example"), tr("Finds"), tr("Values") });
    terms->setRootIsDecorated(false);
    terms->setUniformRowHeights(true);
    terms->setAlternatingRowColors(true);
    for (const FilterKey &key : filterKeys()) {
        auto *row = new QTreeWidgetItem(terms, { key.example, filterKeyText(key), key.values.join(QLatin1String(", ")) });
        row->setToolTip(2, row->text(2));
    }
    terms->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    terms->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    terms->setCurrentItem(terms->topLevelItem(0));

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QPushButton *insert = buttons->addButton(tr("&Add to the filter"), QDialogButtonBox::ActionRole);
    insert->setObjectName(QStringLiteral("addTerm"));
    insert->setDefault(true);
    const auto wanted = [this, terms] {
        if (const QTreeWidgetItem *row = terms->currentItem())
            Q_EMIT termWanted(row->text(0));
    };
    connect(insert, &QPushButton::clicked, this, wanted);
    connect(terms, &QTreeWidget::itemDoubleClicked, this, wanted);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *column = new QVBoxLayout(this);
    column->addWidget(how);
    column->addWidget(terms, 1);
    column->addWidget(buttons);
    resize(760, 560);
    terms->setFocus();
}

} // namespace portolan
