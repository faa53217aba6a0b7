// SPDX-License-Identifier: GPL-3.0-or-later
#include "portmap/port_map_view.h"

#include "inspector/plain.h"
#include "inspector/port_panel.h"
#include "portmap/port_map_canvas.h"
#include "portmap/port_map_legend.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QSplitter>
#include <QToolButton>

namespace portolan {

PortMapView::PortMapView(KnowledgePtr knowledge, QWidget *parent)
    : QWidget(parent)
    , m_knowledge(knowledge)
    , m_canvas(new PortMapCanvas(knowledge, this))
    , m_legend(new PortMapLegend(this))
    , m_panel(new PortPanel(knowledge, this))
{
    setObjectName(QStringLiteral("portMapView"));
    setAccessibleName(tr("All ports"));
    m_line = new QLabel(this);
    m_line->setObjectName(QStringLiteral("portMapLine"));
    m_line->setTextFormat(Qt::PlainText);
    m_line->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);

    auto *map = new QWidget(this);
    auto *column = new QVBoxLayout(map);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildBar());
    column->addWidget(m_canvas, 1);
    auto *below = new QVBoxLayout;
    below->setContentsMargins(12, 6, 12, 8);
    below->setSpacing(6);
    below->addWidget(m_line);
    below->addWidget(m_legend);
    column->addLayout(below);

    m_splitter = new QSplitter(Qt::Horizontal, this);
    m_splitter->setObjectName(QStringLiteral("portMapSplitter"));
    m_splitter->addWidget(map);
    m_splitter->addWidget(m_panel);
    m_splitter->setStretchFactor(0, 2);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setSizes({ 840, 460 });
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_splitter);

    connect(m_canvas, &PortMapCanvas::pointedAt, this, &PortMapView::showLine);
    connect(m_canvas, &PortMapCanvas::pointerLeft, this, [this] { showLine(std::nullopt); });
    connect(m_canvas, &PortMapCanvas::portChosen, this, [this](quint16 port) {
        m_panel->showPort(port);
        Q_EMIT portActivated(port);
    });
    connect(m_canvas, &PortMapCanvas::portActivated, this, [this](quint16 port) {
        if (m_listeners.contains(port))
            Q_EMIT listenersWanted(port);
    });
    connect(m_panel, &PortPanel::portActivated, this, [this](quint16 port) {
        showPort(port);
        Q_EMIT portActivated(port);
    });
    connect(m_panel, &PortPanel::listenersWanted, this, &PortMapView::listenersWanted);
    showLine(std::nullopt);
}

PortMapView::~PortMapView()
{
    m_pool.waitForDone();
}

