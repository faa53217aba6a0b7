// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/port_listeners.h"
#include "monitor/update.h"
#include "net/transport.h"
#include "portmap/port_map_state.h"

#include <QThreadPool>
#include <QWidget>

#include <optional>

class QLabel;
class QSplitter;
class QToolButton;

namespace portolan {

class JumpField;
class OwnNotesStore;
class PortGround;
class PortMapCanvas;
class PortMapLegend;
class PortPanel;
class RangeChooser;

/// All ports in one picture, the explanation of the chosen one beside it.
class PortMapView : public QWidget
{
    Q_OBJECT

public:
    explicit PortMapView(KnowledgePtr knowledge, QWidget *parent = nullptr);
    /// Waits for the ground that is being computed.
    ~PortMapView() override;

    void apply(const Update &update);
    /// There is no snapshot to show: the file could not be read.
    void showUnreadable();
    /// Draws and explains by other knowledge from now on.
    void setKnowledge(const KnowledgePtr &knowledge);
    /// Frames and explains the port.
    void showPort(quint16 port);
    /// Whether the ground was computed.
    [[nodiscard]] bool hasGround() const { return m_hasGround; }

    [[nodiscard]] PortMapState state() const;
    /// Looks as it did; before the view is shown.
    void restore(const PortMapState &state);

    /// Shows own notes in the explanation; the store must outlive the view.
    void setOwnNotes(OwnNotesStore *store);

    /// The field one searches this view with.
    [[nodiscard]] QWidget *searchField() const;

Q_SIGNALS:
    /// The person chose a port here.
    void portActivated(quint16 port);
    /// "Show in Listening" was asked for.
    void listenersWanted(quint16 port);
    /// What state() tells is another.
    void stateChanged();

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    enum class Picture { None, There, Unreadable };

    QWidget *buildBar();
    void connectCanvas();
    void computeGround();
    void takeGround(PortGround ground);
    void layOver(const QSet<QString> &toggled);
    void showLine(std::optional<quint16> port);
    void showEmptiness();
    void jump(quint16 port, std::optional<Transport> transport);

    KnowledgePtr m_knowledge;
    PortListeners m_listeners;
    std::optional<quint16> m_pointedAt;
    Picture m_picture = Picture::None;
    bool m_groundWanted = false;
    bool m_hasGround = false;
    QSet<QString> m_toggled; ///< ranges, by id
    PortMapCanvas *m_canvas = nullptr;
    PortMapLegend *m_legend = nullptr;
    PortPanel *m_panel = nullptr;
    JumpField *m_jump = nullptr;
    QLabel *m_refusal = nullptr;
    QToolButton *m_rangesButton = nullptr;
    RangeChooser *m_ranges = nullptr;
    QLabel *m_line = nullptr;
    QLabel *m_empty = nullptr;
    QSplitter *m_splitter = nullptr;
    QThreadPool m_pool;
};

} // namespace portolan
