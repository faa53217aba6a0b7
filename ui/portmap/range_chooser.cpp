// SPDX-License-Identifier: GPL-3.0-or-later
#include "portmap/range_chooser.h"

#include "text/text.h"
#include "theme/text_field.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QSignalBlocker>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace portolan {

namespace {

constexpr int rangeRole = Qt::UserRole;
constexpr qsizetype nameLength = 60;
constexpr std::array kinds { KnownRange::Kind::Numbering, KnownRange::Kind::Malware, KnownRange::Kind::Game, KnownRange::Kind::Service };

QString kindLabel(KnownRange::Kind kind)
{
    switch (kind) {
    case KnownRange::Kind::Numbering:
        return RangeChooser::tr("Kinds of port numbers");
    case KnownRange::Kind::Malware:
        return RangeChooser::tr("Malware");
    case KnownRange::Kind::Game:
        return RangeChooser::tr("Games");
    case KnownRange::Kind::Service:
        break;
    }
    return RangeChooser::tr("Programs and services");
}

} // namespace

RangeChooser::RangeChooser(QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_search(new TextField(this))
    , m_tree(new QTreeWidget(this))
{
    setObjectName(QStringLiteral("rangeChooser"));
    setFrameShape(QFrame::StyledPanel);
    setWindowTitle(tr("Known ranges"));
    setAccessibleName(tr("Known ranges"));
    m_search->setObjectName(QStringLiteral("rangeSearch"));
    m_search->setAccessibleName(tr("Find a range"));
    m_search->setPlaceholderText(tr("Find a range by name or port"));
    m_search->setClearButtonEnabled(true);
    m_tree->setObjectName(QStringLiteral("rangeTree"));
    m_tree->setAccessibleName(tr("Known ranges"));
    m_tree->setColumnCount(2);
    m_tree->setHeaderHidden(true);
    m_tree->setUniformRowHeights(true);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    auto *all = new QPushButton(tr("&All"), this);
    auto *none = new QPushButton(tr("&None"), this);
    auto *usual = new QPushButton(tr("As &usual"), this);
    all->setObjectName(QStringLiteral("rangesAll"));
    none->setObjectName(QStringLiteral("rangesNone"));
    usual->setObjectName(QStringLiteral("rangesUsual"));
    usual->setToolTip(tr("All but the widest, which would hide the others"));

    auto *column = new QVBoxLayout(this);
    column->addWidget(m_search);
    column->addWidget(m_tree, 1);
    auto *row = new QHBoxLayout;
    for (QPushButton *button : { all, none, usual })
        row->addWidget(button);
    row->addStretch(1);
    column->addLayout(row);

    connect(m_search, &QLineEdit::textChanged, this, &RangeChooser::filter);
    connect(m_tree, &QTreeWidget::itemChanged, this, &RangeChooser::take);
    connect(m_tree, &QTreeWidget::itemActivated, this, [this](const QTreeWidgetItem *item) {
        const int index = item->data(0, rangeRole).toInt();
        if (item->parent()) {
            hide();
            Q_EMIT rangeWanted(m_ranges.at(index).from, m_ranges.at(index).to);
        }
    });
    connect(all, &QPushButton::clicked, this, [this] { setAll(true); });
    connect(none, &QPushButton::clicked, this, [this] { setAll(false); });
    connect(usual, &QPushButton::clicked, this, &RangeChooser::reset);
}

void RangeChooser::setRanges(const QList<PortGround::Patch> &patches, const QSet<QString> &toggled)
{
    const QSignalBlocker silence(m_tree);
    m_toggled = toggled;
    m_ranges.clear();
    m_tree->clear();
    for (const PortGround::Patch &patch : patches)
        m_ranges.append(patch.range);
    std::ranges::stable_sort(m_ranges, {}, &KnownRange::from);
    for (const KnownRange::Kind kind : kinds) {
        auto *group = new QTreeWidgetItem(m_tree, { kindLabel(kind) });
        group->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable | Qt::ItemIsAutoTristate);
        for (int i = 0; i < m_ranges.size(); ++i) {
            const KnownRange &range = m_ranges.at(i);
            if (range.kind != kind)
                continue;
            const QString ports = tr("%1–%2", "first and last port of a range").arg(QString::number(range.from), QString::number(range.to));
            auto *item = new QTreeWidgetItem(group, { text::visible(range.name, nameLength), ports });
            item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable | Qt::ItemNeverHasChildren);
            item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
            item->setData(0, rangeRole, i);
        }
        group->setExpanded(kind != KnownRange::Kind::Service);
    }
    tick();
}

