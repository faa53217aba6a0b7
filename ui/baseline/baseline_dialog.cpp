// SPDX-License-Identifier: GPL-3.0-or-later
#include "baseline/baseline_dialog.h"

#include "baseline/baseline_model.h"
#include "inspector/row_table.h"
#include "theme/theme.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QShortcut>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace portolan {

namespace {

QLabel *paragraph(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

} // namespace

BaselineDialog::BaselineDialog(BaselineStore *store, QWidget *parent)
    : QDialog(parent)
    , m_store(store)
    , m_model(new BaselineModel(this))
    , m_sorted(new QSortFilterProxyModel(this))
{
    setObjectName(QStringLiteral("baselineDialog"));
    setWindowTitle(tr("Baseline"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(BaselineModel::SortRole);
    m_sorted->setSortLocaleAware(true);
    build();
    connect(store, &BaselineStore::changed, this, &BaselineDialog::showBaseline);
    connect(store, &BaselineStore::earlierListed, this, &BaselineDialog::fillEarlier);
    showBaseline();
    // Another window or program may have changed it.
    store->load();
}

void BaselineDialog::build()
{
    m_sentence = paragraph(QString(), this);
    m_sentence->setObjectName(QStringLiteral("baselineSentence"));

    m_table = new RowTable(QStringLiteral("baselineTable"), tr("What was accepted as normal"), m_sorted, this);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(static_cast<int>(BaselineColumn::Port), Qt::AscendingOrder);
    QHeaderView *header = m_table->horizontalHeader();
    header->setStretchLastSection(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    const auto width = [this](const QString &sample) { return fontMetrics().horizontalAdvance(sample) + 4 * fontMetrics().averageCharWidth(); };
    header->resizeSection(static_cast<int>(BaselineColumn::State), width(tr("– not here")));
    header->resizeSection(static_cast<int>(BaselineColumn::User), width(m_model->headerData(static_cast<int>(BaselineColumn::User), Qt::Horizontal).toString() + QLatin1Char('n')));
    header->resizeSection(static_cast<int>(BaselineColumn::Port), width(QStringLiteral("000000")));
    header->resizeSection(static_cast<int>(BaselineColumn::Protocol), width(m_model->headerData(static_cast<int>(BaselineColumn::Protocol), Qt::Horizontal).toString()));
    header->setSectionResizeMode(static_cast<int>(BaselineColumn::Program), QHeaderView::Stretch);
    header->resizeSection(static_cast<int>(BaselineColumn::Reachable), width(tr("Reachable from")));
    header->resizeSection(static_cast<int>(BaselineColumn::Accepted), width(QLocale().toString(QDateTime::currentDateTime(), QLocale::ShortFormat)));
    connect(m_table, &QAbstractItemView::activated, this, [this](const QModelIndex &index) {
        Q_EMIT portActivated(m_model->entry(m_sorted->mapToSource(index).row())->listener->port());
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &BaselineDialog::showActions);

    auto *empty = new QWidget(this);
    auto *emptyColumn = new QVBoxLayout(empty);
    QLabel *const teach = paragraph(tr("Nothing is accepted as normal yet.\n\n"
                                       "When you know that all is well on this machine, accept what is here now. From then on the line above the "
                                       "table counts what came besides and what changed, “is:new” and “is:changed” in the filter show it, and you "
                                       "are told when a port that you accepted is held by another program, another user or a changed file.\n\n"
                                       "A single listener is accepted from its row's menu, or with Ctrl+B."),
                                    empty);
    teach->setObjectName(QStringLiteral("baselineEmpty"));
    m_acceptFirst = new QPushButton(tr("&Accept what is here now…"), empty);
    emptyColumn->addStretch(1);
    emptyColumn->addWidget(teach);
    emptyColumn->addSpacing(8);
    emptyColumn->addWidget(m_acceptFirst, 0, Qt::AlignLeft);
    emptyColumn->addStretch(2);

    m_pages = new QStackedWidget(this);
    m_pages->addWidget(m_table);
    m_pages->addWidget(empty);

    const auto button = [this](const QString &text, const char *name) {
        auto *one = new QPushButton(text, this);
        one->setObjectName(QLatin1String(name));
        one->setAutoDefault(false);
        return one;
    };
    m_remove = button(tr("&Remove"), "baselineRemove");
    m_undo = button(tr("&Undo"), "baselineUndo");
    m_redo = button(tr("Re&do"), "baselineRedo");
    m_goBack = button(tr("&Go back to…"), "baselineGoBack");
    m_accept = button(tr("&Accept what is here now…"), "baselineAccept");
    m_earlier = new QMenu(m_goBack);
    m_goBack->setMenu(m_earlier);
    m_goBack->setEnabled(false);
    connect(m_remove, &QPushButton::clicked, this, &BaselineDialog::removeSelected);
    connect(m_undo, &QPushButton::clicked, m_store, &BaselineStore::undo);
    connect(m_redo, &QPushButton::clicked, m_store, &BaselineStore::redo);
    for (QPushButton *accept : { m_accept, m_acceptFirst }) {
        accept->setAutoDefault(false);
        connect(accept, &QPushButton::clicked, this, &BaselineDialog::acceptWholeWanted);
    }
    const auto shortcut = [this](const QKeySequence &keys, auto &&slot) { connect(new QShortcut(keys, this), &QShortcut::activated, this, slot); };
    shortcut(QKeySequence::Delete, [this] { removeSelected(); });
    shortcut(QKeySequence::Undo, [this] { m_store->undo(); });
    shortcut(QKeySequence::Redo, [this] { m_store->redo(); });

    auto *actions = new QHBoxLayout;
    for (QPushButton *one : { m_remove, m_undo, m_redo, m_goBack })
        actions->addWidget(one);
    actions->addStretch(1);
    actions->addWidget(m_accept);

    auto *close = new QDialogButtonBox(this);
    close->addButton(tr("&Close"), QDialogButtonBox::RejectRole)->setAutoDefault(false);
    connect(close, &QDialogButtonBox::rejected, this, &QDialog::close);

    auto *column = new QVBoxLayout(this);
    column->addWidget(m_sentence);
    column->addWidget(m_pages, 1);
    column->addLayout(actions);
    column->addWidget(close);
    resize(fontMetrics().averageCharWidth() * 140, fontMetrics().lineSpacing() * 28);
}

void BaselineDialog::setPicture(const Update &update)
{
    m_picture = update;
    m_picture->delta = {};
    m_model->setPicture(update);
    showSentence();
}

void BaselineDialog::setAcceptOffered(bool offered)
{
    m_accept->setEnabled(offered);
    m_acceptFirst->setEnabled(offered);
}

void BaselineDialog::showBaseline()
{
    m_model->setBaseline(m_store->baseline());
    const bool empty = m_store->baseline()->isEmpty();
    m_pages->setCurrentIndex(empty ? 1 : 0);
    m_sentence->setVisible(!empty);
    m_accept->setVisible(!empty);
    m_remove->setVisible(!empty);
    showSentence();
    showActions();
    m_store->listEarlier();
}

void BaselineDialog::showSentence()
{
    const Baseline &baseline = *m_store->baseline();
    QStringList sentences { tr("%n listener(s) are accepted as normal.", nullptr, static_cast<int>(baseline.accepted().size())) };
    if (baseline.wholeAt().isValid())
        sentences += tr("What came after %1 counts as new.").arg(QLocale().toString(baseline.wholeAt().toLocalTime(), QLocale::ShortFormat));
    else
        sentences += tr("Only single ones were accepted: nothing counts as new until you accept what is here now.");
    if (const int changed = m_model->count(Presence::Changed))
        sentences += tr("%n of them is not as it was accepted.", nullptr, changed);
    if (const int gone = m_model->count(Presence::NotHere))
        sentences += tr("%n of them is not here now.", nullptr, gone);
    m_sentence->setText(sentences.join(QLatin1Char(' ')));
}

void BaselineDialog::showActions()
{
    m_remove->setEnabled(m_table->selectionModel()->hasSelection());
    m_undo->setEnabled(m_store->canUndo());
    m_redo->setEnabled(m_store->canRedo());
}

void BaselineDialog::removeSelected()
{
    QList<AcceptedPtr> entries;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows())
        entries += m_model->entry(m_sorted->mapToSource(index).row());
    if (!entries.isEmpty())
        m_store->remove(entries);
}

void BaselineDialog::fillEarlier(const QList<EarlierBaseline> &earlier)
{
    m_earlier->clear();
    for (const EarlierBaseline &one : earlier) {
        if (one.baseline->isEmpty())
            continue;
        m_earlier->addAction(tr("until %1: %n listener(s)", "an earlier baseline", static_cast<int>(one.baseline->accepted().size()))
                                 .arg(QLocale().toString(one.replacedAt.toLocalTime(), QLocale::ShortFormat)),
                             this, [this, one] { m_store->goBackTo(one); });
    }
    m_goBack->setEnabled(!m_earlier->isEmpty());
}

} // namespace portolan
