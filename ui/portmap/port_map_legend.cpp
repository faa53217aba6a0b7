// SPDX-License-Identifier: GPL-3.0-or-later
#include "portmap/port_map_legend.h"

#include "inspector/flow_layout.h"
#include "portmap/port_map_canvas.h"
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
        painter.fillPath(PortMapCanvas::markShape(*m_verdict, PortMapCanvas::markSize(*m_verdict)),
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
    addGround({ PortRange::System, false, GroundOverlay::None }, tr("System ports, 0–1023"));
    addGround({ PortRange::Registered, true, GroundOverlay::None }, tr("Assigned to a service"));
    addGround({ PortRange::Registered, false, GroundOverlay::None }, tr("Not assigned"));
    addGround({ PortRange::Dynamic, false, GroundOverlay::None }, tr("Dynamic ports, 49152–65535"));
    m_overlays.append(addGround({ PortRange::Registered, true, GroundOverlay::Malware }, tr("Known malware range")));
    m_overlays.append(addGround({ PortRange::Registered, true, GroundOverlay::Game }, tr("Games")));
    m_overlays.append(addGround({ PortRange::Registered, true, GroundOverlay::Other }, tr("Other known range")));
}

void PortMapLegend::setOverlaysVisible(bool visible)
{
    for (QWidget *item : std::as_const(m_overlays))
        item->setVisible(visible);
}

} // namespace portolan
