// SPDX-License-Identifier: GPL-3.0-or-later
#include "portmap/port_map_legend.h"

#include "inspector/flow_layout.h"
#include "portmap/port_marks.h"
#include "theme/theme.h"

#include <QPainter>

namespace portolan {

PortMapLegendItem::PortMapLegendItem(Verdict verdict, const QString &text, QWidget *parent)
    : QWidget(parent)
    , m_verdict(verdict)
    , m_text(text)
{
    setAccessibleName(text);
}

PortMapLegendItem::PortMapLegendItem(PortGround::Cell cell, const QString &text, QWidget *parent)
    : QWidget(parent)
    , m_cell(cell)
    , m_text(text)
{
    setAccessibleName(text);
}

int PortMapLegendItem::signWidth() const
{
    return std::max(18, fontMetrics().height());
}

QSize PortMapLegendItem::sizeHint() const
{
    return { signWidth() + 6 + fontMetrics().horizontalAdvance(m_text) + 2, std::max(signWidth(), fontMetrics().height()) };
}

void PortMapLegendItem::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double sign = signWidth();
    if (m_verdict) {
        painter.save();
        painter.translate(sign / 2, height() / 2.0);
        painter.fillPath(PortMarks::shape(*m_verdict, PortMarks::usualSize(*m_verdict)),
                         theme::verdict(*m_verdict, palette()).text);
        painter.restore();
    } else {
        painter.setPen(theme::separator(palette()));
        painter.setBrush(PortGround::colour(m_cell, palette()));
        painter.drawRect(QRectF(2.5, (height() - sign) / 2 + 2.5, sign - 5, sign - 5));
    }
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(QRectF(sign + 6, 0, width() - sign - 6, height()), Qt::AlignLeft | Qt::AlignVCenter, m_text);
}

PortMapLegend::PortMapLegend(QWidget *parent)
    : QWidget(parent)
{
    auto *layout = new FlowLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    for (const Verdict verdict : { Verdict::Expected, Verdict::Explained, Verdict::Unfamiliar, Verdict::Investigate })
        layout->addWidget(new PortMapLegendItem(verdict, verdictLabel(verdict), this));
    const auto addGround = [&](PortGround::Cell cell, const QString &text) {
        auto *item = new PortMapLegendItem(cell, text, this);
        layout->addWidget(item);
        return item;
    };
    m_system = addGround({ PortRange::System, false, {} }, tr("System ports, 0–1023"));
    addGround({ PortRange::Registered, true, {} }, tr("Assigned to a service"));
    addGround({ PortRange::Registered, false, {} }, tr("Not assigned"));
    m_dynamic = addGround({ PortRange::Dynamic, false, {} }, tr("Dynamic ports, 49152–65535"));
    const auto addKind = [&](KnownRange::Kind kind, const QString &text) {
        m_kinds.insert(kind, addGround({ PortRange::Registered, true, kind }, text));
    };
    addKind(KnownRange::Kind::Malware, tr("Known malware range"));
    addKind(KnownRange::Kind::Game, tr("Games"));
    addKind(KnownRange::Kind::Service, tr("Other known range"));
}

void PortMapLegend::setGround(const PortGround &ground)
{
    QSet<KnownRange::Kind> shown;
    for (const PortGround::Patch &patch : ground.patches()) {
        if (patch.range.kind == KnownRange::Kind::Numbering)
            (patch.range.from == 0 ? m_system : m_dynamic)->setVisible(patch.shown);
        else if (patch.shown)
            shown.insert(patch.range.kind);
    }
    for (auto kind = m_kinds.cbegin(); kind != m_kinds.cend(); ++kind)
        kind.value()->setVisible(shown.contains(kind.key()));
}

} // namespace portolan
