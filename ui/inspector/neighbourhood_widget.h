// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "knowledge/explanation.h"

#include <QList>
#include <QRect>
#include <QSet>
#include <QWidget>

namespace portolan {

/// The drawing of the ports around one port: the known ranges that cover it as labelled bars, and
/// one tick per port, which tells registered, unregistered and listening ports apart. Left and
/// Right move over the ports that have something to say, Enter or a click chooses one.
class NeighbourhoodWidget : public QWidget
{
    Q_OBJECT

public:
    explicit NeighbourhoodWidget(KnowledgePtr knowledge, QWidget *parent = nullptr);

    void showNeighbourhood(const Explanation &explanation);
    /// For what is shown from now on.
    void setKnowledge(const KnowledgePtr &knowledge) { m_knowledge = knowledge; }
    void setListeningPorts(const QSet<quint16> &ports);

    /// The port the keyboard is on.
    [[nodiscard]] quint16 currentPort() const { return m_current; }
    /// "3156, registered as indura, nothing listens"; translated, visible.
    [[nodiscard]] QString describe(quint16 port) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void portActivated(quint16 port);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Bar
    {
        CoveringRange range;
        QString label;
        int lane = 0;
    };
    enum class Tick : quint8 { Unregistered, Registered, Listening };

    void placeBars();
    void setCurrent(quint16 port);
    [[nodiscard]] Tick tickOf(quint16 port) const;
    /// Left edge of the port's place, in device-independent pixels.
    [[nodiscard]] qreal left(int port) const;
    [[nodiscard]] quint16 portAt(qreal x) const;
    [[nodiscard]] QRectF barRect(const Bar &bar) const;
    /// Where the bar's label stands: inside, or beside a bar that is too narrow for it.
    [[nodiscard]] QRectF labelRect(const Bar &bar) const;
    [[nodiscard]] int laneHeight() const;
    [[nodiscard]] int ticksTop() const;
    void drawTicks(QPainter &painter) const;
    void drawBars(QPainter &painter) const;
    void drawScale(QPainter &painter) const;
    [[nodiscard]] QString toolTipAt(const QPoint &position) const;

    KnowledgePtr m_knowledge;
    Explanation m_explanation;
    QSet<quint16> m_listening;
    QList<bool> m_registered; ///< per port from neighbourhoodFrom on
    QList<Bar> m_bars;
    int m_lanes = 0;
    quint16 m_current = 0;
};

} // namespace portolan