QWidget *PortMapView::buildBar()
{
    auto *bar = new QWidget(this);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(12, 8, 12, 8);
    auto *label = new QLabel(tr("&Jump to port"), bar);
    m_jump = new QSpinBox(bar);
    m_jump->setObjectName(QStringLiteral("portMapJump"));
    m_jump->setAccessibleName(tr("Jump to port"));
    m_jump->setRange(0, 65535);
    m_jump->setKeyboardTracking(false);
    label->setBuddy(m_jump);
    auto *go = new QPushButton(tr("Go"), bar);
    go->setObjectName(QStringLiteral("portMapGo"));
    go->setAccessibleName(tr("Go to the port"));
    const auto addZoom = [&](const QString &text, const QString &name, const QString &tip) {
        auto *button = new QToolButton(bar);
        button->setText(text);
        button->setObjectName(name);
        button->setAccessibleName(tip);
        button->setToolTip(tip);
        return button;
    };
    QToolButton *out = addZoom(QStringLiteral("−"), QStringLiteral("portMapZoomOut"), tr("Zoom out"));
    QToolButton *in = addZoom(QStringLiteral("+"), QStringLiteral("portMapZoomIn"), tr("Zoom in"));
    QToolButton *whole = addZoom(tr("Whole map"), QStringLiteral("portMapWhole"), tr("Show all ports"));
    m_overlays = new QCheckBox(tr("&Known ranges"), bar);
    m_overlays->setObjectName(QStringLiteral("portMapKnownRanges"));
    m_overlays->setToolTip(tr("Tint the ranges of ports that the notes know: worms, games and others"));
    m_overlays->setChecked(true);
    layout->addWidget(label);
    layout->addWidget(m_jump);
    layout->addWidget(go);
    layout->addSpacing(12);
    layout->addWidget(out);
    layout->addWidget(in);
    layout->addWidget(whole);
    layout->addStretch(1);
    layout->addWidget(m_overlays);
    connect(m_jump, &QSpinBox::editingFinished, this, [this] {
        // Leaving the field is not asking for a jump.
        if (m_jump->hasFocus())
            jump();
    });
    connect(go, &QPushButton::clicked, this, &PortMapView::jump);
    connect(out, &QToolButton::clicked, this, [this] { m_canvas->zoomBy(1 / 1.5); });
    connect(in, &QToolButton::clicked, this, [this] { m_canvas->zoomBy(1.5); });
    connect(whole, &QToolButton::clicked, m_canvas, &PortMapCanvas::showWhole);
    connect(m_overlays, &QCheckBox::toggled, m_canvas, &PortMapCanvas::setOverlaysVisible);
    connect(m_overlays, &QCheckBox::toggled, m_legend, &PortMapLegend::setOverlaysVisible);
    return bar;
}

void PortMapView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_groundWanted)
        computeGround();
}

void PortMapView::computeGround()
{
    m_groundWanted = true;
    m_pool.start([this, knowledge = m_knowledge] {
        const PortGround ground = PortGround::of(*knowledge);
        // This object waits for the pool before it goes.
        QMetaObject::invokeMethod(
            this,
            [this, ground, knowledge] {
                // Another may be under way by now.
                if (knowledge != m_knowledge)
                    return;
                m_canvas->setGround(ground);
                m_hasGround = true;
            },
            Qt::QueuedConnection);
    });
}

void PortMapView::apply(const Update &update)
{
    m_applied = true;
    m_listeners = PortListeners(update);
    m_canvas->setListeners(m_listeners);
    m_panel->setListeners(m_listeners);
    showLine(m_pointedAt);
}

void PortMapView::setKnowledge(const KnowledgePtr &knowledge)
{
    m_knowledge = knowledge;
    m_canvas->setKnowledge(knowledge);
    m_panel->setKnowledge(knowledge);
    showLine(m_pointedAt);
    if (m_groundWanted)
        computeGround();
}

void PortMapView::showLine(std::optional<quint16> port)
{
    m_pointedAt = port;
    const std::optional<quint16> shown = port ? port : m_canvas->currentPort();
    if (shown) {
        m_line->setText(m_canvas->lineFor(*shown));
    } else if (m_applied && m_listeners.ports().isEmpty()) {
        m_line->setText(tr("Nothing listens on this machine. Choose any port to read what it is for."));
    } else {
        m_line->setText(tr("Each row is 256 ports, from 0 at the upper left to 65535 at the lower right. "
                           "Point at a port to read what it is for; choose it to explain it."));
    }
    m_line->setToolTip(plain::toolTip(m_line->text()));
}

void PortMapView::showPort(quint16 port)
{
    m_canvas->setCurrentPort(port);
    m_panel->showPort(port);
    showLine(m_pointedAt);
}

void PortMapView::jump()
{
    const auto port = static_cast<quint16>(m_jump->value());
    m_canvas->jumpTo(port);
    m_canvas->setFocus(Qt::OtherFocusReason);
    m_panel->showPort(port);
    showLine(port);
    Q_EMIT portActivated(port);
}

void PortMapView::setOwnNotes(OwnNotesStore *store)
{
    m_panel->setOwnNotes(store);
}

QWidget *PortMapView::searchField() const
{
    return m_jump;
}

} // namespace portolan
