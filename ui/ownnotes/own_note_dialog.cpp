// SPDX-License-Identifier: GPL-3.0-or-later
#include "ownnotes/own_note_dialog.h"

#include "text/text.h"
#include "theme/text_field.h"
#include "theme/theme.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace portolan {

namespace {

constexpr qsizetype shownName = 60;
/// In the order of the choice of transports.
constexpr std::array<std::optional<Transport>, 3> transports { std::nullopt, Transport::Tcp, Transport::Udp };

/// An ampersand in a button's text would become a mnemonic.
QString onButton(const QString &text)
{
    return text::visible(text, shownName).replace(QLatin1Char('&'), QLatin1String("&&"));
}

} // namespace

OwnNoteDialog::OwnNoteDialog(OwnNotesStore *store, const OwnNoteTarget &target, const OwnNotePtr &note, QWidget *parent)
    : QDialog(parent)
    , m_store(store)
    , m_target(target)
    , m_before(note)
    , m_program(note && !note->scope.program.isEmpty() ? note->scope.program : target.programs.value(0))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("ownNoteDialog"));
    setWindowTitle(tr("Own note on port %1").arg(target.port));
    build();
    const OwnNoteScope start = note ? note->scope : target.freeScope(store->notes());
    (start.program.isEmpty() ? m_anyProgram : m_thisProgram)->setChecked(true);
    m_transport->setCurrentIndex(!start.transport ? 0 : *start.transport == Transport::Tcp ? 1 : 2);
    if (note) {
        m_label->setText(note->label);
        m_text->setPlainText(note->text);
    }
    check();
    m_label->setFocus();
}

void OwnNoteDialog::build()
{
    m_label = new TextField(this);
    m_label->setObjectName(QStringLiteral("ownNoteLabel"));
    m_label->setMaxLength(static_cast<int>(OwnNote::longestLabel));
    m_label->setPlaceholderText(tr("What you call it; shown in the table"));
    m_label->setMinimumWidth(fontMetrics().averageCharWidth() * 44);
    m_text = new QPlainTextEdit(this);
    m_text->setObjectName(QStringLiteral("ownNoteText"));
    m_text->setTabChangesFocus(true);
    m_text->setMinimumHeight(fontMetrics().lineSpacing() * 6);

    m_anyProgram = new QRadioButton(tr("This &port, whatever holds it"), this);
    m_anyProgram->setObjectName(QStringLiteral("ownNoteAnyProgram"));
    m_thisProgram = new QRadioButton(m_program.isEmpty() ? tr("This port and this p&rogram")
                                                         : tr("This port when %1 &holds it").arg(onButton(m_program)),
                                     this);
    m_thisProgram->setObjectName(QStringLiteral("ownNoteThisProgram"));
    m_thisProgram->setEnabled(!m_program.isEmpty());
    auto *scopes = new QVBoxLayout;
    scopes->addWidget(m_anyProgram);
    scopes->addWidget(m_thisProgram);
    m_transport = new QComboBox(this);
    m_transport->setObjectName(QStringLiteral("ownNoteTransport"));
    m_transport->addItems({ tr("TCP and UDP"), tr("TCP only"), tr("UDP only") });

    m_message = new QLabel(this);
    m_message->setObjectName(QStringLiteral("ownNoteMessage"));
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this);
    m_save = buttons->button(QDialogButtonBox::Save);
    m_save->setObjectName(QStringLiteral("ownNoteSave"));
    if (m_before) {
        QPushButton *remove = buttons->addButton(tr("&Delete"), QDialogButtonBox::DestructiveRole);
        remove->setObjectName(QStringLiteral("ownNoteDelete"));
        remove->setAutoDefault(false);
        connect(remove, &QPushButton::clicked, this, &OwnNoteDialog::deleteNote);
    }

    auto *form = new QFormLayout;
    form->addRow(tr("&Label:"), m_label);
    form->addRow(tr("&Note:"), m_text);
    form->addRow(tr("About:"), scopes);
    form->addRow(tr("&Transport:"), m_transport);
    auto *column = new QVBoxLayout(this);
    column->addLayout(form);
    column->addWidget(m_message);
    column->addWidget(buttons);

    connect(buttons, &QDialogButtonBox::accepted, this, &OwnNoteDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &OwnNoteDialog::reject);
    connect(m_label, &QLineEdit::textChanged, this, &OwnNoteDialog::check);
    connect(m_text, &QPlainTextEdit::textChanged, this, &OwnNoteDialog::check);
    connect(m_thisProgram, &QRadioButton::toggled, this, &OwnNoteDialog::check);
    connect(m_transport, &QComboBox::currentIndexChanged, this, &OwnNoteDialog::check);
}

OwnNoteDialog *OwnNoteDialog::edit(OwnNotesStore *store, const OwnNoteTarget &target, QWidget *parent)
{
    auto *dialog = new OwnNoteDialog(store, target, target.noteIn(store->notes()), parent);
    dialog->open();
    return dialog;
}

OwnNoteDialog *OwnNoteDialog::add(OwnNotesStore *store, const OwnNoteTarget &target, QWidget *parent)
{
    // Where every scope is taken, the one there is edited.
    auto *dialog = new OwnNoteDialog(store, target, store->notes().find(target.freeScope(store->notes())), parent);
    dialog->open();
    return dialog;
}

OwnNoteScope OwnNoteDialog::scope() const
{
    return { m_target.port, transports.at(static_cast<size_t>(std::max(0, m_transport->currentIndex()))),
             m_thisProgram->isChecked() ? m_program : QString() };
}

void OwnNoteDialog::check()
{
    const bool labelled = !m_label->text().simplified().isEmpty();
    const qsizetype over = m_text->toPlainText().size() - OwnNote::longestText;
    QString message;
    bool bad = false;
    if (over > 0) {
        message = tr("The note is too long by %n character(s).", nullptr, static_cast<int>(over));
        bad = true;
    } else if (const OwnNotePtr there = m_store ? m_store->notes().find(scope()) : nullptr;
               there && (!m_before || !(there->scope == m_before->scope))) {
        message = tr("Saving replaces the note “%1”, which is about the same.").arg(text::visible(there->label, shownName));
    } else if (!labelled) {
        message = tr("A note needs a label.");
    }
    QPalette colours;
    colours.setColor(QPalette::WindowText, bad ? theme::danger(palette()) : theme::secondaryText(palette()));
    m_message->setPalette(colours);
    // A blank line stays where there is nothing to say, so that nothing moves.
    m_message->setText(message.isEmpty() ? QStringLiteral(" ") : message);
    m_save->setEnabled(labelled && !bad);
}

void OwnNoteDialog::accept()
{
    if (!m_save->isEnabled())
        return;
    if (m_store)
        m_store->put({ scope(), m_label->text(), m_text->toPlainText(), {} }, m_before ? std::optional(m_before->scope) : std::nullopt);
    QDialog::accept();
}

void OwnNoteDialog::deleteNote()
{
    if (m_store)
        m_store->remove(m_before->scope);
    QDialog::reject();
}

} // namespace portolan
