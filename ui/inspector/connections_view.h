// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/update.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QLabel;
class QStackedWidget;

namespace portolan {

class ConnectionModel;
class RemoteAddressModel;

/// Who is connected to a listener: how many in which state, and a table of each connection or of the
/// remote addresses, sorted by value.
class ConnectionsView : public QWidget
{
    Q_OBJECT

public:
    explicit ConnectionsView(QWidget *parent = nullptr);

    /// `details.listener` is not null.
    void showDetails(const FocusDetails &details);
    /// Nothing was sampled yet.
    void clear();

protected:
    void changeEvent(QEvent *event) override;

private:
    enum Page { EachPage, AddressesPage, EmptyPage };

    void showPage();
    void colorNote();

    std::optional<FocusDetails> m_details; ///< nullopt: not read yet
    QLabel *m_counts;
    QLabel *m_note;
    QComboBox *m_grouping;
    QStackedWidget *m_pages;
    QLabel *m_empty;
    ConnectionModel *m_connections;
    RemoteAddressModel *m_remotes;
};

} // namespace portolan
