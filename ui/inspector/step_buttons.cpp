// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/step_buttons.h"

#include "inspector/flow_layout.h"

#include <QPushButton>

namespace portolan {

StepButtons::StepButtons(QWidget *parent)
    : QWidget(parent)
{
    auto *layout = new FlowLayout(this);
    layout->setContentsMargins(0, 4, 0, 0);
    layout->setSpacing(6);
    setAccessibleName(tr("What you can do"));
    hide();
}

void StepButtons::setOffered(const QSet<NextStep> &steps)
{
    m_offered = steps;
    rebuild();
}

void StepButtons::setSteps(const QList<NextStep> &steps)
{
    m_steps = steps;
    rebuild();
}

QString StepButtons::label(NextStep step)
{
    switch (step) {
    case NextStep::RestartProgram:
        return tr("Copy restart command");
    case NextStep::KeepProgram:
        return tr("Save a copy of it…");
    case NextStep::LookAtFile:
        return tr("Show its file");
    case NextStep::StopProgram:
        return tr("Stop…");
    case NextStep::AskPort:
        return tr("Ask the port");
    case NextStep::ReadNote:
        return tr("Read the note");
    case NextStep::AcceptAsNormal:
        return tr("Accept as normal");
    case NextStep::SeeFully:
        return tr("See it fully");
    case NextStep::WriteNote:
        return tr("Write a note…");
    case NextStep::Nothing:
    case NextStep::ReinstallPackage:
    case NextStep::CloseToNetwork:
        return {};
    }
    Q_UNREACHABLE();
}

void StepButtons::rebuild()
{
    QList<NextStep> shown;
    for (const NextStep step : std::as_const(m_steps)) {
        if (m_offered.contains(step) && !label(step).isEmpty())
            shown += step;
    }
    if (shown == m_shown)
        return;
    m_shown = shown;
    QList<QPushButton *> old;
    while (QLayoutItem *item = layout()->takeAt(0)) {
        old += qobject_cast<QPushButton *>(item->widget());
        delete item;
    }
    for (const NextStep step : shown) {
        const QString name = label(step);
        const auto same = std::find_if(old.cbegin(), old.cend(), [&name](const QPushButton *button) { return button->accessibleName() == name; });
        if (same != old.cend()) {
            layout()->addWidget(*same);
            old.erase(same);
            continue;
        }
        auto *button = new QPushButton(name);
        button->setAccessibleName(name);
        connect(button, &QPushButton::clicked, this, [this, step] { Q_EMIT stepWanted(step); });
        layout()->addWidget(button);
    }
    // A button may be among those that go because it was clicked.
    for (QPushButton *button : old) {
        button->hide();
        button->deleteLater();
    }
    setVisible(!shown.isEmpty());
}

} // namespace portolan