void RangeChooser::tick()
{
    const QSignalBlocker silence(m_tree);
    for (int group = 0; group < m_tree->topLevelItemCount(); ++group) {
        QTreeWidgetItem *parent = m_tree->topLevelItem(group);
        for (int i = 0; i < parent->childCount(); ++i) {
            const KnownRange &range = m_ranges.at(parent->child(i)->data(0, rangeRole).toInt());
            const bool shown = range.isShownByDefault() != m_toggled.contains(range.id);
            parent->child(i)->setCheckState(0, shown ? Qt::Checked : Qt::Unchecked);
        }
    }
    // Groups follow their ranges while signals are blocked, but do not draw it.
    m_tree->viewport()->update();
}

void RangeChooser::take(QTreeWidgetItem *item)
{
    // A group that is ticked changes its ranges, which come here one by one.
    if (!item->parent())
        return;
    const KnownRange &range = m_ranges.at(item->data(0, rangeRole).toInt());
    const bool shown = item->checkState(0) == Qt::Checked;
    const qsizetype before = m_toggled.size();
    if (shown == range.isShownByDefault())
        m_toggled.remove(range.id);
    else
        m_toggled.insert(range.id);
    if (m_toggled.size() != before)
        Q_EMIT toggledChanged(m_toggled);
}

void RangeChooser::setAll(bool shown)
{
    m_toggled.clear();
    for (const KnownRange &range : std::as_const(m_ranges)) {
        if (range.isShownByDefault() != shown)
            m_toggled.insert(range.id);
    }
    tick();
    Q_EMIT toggledChanged(m_toggled);
}

void RangeChooser::reset()
{
    m_toggled.clear();
    tick();
    Q_EMIT toggledChanged(m_toggled);
}

void RangeChooser::filter(const QString &text)
{
    const QString wanted = text.trimmed();
    bool isPort = false;
    const ushort port = wanted.toUShort(&isPort);
    for (int group = 0; group < m_tree->topLevelItemCount(); ++group) {
        QTreeWidgetItem *parent = m_tree->topLevelItem(group);
        bool any = false;
        for (int i = 0; i < parent->childCount(); ++i) {
            const KnownRange &range = m_ranges.at(parent->child(i)->data(0, rangeRole).toInt());
            const bool fits = wanted.isEmpty() || range.name.contains(wanted, Qt::CaseInsensitive) || (isPort && range.covers(port));
            parent->child(i)->setHidden(!fits);
            any = any || fits;
        }
        parent->setHidden(!any);
        if (!wanted.isEmpty())
            parent->setExpanded(any);
    }
}

void RangeChooser::popUpBelow(QWidget *button)
{
    const int letter = fontMetrics().averageCharWidth();
    const QRect available = button->screen()->availableGeometry();
    resize(QSize(letter * 52, fontMetrics().height() * 26).boundedTo(available.size()));
    QPoint at = button->mapToGlobal(QPoint(button->width() - width(), button->height()));
    at.setX(std::clamp(at.x(), available.left(), std::max(available.left(), available.right() - width())));
    at.setY(std::clamp(at.y(), available.top(), std::max(available.top(), available.bottom() - height())));
    move(at);
    show();
    m_search->setFocus(Qt::PopupFocusReason);
}

} // namespace portolan
