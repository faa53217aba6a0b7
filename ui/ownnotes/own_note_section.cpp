// SPDX-License-Identifier: GPL-3.0-or-later
#include "ownnotes/own_note_section.h"

#include "inspector/flow_layout.h"
#include "ownnotes/own_note_dialog.h"
#include "theme/theme.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace portolan {

OwnNoteSection::OwnNoteSection(QWidget *parent)
    : QWidget(parent)
    , m_yes(new QPushButton(this))
    , m_no(new QPushButton(this))
    , m_add(new QPushButton(tr("Add a &note…"), this))
    , m_remark(new QLabel(this))
{
    setAccessibleName(tr("Was this useful?"));
    m_yes->setObjectName(QStringLiteral("usefulYes"));
    m_no->setObjectName(QStringLiteral("usefulNo"));
    m_add->setObjectName(QStringLiteral("addOwnNote"));
    m_add->setAccessibleName(tr("Add a note"));
    m_add->setToolTip(tr("Note something about this port for yourself (Ctrl+M)"));
    for (QPushButton *button : { m_yes, m_no })
        button->setCheckable(true);
    m_remark->setTextFormat(Qt::PlainText);
    m_remark->setWordWrap(true);
    m_remark->setForegroundRole(QPalette::WindowText);
    m_remark->setObjectName(QStringLiteral("usefulRemark"));

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    auto *buttons = new QWidget(this);
    auto *row = new FlowLayout(buttons);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    for (QPushButton *button : { m_yes, m_no, m_add })
        row->addWidget(button);
    column->addWidget(buttons);
    column->addWidget(m_remark);

    connect(m_yes, &QPushButton::toggled, this, [this](bool on) { answer(on ? Usefulness::Yes : Usefulness::NotSaid); });
    connect(m_no, &QPushButton::toggled, this, [this](bool on) { answer(on ? Usefulness::No : Usefulness::NotSaid); });
    connect(m_add, &QPushButton::clicked, this, [this] {
        if (m_store && m_target)
            OwnNoteDialog::add(m_store, *m_target, window());
    });
    refresh();
}

void OwnNoteSection::setStore(OwnNotesStore *store)
{
    m_store = store;
    if (store)
        connect(store, &OwnNotesStore::changed, this, &OwnNoteSection::refresh);
    refresh();
}

void OwnNoteSection::showTarget(const OwnNoteTarget &target)
{
    if (m_target == target)
        return;
    m_target = target;
    refresh();
}

void OwnNoteSection::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        refresh();
}

void OwnNoteSection::answer(Usefulness given)
{
    if (m_store && m_target)
        m_store->answer(m_target->port, given);
}

void OwnNoteSection::editNote()
{
    if (m_store && m_target)
        OwnNoteDialog::edit(m_store, *m_target, window());
}

void OwnNoteSection::refresh()
{
    const Usefulness given = m_store && m_target ? m_store->notes().usefulness(m_target->port) : Usefulness::NotSaid;
    const auto show = [](QPushButton *button, bool on, const QString &name, const QString &text) {
        const QSignalBlocker blocker(button);
        button->setChecked(on);
        // A sign as well, for those to whom a pressed button looks like any other.
        button->setText(on ? QStringLiteral("✓ ") + text : text);
        button->setAccessibleName(name);
    };
    show(m_yes, given == Usefulness::Yes, tr("Yes"), tr("&Yes"));
    show(m_no, given == Usefulness::No, tr("No"), tr("N&o"));
    QPalette colours;
    colours.setColor(QPalette::WindowText, theme::secondaryText(palette()));
    m_remark->setPalette(colours);
    m_remark->setText(given == Usefulness::NotSaid
                          ? QString()
                          : tr("Kept on this machine and sent nowhere. Press the button again to take the answer back."));
    m_remark->setVisible(given != Usefulness::NotSaid);
}

} // namespace portolan
