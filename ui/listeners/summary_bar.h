// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/listener_model.h"
#include "monitor/full_view.h"
#include "snapshot/snapshot.h"

#include <QWidget>

#include <array>

class QLabel;

namespace portolan {

class ElidedLabel;
class FullViewButton;
class NamespaceButton;

/// The line above the table: how many listeners there are, and how complete the picture is.
class SummaryBar : public QWidget
{
    Q_OBJECT

public:
    /// Where the picture comes from.
    enum class Liveness { Live, Paused, File };

    explicit SummaryBar(QWidget *parent = nullptr);

    void setCounts(const ListenerModel::Counts &counts);
    void setPicture(const SnapshotPtr &snapshot, int inferred);
    void setLiveness(Liveness liveness, std::chrono::milliseconds interval);

    /// Whether owners are seen fully, and whether that is offered.
    void setFullView(FullViewState state, bool offered);

    [[nodiscard]] NamespaceButton *namespaces() const { return m_namespaces; }
    [[nodiscard]] QString countsText() const;
    [[nodiscard]] QString pictureText() const;
    /// "250 ms", "1 s"
    [[nodiscard]] static QString intervalText(std::chrono::milliseconds interval);

Q_SIGNALS:
    /// A count was chosen: show only what it counts. Empty shows everything.
    void filterWanted(const QString &filter);
    void fullViewWanted(bool on);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void showCounts();
    void showPicture();
    /// A few words for the line; the whole sentence is in its tool tip.
    [[nodiscard]] static QString remarkWords(Remark remark);

    static constexpr size_t countLabels = 6;
    std::array<QLabel *, countLabels> m_counts {};
    NamespaceButton *m_namespaces;
    ElidedLabel *m_picture;
    FullViewButton *m_fullViewButton;
    FullViewState m_fullView = FullViewState::Off;
    ListenerModel::Counts m_current;
    SnapshotPtr m_snapshot;
    int m_inferred = 0;
    Liveness m_liveness = Liveness::Live;
    std::chrono::milliseconds m_interval {1000};
};

} // namespace portolan
