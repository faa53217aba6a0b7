// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/process_chain.h"

#include "inspector/chip.h"
#include "inspector/flow_layout.h"
#include "inspector/plain.h"

#include <QLabel>

#include <algorithm>

namespace portolan {

namespace {

/// Deeper chains show their two ends.
constexpr int shownAtMost = 12;

} // namespace

ProcessChain::ProcessChain(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("processChain"));
    setAccessibleName(tr("Started by"));
    new FlowLayout(this);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ProcessChain::showProcess(const ProcessInfo *process)
{
    QList<Ancestor> chain;
    if (process) {
        chain = process->ancestors;
        std::reverse(chain.begin(), chain.end());
        chain.append({ process->key, process->shownName() });
    }
    setVisible(!chain.isEmpty());
    if (chain == m_shown)
        return;
    m_shown = chain;
    while (QLayoutItem *item = layout()->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    const auto addSeparator = [this](const QString &text) {
        auto *separator = new QLabel(text);
        separator->setTextFormat(Qt::PlainText);
        separator->setMinimumHeight(Chip().sizeHint().height());
        layout()->addWidget(separator);
    };
    const int left = int(chain.size()) - shownAtMost;
    for (int i = 0; i < chain.size(); ++i) {
        if (left > 0 && i >= 2 && i < 2 + left) {
            if (i == 2)
                addSeparator(QStringLiteral("\u203a …"));
            continue;
        }
        if (i > 0)
            addSeparator(layoutDirection() == Qt::RightToLeft ? QStringLiteral("\u2039") : QStringLiteral("\u203a"));
        const Ancestor &each = chain.at(i);
        auto *chip = new Chip;
        chip->setText(tr("%1 %2", "program name and pid").arg(each.name, QString::number(each.key.pid)));
        chip->setCurrent(i == chain.size() - 1);
        chip->setToolTip(plain::toolTip(i == 0 && chain.size() > 1
                                            ? tr("%1, pid %2").arg(each.name, QString::number(each.key.pid))
                                            : i == 0 ? tr("%1, pid %2; its parents are not known")
                                                           .arg(each.name, QString::number(each.key.pid))
                                                     : tr("%1, pid %2, started by %3")
                                                           .arg(each.name, QString::number(each.key.pid), chain.at(i - 1).name)));
        layout()->addWidget(chip);
    }
}

} // namespace portolan
