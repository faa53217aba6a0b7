// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "assess/verdict.h"
#include "portmap/port_ground.h"

#include <QHash>
#include <QWidget>

#include <optional>

namespace portolan {

/// One sign of the port map with its meaning: the shape of a verdict or the colour of the ground.
class PortMapLegendItem : public QWidget
{
    Q_OBJECT

public:
    PortMapLegendItem(Verdict verdict, const QString &text, QWidget *parent);
    PortMapLegendItem(PortGround::Cell cell, const QString &text, QWidget *parent);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] int signWidth() const;

    std::optional<Verdict> m_verdict;
    PortGround::Cell m_cell;
    QString m_text;
};

/// What the signs of the port map mean. Wraps into as many lines as the width asks for.
class PortMapLegend : public QWidget
{
    Q_OBJECT

public:
    explicit PortMapLegend(QWidget *parent = nullptr);

    /// Explains only what is laid over.
    void setGround(const PortGround &ground);

private:
    QHash<KnownRange::Kind, QWidget *> m_kinds;
    QWidget *m_system = nullptr;
    QWidget *m_dynamic = nullptr;
};

} // namespace portolan
