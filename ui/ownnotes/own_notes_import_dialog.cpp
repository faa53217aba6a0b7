// SPDX-License-Identifier: GPL-3.0-or-later
#include "ownnotes/own_notes_import_dialog.h"

#include "text/text.h"

#include <QDialogButtonBox>
#include <QFileInfo>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace portolan {

namespace {

constexpr qsizetype shownName = 80;
/// Nobody reads more, and the list stays quick.
constexpr qsizetype mostListed = 500;

} // namespace

OwnNotesImportDialog::OwnNotesImportDialog(OwnNotesStore *store, const OwnNotes &imported, const QString &fileName, QWidget *parent)
    : QDialog(parent)
    , m_store(store)
    , m_imported(imported)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("ownNotesImportDialog"));
    setWindowTitle(tr("Import notes"));
    const OwnNotes::MergePlan plan = store->notes().planMerge(imported);

    QStringList lines { tr("From “%1”:").arg(text::visible(QFileInfo(fileName).fileName(), shownName)) };
    const auto say = [&lines](qsizetype count, const QString &text) {
        if (count > 0)
            lines += QStringLiteral("• ") + text;
    };
    say(plan.added.size(), tr("%n note(s) will be added.", nullptr, static_cast<int>(plan.added.size())));
    say(plan.replaced.size(), tr("%n of your notes will be replaced, because they are about the same.", nullptr, static_cast<int>(plan.replaced.size())));
    say(plan.same, tr("%n note(s) are the same already.", nullptr, static_cast<int>(plan.same)));
    say(plan.answers, tr("%n answer(s) to “Was this useful?” will be taken over.", nullptr, static_cast<int>(plan.answers)));
    auto *summary = new QLabel(lines.join(QLatin1Char('\n')), this);
    summary->setObjectName(QStringLiteral("importSummary"));
    summary->setTextFormat(Qt::PlainText);
    summary->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->addWidget(summary);

    if (!plan.replaced.isEmpty()) {
        auto *heading = new QLabel(tr("These of your notes will be &replaced:"), this);
        auto *list = new QListWidget(this);
        list->setObjectName(QStringLiteral("importReplaced"));
        list->setWordWrap(true);
        list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        heading->setBuddy(list);
        for (const OwnNotePtr &note : plan.replaced.first(std::min(plan.replaced.size(), mostListed))) {
            const OwnNotePtr by = imported.find(note->scope);
            const QString scope = ownNoteScopeText(note->scope);
            const QString port = scope.isEmpty() ? QString::number(note->scope.port) : QStringLiteral("%1 (%2)").arg(QString::number(note->scope.port), scope);
            list->addItem(tr("%1: “%2” by “%3”", "port, the label that goes, the label that comes")
                              .arg(port, text::visible(note->label, shownName), text::visible(by->label, shownName)));
        }
        column->addWidget(heading);
        column->addWidget(list);
    }
    const bool any = !plan.added.isEmpty() || !plan.replaced.isEmpty() || plan.answers > 0;
    auto *rest = new QLabel(any ? tr("All other notes of yours stay as they are.") : tr("There is nothing to import."), this);
    rest->setTextFormat(Qt::PlainText);
    rest->setWordWrap(true);
    column->addWidget(rest);
    auto *buttons = new QDialogButtonBox(any ? QDialogButtonBox::Cancel : QDialogButtonBox::Close, this);
    if (any) {
        QPushButton *import = buttons->addButton(tr("&Import"), QDialogButtonBox::AcceptRole);
        import->setObjectName(QStringLiteral("importAccept"));
        import->setDefault(true);
    }
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &OwnNotesImportDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &OwnNotesImportDialog::reject);
    setMinimumWidth(fontMetrics().averageCharWidth() * 60);
}

void OwnNotesImportDialog::accept()
{
    if (m_store)
        m_store->merge(m_imported);
    QDialog::accept();
}

} // namespace portolan
