// SPDX-License-Identifier: GPL-3.0-or-later
#include "portmap/port_map_view.h"

#include "inspector/plain.h"
#include "inspector/port_panel.h"
#include "portmap/jump_field.h"
#include "portmap/port_map_canvas.h"
#include "portmap/port_map_legend.h"
#include "portmap/range_chooser.h"
#include "theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QToolButton>

namespace portolan {

PortMapView::PortMapView(KnowledgePtr knowledge, QWidget *parent)
    : QWidget(parent)
    , m_knowledge(knowledge)
    , m_canvas(new PortMapCanvas(knowledge, this))
    , m_legend(new PortMapLegend(this))
    , m_panel(new PortPanel(knowledge, this))
    , m_ranges(new RangeChooser(this))
{
    setObjectName(QStringLiteral("portMapView"));
    setAccessibleName(tr("All ports"));
    m_line = new QLabel(this);
    m_line->setObjectName(QStringLiteral("portMapLine"));
    m_line->setTextFormat(Qt::PlainText);
    m_line->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_empty = new QLabel(m_canvas);
    m_empty->setObjectName(QStringLiteral("portMapEmpty"));
    m_empty->setTextFormat(Qt::PlainText);
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setMargin(14);
    m_empty->setAutoFillBackground(true);
    m_empty->setFrameShape(QFrame::StyledPanel);
    m_empty->setAttribute(Qt::WA_TransparentForMouseEvents);

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
    connectCanvas();
    showLine(std::nullopt);
    showEmptiness();
}

PortMapView::~PortMapView()
{
    m_pool.waitForDone();
}

void PortMapView::connectCanvas()
{
    connect(m_canvas, &PortMapCanvas::pointedAt, this, &PortMapView::showLine);
    connect(m_canvas, &PortMapCanvas::pointerLeft, this, [this] { showLine(std::nullopt); });
    connect(m_canvas, &PortMapCanvas::looked, this, &PortMapView::stateChanged);
    connect(m_canvas, &PortMapCanvas::portChosen, this, [this](quint16 port) {
        m_panel->showPort(port);
        Q_EMIT portActivated(port);
        Q_EMIT stateChanged();
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
    connect(m_ranges, &RangeChooser::toggledChanged, this, [this](const QSet<QString> &toggled) {
        layOver(toggled);
        Q_EMIT stateChanged();
    });
    connect(m_ranges, &RangeChooser::rangeWanted, this, [this](quint16 from, quint16 to) {
        m_canvas->showRange(from, to);
        m_canvas->setFocus(Qt::OtherFocusReason);
        m_panel->showPort(from);
        showLine(from);
        Q_EMIT portActivated(from);
    });
}

QWidget *PortMapView::buildBar()
{
    auto *bar = new QWidget(this);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(12, 8, 12, 8);
    auto *label = new QLabel(tr("&Jump to port"), bar);
    m_jump = new JumpField(m_knowledge, bar);
    label->setBuddy(m_jump);
    auto *go = new QPushButton(tr("Go"), bar);
    go->setObjectName(QStringLiteral("portMapGo"));
    go->setAccessibleName(tr("Go to the port"));
    m_refusal = new QLabel(bar);
    m_refusal->setObjectName(QStringLiteral("portMapRefusal"));
    m_refusal->setTextFormat(Qt::PlainText);
    m_refusal->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    const auto addTool = [&](const QString &text, const QString &name, const QString &tip) {
        auto *button = new QToolButton(bar);
        button->setText(text);
        button->setObjectName(name);
        button->setAccessibleName(tip);
        button->setToolTip(tip);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setMinimumHeight(go->sizeHint().height());
        return button;
    };
    QToolButton *out = addTool(QStringLiteral("−"), QStringLiteral("portMapZoomOut"), tr("Zoom out"));
    QToolButton *in = addTool(QStringLiteral("+"), QStringLiteral("portMapZoomIn"), tr("Zoom in"));
    QToolButton *whole = addTool(tr("Whole map"), QStringLiteral("portMapWhole"), tr("Show all ports"));
    m_rangesButton = addTool(tr("&Known ranges \u25be"), QStringLiteral("portMapKnownRanges"), tr("Known ranges"));
    m_rangesButton->setToolTip(tr("Choose which ranges of ports are laid over: worms, games, X11, dynamic ports and others"));
    m_rangesButton->setEnabled(false);
    for (QWidget *widget : std::initializer_list<QWidget *> { label, m_jump, go })
        layout->addWidget(widget);
    layout->addSpacing(12);
    for (QWidget *widget : std::initializer_list<QWidget *> { out, in, whole })
        layout->addWidget(widget);
    layout->addWidget(m_refusal, 1);
    layout->addWidget(m_rangesButton);
    connect(m_jump, &JumpField::portWanted, this, &PortMapView::jump);
    connect(m_jump, &JumpField::refused, this, [this](const QString &message) {
        m_refusal->setText(message);
        m_refusal->setToolTip(plain::toolTip(message));
    });
    connect(go, &QPushButton::clicked, m_jump, &JumpField::jump);
    connect(out, &QToolButton::clicked, this, [this] { m_canvas->zoomBy(1 / 1.5); });
    connect(in, &QToolButton::clicked, this, [this] { m_canvas->zoomBy(1.5); });
    connect(whole, &QToolButton::clicked, m_canvas, &PortMapCanvas::showWhole);
    connect(m_rangesButton, &QToolButton::clicked, this, [this] { m_ranges->popUpBelow(m_rangesButton); });
    return bar;
}

void PortMapView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_groundWanted)
        computeGround();
}

void PortMapView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    showEmptiness();
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
                if (knowledge == m_knowledge)
                    takeGround(ground);
            },
            Qt::QueuedConnection);
    });
}

