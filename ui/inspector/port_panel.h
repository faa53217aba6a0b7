// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/port_listeners.h"

#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace portolan {

class ExplanationPanel;
class OwnNotesStore;

/// The explanation beside a view of ports, with the way to what listens there. A hidden panel
/// catches up when it is shown.
class PortPanel : public QWidget
{
    Q_OBJECT

public:
    explicit PortPanel(KnowledgePtr knowledge, QWidget *parent = nullptr);

    /// Explains what is shown anew, by other knowledge.
    void setKnowledge(const KnowledgePtr &knowledge);
    /// What listens now; what is shown follows.
    void setListeners(const PortListeners &listeners);
    /// Explains the port, with what listens on it where something does. Without a transport, either.
    void showPort(quint16 port, std::optional<Transport> transport = std::nullopt);
    /// Shows own notes and lets them be written; the store must outlive the panel.
    void setOwnNotes(OwnNotesStore *store);
    /// Says why there is nothing to explain.
    void showMessage(const QString &message);

    [[nodiscard]] std::optional<quint16> port() const { return m_port; }

Q_SIGNALS:
    /// A neighbour was chosen in the drawing.
    void portActivated(quint16 port);
    /// "Show in Listening" was asked for.
    void listenersWanted(quint16 port);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void explain();

    PortListeners m_listeners;
    std::optional<quint16> m_port;
    std::optional<Transport> m_transport;
    QStackedWidget *m_pages = nullptr;
    ExplanationPanel *m_explanation = nullptr;
    QLabel *m_message = nullptr;
    QPushButton *m_showListeners = nullptr;
};

} // namespace portolan
