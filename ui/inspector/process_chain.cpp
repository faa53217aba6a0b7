// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/process_chain.h"

#include "inspector/chip.h"
#include "inspector/plain.h"

#include <QEvent>
#include <QLabel>
#include <QStyle>

#include <algorithm>

namespace portolan {

namespace {

constexpr int gap = 4;

QString arrow(Qt::LayoutDirection direction)
{
    return direction == Qt::RightToLeft ? QStringLiteral("\u2039") : QStringLiteral("\u203a");
}

} // namespace

ProcessChain::ProcessChain(QWidget *parent)
    : QWidget(parent)
    , m_left(new QLabel(this))
{
    setObjectName(QStringLiteral("processChain"));
    setAccessibleName(tr("Started by"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_left->setTextFormat(Qt::PlainText);
    m_left->setText(QStringLiteral("…"));
    m_left->setObjectName(QStringLiteral("leftOut"));
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
    for (const Step &step : std::as_const(m_steps)) {
        step.chip->hide();
        step.chip->deleteLater();
        step.arrow->hide();
        step.arrow->deleteLater();
    }
    m_steps.clear();
    for (qsizetype i = 0; i < chain.size(); ++i)
        addStep(i);
    updateGeometry();
    arrange();
}

void ProcessChain::addStep(qsizetype place)
{
    const Ancestor &each = m_shown.at(place);
    const QString pid = QString::number(each.key.pid);
    auto *chip = new Chip(this);
    chip->setText(tr("%1 %2", "program name and pid").arg(each.name, pid));
    chip->setCurrent(place == m_shown.size() - 1);
    const QString tip = place > 0 ? tr("%1, pid %2, started by %3").arg(each.name, pid, m_shown.at(place - 1).name)
        : m_shown.size() > 1      ? tr("%1, pid %2").arg(each.name, pid)
                                  : tr("%1, pid %2; its parents are not known").arg(each.name, pid);
    chip->setToolTip(plain::toolTip(tip));
    auto *mark = new QLabel(arrow(layoutDirection()), this);
    mark->setTextFormat(Qt::PlainText);
    m_steps.append({ chip, mark });
}

int ProcessChain::widthOf(const Step &step)
{
    return step.chip->sizeHint().width() + step.arrow->sizeHint().width() + 2 * gap;
}

void ProcessChain::arrange()
{
    // The process and its nearest parents say most; then the first of all.
    const qsizetype count = m_steps.size();
    qsizetype nearest = count;
    int room = width();
    bool first = true;
    if (sizeHint().width() <= room) {
        nearest = 0;
    } else {
        const int arrowWidth = m_steps.first().arrow->sizeHint().width();
        room -= m_left->sizeHint().width() + arrowWidth + 2 * gap;
        nearest = count - 1;
        room -= widthOf(m_steps.last());
        first = count > 1 && widthOf(m_steps.first()) <= room;
        if (first)
            room -= widthOf(m_steps.first());
        while (nearest > (first ? 1 : 0) && widthOf(m_steps.at(nearest - 1)) <= room)
            room -= widthOf(m_steps.at(--nearest));
    }

    // The ones left out are neighbours; the sign takes the place of the first of them.
    QList<QWidget *> line;
    QStringList leftOut;
    for (qsizetype i = 0; i < count; ++i) {
        const Step &step = m_steps.at(i);
        const bool shown = i >= nearest || (i == 0 && first);
        const bool stands = shown || leftOut.isEmpty();
        if (!shown)
            leftOut.append(step.chip->accessibleName());
        step.chip->setVisible(shown);
        step.arrow->setVisible(stands && !line.isEmpty());
        if (stands && !line.isEmpty())
            line.append(step.arrow);
        if (stands)
            line.append(shown ? static_cast<QWidget *>(step.chip) : m_left);
    }
    m_left->setVisible(!leftOut.isEmpty());
    m_left->setToolTip(plain::toolTip(leftOut));
    m_left->setAccessibleName(leftOut.join(QLatin1String(", ")));

    int x = 0;
    for (QWidget *widget : std::as_const(line)) {
        const QSize hint = widget->sizeHint();
        const QRect place(x, (height() - hint.height()) / 2, std::min(hint.width(), std::max(width() - x, 1)), hint.height());
        widget->setGeometry(QStyle::visualRect(layoutDirection(), rect(), place));
        x += place.width() + gap;
    }
}

QSize ProcessChain::sizeHint() const
{
    int wide = 0;
    for (const Step &step : m_steps)
        wide += widthOf(step);
    return { wide, Chip().sizeHint().height() };
}

QSize ProcessChain::minimumSizeHint() const
{
    return { 60, sizeHint().height() };
}

void ProcessChain::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void ProcessChain::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        updateGeometry();
        arrange();
    }
}

} // namespace portolan