void PortMapView::takeGround(PortGround ground)
{
    ground.setToggled(m_toggled);
    m_canvas->setGround(ground);
    m_legend->setGround(ground);
    m_ranges->setRanges(ground.patches(), m_toggled);
    m_rangesButton->setEnabled(true);
    m_hasGround = true;
    showEmptiness();
}

void PortMapView::layOver(const QSet<QString> &toggled)
{
    m_toggled = toggled;
    if (!m_hasGround)
        return;
    PortGround ground = m_canvas->ground();
    ground.setToggled(toggled);
    m_canvas->setGround(ground);
    m_legend->setGround(ground);
}

void PortMapView::apply(const Update &update)
{
    m_picture = Picture::There;
    m_listeners = PortListeners(update);
    m_canvas->setListeners(m_listeners);
    m_panel->setListeners(m_listeners);
    showLine(m_pointedAt);
    showEmptiness();
}

void PortMapView::showUnreadable()
{
    m_picture = Picture::Unreadable;
    showEmptiness();
}

void PortMapView::showEmptiness()
{
    QString text;
    if (m_picture == Picture::None)
        text = tr("Looking for listeners. The map of what ports are for is here already.");
    else if (m_picture == Picture::Unreadable)
        text = tr("The snapshot could not be read, so nothing is lit here. The map tells all the same what ports are for: "
                  "choose any of them.");
    else if (m_listeners.ports().isEmpty())
        text = tr("Nothing listens. As soon as a program opens a port, its mark lights up here; until then, choose any port "
                  "to read what it is for.");
    m_empty->setVisible(!text.isEmpty());
    if (text.isEmpty())
        return;
    m_empty->setText(text);
    m_empty->setFixedWidth(std::min(m_canvas->width() - 40, fontMetrics().averageCharWidth() * 60));
    m_empty->adjustSize();
    m_empty->move((m_canvas->width() - m_empty->width()) / 2, (m_canvas->height() - m_empty->height()) / 2);
    m_empty->raise();
}

void PortMapView::setKnowledge(const KnowledgePtr &knowledge)
{
    m_knowledge = knowledge;
    m_canvas->setKnowledge(knowledge);
    m_jump->setKnowledge(knowledge);
    m_panel->setKnowledge(knowledge);
    showLine(m_pointedAt);
    if (m_groundWanted)
        computeGround();
}

void PortMapView::showLine(std::optional<quint16> port)
{
    m_pointedAt = port;
    const std::optional<quint16> shown = port ? port : m_canvas->currentPort();
    if (shown)
        m_line->setText(m_canvas->lineFor(*shown));
    else
        m_line->setText(tr("Each square is a block of 256 ports, in 16 lines of 16; port 0 is at the upper left. "
                           "Point at a port to read what it is for; choose it to explain it."));
    m_line->setToolTip(plain::toolTip(m_line->text()));
}

void PortMapView::showPort(quint16 port)
{
    m_canvas->setCurrentPort(port);
    m_panel->showPort(port);
    showLine(m_pointedAt);
    Q_EMIT stateChanged();
}

void PortMapView::jump(quint16 port, std::optional<Transport> transport)
{
    m_refusal->clear();
    m_canvas->jumpTo(port);
    m_canvas->setFocus(Qt::OtherFocusReason);
    m_panel->showPort(port, transport);
    showLine(port);
    Q_EMIT portActivated(port);
    Q_EMIT stateChanged();
}

PortMapState PortMapView::state() const
{
    const PortGrid &goal = m_canvas->goal();
    PortMapState state;
    if (!goal.isWhole()) {
        state.cellSize = goal.cellSize();
        state.centre = goal.centre();
    }
    state.port = m_canvas->currentPort();
    state.toggled = m_toggled;
    return state;
}

void PortMapView::restore(const PortMapState &state)
{
    layOver(state.toggled);
    if (state.port)
        showPort(*state.port);
    m_canvas->look(state.centre, state.cellSize);
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
