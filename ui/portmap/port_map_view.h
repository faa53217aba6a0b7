// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/update.h"
#include "portmap/port_ground.h"
#include "models/port_listeners.h"

#include <QThreadPool>
#include <QWidget>

#include <optional>

class QCheckBox;
class QLabel;
class QSpinBox;
class QSplitter;

namespace portolan {

class PortMapCanvas;
class PortMapLegend;
class OwnNotesStore;
class PortPanel;

/// All ports in one picture, the explanation of the chosen one beside it.
class PortMapView : public QWidget
{
    Q_OBJECT

public:
    explicit PortMapView(KnowledgePtr knowledge, QWidget *parent = nullptr);
    /// Waits for the ground that is being computed.
    ~PortMapView() override;

    void apply(const Update &update);
    /// Draws and explains by other knowledge from now on.
    void setKnowledge(const KnowledgePtr &knowledge);
    /// Frames and explains the port.
    void showPort(quint16 port);
    /// Whether the ground was computed.
    [[nodiscard]] bool hasGround() const { return m_hasGround; }

    /// Shows own notes in the explanation; the store must outlive the view.
    void setOwnNotes(OwnNotesStore *store);

    /// The field one searches this view with.
    [[nodiscard]] QWidget *searchField() const;

Q_SIGNALS:
    /// The person chose a port here.
    void portActivated(quint16 port);
    /// "Show in Listening" was asked for.
    void listenersWanted(quint16 port);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *buildBar();
    void computeGround();
    void showLine(std::optional<quint16> port);
    void jump();

    KnowledgePtr m_knowledge;
    PortListeners m_listeners;
    std::optional<quint16> m_pointedAt;
    bool m_applied = false;
    bool m_groundWanted = false;
    bool m_hasGround = false;
    PortMapCanvas *m_canvas = nullptr;
    PortMapLegend *m_legend = nullptr;
    PortPanel *m_panel = nullptr;
    QSpinBox *m_jump = nullptr;
    QCheckBox *m_overlays = nullptr;
    QLabel *m_line = nullptr;
    QSplitter *m_splitter = nullptr;
    QThreadPool m_pool;
};

} // namespace portolan
