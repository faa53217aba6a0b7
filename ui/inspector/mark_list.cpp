// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/mark_list.h"

#include "inspector/chip.h"
#include "inspector/plain.h"
#include "inspector/text_block.h"

#include <QVBoxLayout>

namespace portolan {

namespace {

constexpr int longestAligned = 20; // characters

} // namespace

MarkList::MarkList(QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Marks"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
}

void MarkList::showMarks(const Knowledge &knowledge, quint16 port, Marks marks)
{
    struct Row
    {
        Mark mark;
        QString reason;
    };
    QList<Row> rows;
    QStringList lines;
    for (const Mark mark : allMarks()) {
        if (!marks.testFlag(mark))
            continue;
        rows.append({ mark, knowledge.markReason(port, mark) });
        lines += QStringLiteral("%1: %2").arg(markLabel(mark), rows.last().reason);
    }
    setVisible(!rows.isEmpty());
    if (lines == m_lines)
        return;
    m_lines = lines;

    while (QLayoutItem *item = layout()->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
    int widest = 0;
    QList<Chip *> chips;
    for (const Row &row : std::as_const(rows)) {
        auto *line = new QWidget;
        auto *lineLayout = new QHBoxLayout(line);
        lineLayout->setContentsMargins(0, 0, 0, 0);
        auto *chip = new Chip;
        chip->setText(markLabel(row.mark));
        chip->setToolTip(plain::toolTip(markMeaning(row.mark)));
        chip->setAccessibleDescription(row.reason);
        chip->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
        auto *reason = new TextBlock;
        reason->setText(row.reason, TextStyle::Secondary);
        lineLayout->addWidget(chip, 0, Qt::AlignTop);
        lineLayout->addWidget(reason, 1);
        layout()->addWidget(line);
        chips.append(chip);
        widest = std::max(widest, chip->sizeHint().width());
    }
    // The reasons stand in one column, unless a mark has a long name in this language.
    if (widest <= longestAligned * fontMetrics().averageCharWidth()) {
        for (Chip *chip : std::as_const(chips))
            chip->setFixedWidth(widest);
    }
}

} // namespace portolan
