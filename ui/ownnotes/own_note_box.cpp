// SPDX-License-Identifier: GPL-3.0-or-later
#include "ownnotes/own_note_box.h"

#include "inspector/text_block.h"
#include "ownnotes/own_note_dialog.h"
#include "text/text.h"
#include "theme/theme.h"

#include <QPainter>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

namespace portolan {

namespace {

constexpr int barWidth = 4;
/// Narrower, a note's button stands below its text.
constexpr int leastWideInCharacters = 44;
constexpr qsizetype shownName = 60;

bool sameNotes(const QList<OwnNotePtr> &a, const QList<OwnNotePtr> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const OwnNotePtr &one, const OwnNotePtr &other) { return *one == *other; });
}

} // namespace

OwnNoteBox::OwnNoteBox(QWidget *parent)
    : QWidget(parent)
    , m_rows(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("ownNotes"));
    setAccessibleName(tr("Own notes"));
    m_rows->setContentsMargins(12, 6, 6, 6);
    m_rows->setSpacing(6);
    hide();
}

void OwnNoteBox::setStore(OwnNotesStore *store)
{
    m_store = store;
    if (store)
        connect(store, &OwnNotesStore::changed, this, &OwnNoteBox::refresh);
    refresh();
}

void OwnNoteBox::showTarget(const OwnNoteTarget &target)
{
    if (m_target == target)
        return;
    m_target = target;
    refresh();
}

void OwnNoteBox::refresh()
{
    QList<OwnNotePtr> notes;
    OwnNotePtr removed;
    if (m_store && m_target) {
        notes = m_target->notesIn(m_store->notes());
        removed = m_store->removed();
        if (removed && (removed->scope.port != m_target->port || !removed->scope.covers(m_target->transport)))
            removed.reset();
    }
    setVisible(!notes.isEmpty() || removed);
    if (sameNotes(notes, m_shown) && removed == m_removed)
        return;
    clear();
    m_shown = notes;
    m_removed = removed;
    for (const OwnNotePtr &note : std::as_const(m_shown))
        addNote(note);
    if (m_removed)
        addUndo(m_removed);
}

void OwnNoteBox::clear()
{
    m_lines.clear();
    m_rowLayouts.clear();
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
}

void OwnNoteBox::addNote(const OwnNotePtr &note)
{
    auto *text = new TextBlock;
    text->setAccessibleName(tr("Own note"));
    TextParagraph title({ { ownNoteMark(note, OwnNote::longestLabel), TextStyle::Strong } });
    if (const QString scope = ownNoteScopeText(note->scope); !scope.isEmpty())
        title.spans += TextSpan { QStringLiteral(" (%1)").arg(scope), TextStyle::Secondary };
    QList<TextParagraph> paragraphs { title };
    for (const QString &line : note->text.split(QLatin1Char('\n'), Qt::SkipEmptyParts))
        paragraphs += TextParagraph({ { line } });
    text->setContent(paragraphs);
    m_lines += text->toPlainText();
    auto *edit = new QPushButton(tr("Edit…"));
    edit->setObjectName(QStringLiteral("editOwnNote"));
    edit->setAccessibleName(tr("Edit the note %1").arg(text::visible(note->label, shownName)));
    connect(edit, &QPushButton::clicked, this, [this, note] {
        if (m_store && m_target)
            (new OwnNoteDialog(m_store, *m_target, note, window()))->open();
    });
    addRow(text, edit);
}

void OwnNoteBox::addUndo(const OwnNotePtr &note)
{
    auto *text = new TextBlock;
    text->setAccessibleName(tr("Deleted note"));
    text->setText(tr("The note “%1” was deleted.").arg(text::visible(note->label, shownName)), TextStyle::Secondary);
    auto *undo = new QPushButton(tr("&Undo"));
    undo->setObjectName(QStringLiteral("undoDeleteOwnNote"));
    undo->setAccessibleName(tr("Undo"));
    undo->setToolTip(tr("Bring the note back"));
    connect(undo, &QPushButton::clicked, this, [this] {
        if (m_store)
            m_store->restoreRemoved();
    });
    addRow(text, undo);
}

void OwnNoteBox::addRow(QWidget *text, QWidget *button)
{
    auto *row = new QWidget;
    auto *layout = new QBoxLayout(QBoxLayout::LeftToRight, row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(text, 1);
    layout->addWidget(button, 0, Qt::AlignTop | Qt::AlignLeading);
    m_rows->addWidget(row);
    m_rowLayouts += layout;
    arrangeRows();
}

void OwnNoteBox::arrangeRows()
{
    const bool wide = width() >= leastWideInCharacters * fontMetrics().averageCharWidth();
    for (QBoxLayout *row : std::as_const(m_rowLayouts)) {
        const auto direction = wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom;
        if (row->direction() != direction)
            row->setDirection(direction);
    }
}

void OwnNoteBox::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrangeRows();
}

void OwnNoteBox::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.fillRect(QStyle::visualRect(layoutDirection(), rect(), QRect(0, 0, barWidth, height())), theme::accent(palette()));
}

} // namespace portolan
