// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/registry_filter_bar.h"

#include "inspector/flow_layout.h"
#include "inspector/plain.h"

#include <QCheckBox>
#include <QComboBox>
#include <QPushButton>
#include <QSignalBlocker>

namespace portolan {

namespace {

/// The value of the chosen entry; nullopt for the first, which stands for any.
template<typename Value>
std::optional<Value> chosen(const QComboBox *choice)
{
    return choice->currentIndex() > 0 ? std::optional(static_cast<Value>(choice->currentData().toInt())) : std::nullopt;
}

template<typename Value>
void choose(QComboBox *choice, std::optional<Value> value)
{
    choice->setCurrentIndex(value ? std::max(0, choice->findData(static_cast<int>(*value))) : 0);
}

} // namespace

RegistryFilterBar::RegistryFilterBar(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("registryFilters"));
    setAccessibleName(tr("Filters of the registry"));
    auto *layout = new FlowLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);

    m_mark = addChoice(QStringLiteral("registryMark"), tr("Any mark"));
    m_mark->setAccessibleName(tr("Mark"));
    for (const Mark mark : allMarks()) {
        m_mark->addItem(tr("%1 %2", "sign and name of a mark").arg(QString(markGlyph(mark)), markLabel(mark)), static_cast<int>(mark));
        m_mark->setItemData(m_mark->count() - 1, plain::toolTip(markMeaning(mark)), Qt::ToolTipRole);
    }
    m_range = addChoice(QStringLiteral("registryRange"), tr("Any range"));
    m_range->setAccessibleName(tr("Range"));
    m_range->addItem(tr("System, 0–1023"), static_cast<int>(PortRange::System));
    m_range->addItem(tr("Registered, 1024–49151"), static_cast<int>(PortRange::Registered));
    m_range->addItem(tr("Dynamic, 49152–65535"), static_cast<int>(PortRange::Dynamic));
    m_transport = addChoice(QStringLiteral("registryTransport"), tr("Any transport"));
    m_transport->setAccessibleName(tr("Transport"));
    for (const RegistryTransport transport :
         { RegistryTransport::Tcp, RegistryTransport::Udp, RegistryTransport::Sctp, RegistryTransport::Dccp }) {
        m_transport->addItem(QString(registryTransportName(transport)).toUpper(), static_cast<int>(transport));
    }
    m_listening = new QCheckBox(tr("&Listening here only"), this);
    m_listening->setObjectName(QStringLiteral("registryListeningOnly"));
    connect(m_listening, &QCheckBox::toggled, this, &RegistryFilterBar::take);
    layout->addWidget(m_listening);
    m_clear = new QPushButton(tr("Clear fil&ters"), this);
    m_clear->setObjectName(QStringLiteral("registryClearFilters"));
    m_clear->setEnabled(false);
    connect(m_clear, &QPushButton::clicked, this, [this] {
        // Focus would go to whoever is next when the button is disabled.
        m_mark->setFocus();
        setFilter({});
    });
    layout->addWidget(m_clear);
}

QComboBox *RegistryFilterBar::addChoice(const QString &name, const QString &any)
{
    auto *choice = new QComboBox(this);
    choice->setObjectName(name);
    choice->addItem(any);
    connect(choice, &QComboBox::currentIndexChanged, this, &RegistryFilterBar::take);
    layout()->addWidget(choice);
    return choice;
}

void RegistryFilterBar::setFilter(const RegistryFilter &filter)
{
    if (filter == m_filter)
        return;
    {
        // One change, one search.
        const QSignalBlocker marks(m_mark);
        const QSignalBlocker ranges(m_range);
        const QSignalBlocker transports(m_transport);
        const QSignalBlocker listening(m_listening);
        choose(m_mark, filter.mark);
        choose(m_range, filter.range);
        choose(m_transport, filter.transport);
        m_listening->setChecked(filter.listening);
    }
    take();
}

void RegistryFilterBar::take()
{
    m_filter.mark = chosen<Mark>(m_mark);
    m_filter.range = chosen<PortRange>(m_range);
    m_filter.transport = chosen<RegistryTransport>(m_transport);
    m_filter.listening = m_listening->isChecked();
    m_clear->setEnabled(!m_filter.isEmpty());
    Q_EMIT filterChanged(m_filter);
}

} // namespace portolan
