// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/history_settings_dialog.h"

#include "history/history_store.h"
#include "history/history_text.h"
#include "text/text.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>
#include <QSpinBox>

namespace portolan {

HistorySettingsDialog::HistorySettingsDialog(HistoryStore *store, const HistoryLimits &limits, QWidget *parent)
    : QDialog(parent)
    , m_store(store)
    , m_days(new QSpinBox(this))
    , m_megabytes(new QSpinBox(this))
    , m_extent(new QLabel(this))
    , m_clear(new QPushButton(tr("&Clear history…"), this))
{
    setObjectName(QStringLiteral("historySettings"));
    setWindowTitle(tr("History"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_days->setObjectName(QStringLiteral("historyDays"));
    m_days->setRange(1, HistoryLimits::mostDays);
    m_days->setSuffix(tr(" days"));
    m_days->setValue(limits.days);
    m_megabytes->setObjectName(QStringLiteral("historyMegabytes"));
    m_megabytes->setRange(HistoryLimits::leastMegabytes, HistoryLimits::mostMegabytes);
    m_megabytes->setSuffix(tr(" MB"));
    m_megabytes->setValue(limits.megabytes);
    m_extent->setObjectName(QStringLiteral("historyExtent"));
    m_extent->setTextFormat(Qt::PlainText);
    m_extent->setWordWrap(true);
    m_extent->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_clear->setObjectName(QStringLiteral("historyClear"));
    m_clear->setAutoDefault(false);
    m_clear->setEnabled(store->status().recording);
    auto *explanation = new QLabel(tr("What is older, or more than that, is forgotten. Command lines are never kept: they may hold passwords."), this);
    explanation->setTextFormat(Qt::PlainText);
    explanation->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    buttons->addButton(m_clear, QDialogButtonBox::ResetRole);

    auto *form = new QFormLayout;
    form->addRow(tr("&Keep for"), m_days);
    form->addRow(tr("&At most"), m_megabytes);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(explanation);
    layout->addSpacing(6);
    layout->addWidget(m_extent);
    layout->addWidget(buttons);
    setMinimumWidth(fontMetrics().averageCharWidth() * 60);

    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT limitsChosen({ m_days->value(), m_megabytes->value() });
        accept();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_clear, &QPushButton::clicked, this, &HistorySettingsDialog::confirmClear);
    const auto ask = [this] { m_store->extent({}, this, [this](const HistoryExtent &extent) { showExtent(extent); }); };
    connect(store, &HistoryStore::replaced, this, ask);
    connect(store, &HistoryStore::statusChanged, this, [this](const HistoryStatus &status) { m_clear->setEnabled(status.recording); });
    ask();
}

void HistorySettingsDialog::showExtent(const HistoryExtent &extent)
{
    const QLocale locale;
    const QString file = text::visible(QDir::toNativeSeparators(m_store->fileName()));
    if (!extent.first.isValid()) {
        m_extent->setText(tr("“%1” holds nothing.").arg(file));
        return;
    }
    m_extent->setText(tr("“%1” holds %n event(s) since %2 and takes %3.", nullptr, static_cast<int>(std::min<qint64>(extent.events, INT_MAX)))
                          .arg(file, history_words::time(extent.first), locale.formattedDataSize(extent.bytes)));
}

void HistorySettingsDialog::confirmClear()
{
    auto *box = new QMessageBox(QMessageBox::Question, tr("Clear history"),
                                tr("Forget everything that was recorded? It cannot be brought back. What listens now is where the history then begins."),
                                QMessageBox::Cancel, this);
    box->setObjectName(QStringLiteral("historyClearQuestion"));
    box->setTextFormat(Qt::PlainText);
    box->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *clear = box->addButton(tr("&Clear"), QMessageBox::DestructiveRole);
    clear->setObjectName(QStringLiteral("historyClearConfirm"));
    box->setDefaultButton(QMessageBox::Cancel);
    connect(clear, &QPushButton::clicked, m_store, &HistoryStore::clear);
    box->open();
}

} // namespace portolan
