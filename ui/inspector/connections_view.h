// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/connection_source.h"

#include <QWidget>

class QLabel;

namespace portolan {

class ConnectionModel;

/// The connections of a listener and its process: how many, and a table sorted by value.
class ConnectionsView : public QWidget
{
    Q_OBJECT

public:
    explicit ConnectionsView(QWidget *parent = nullptr);

    void showSample(const ConnectionSample &sample);
    /// Nothing was sampled yet.
    void clear();

private:
    QLabel *m_counts;
    ConnectionModel *m_model;
};

} // namespace portolan
