// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/update.h"
#include "models/port_listeners.h"
#include "registry/registry_searcher.h"

#include <QWidget>

#include <optional>

class QLabel;
class QLineEdit;
class QSplitter;
class QStackedWidget;
class QTableView;

namespace portolan {

class OwnNotesStore;
class PortPanel;
class RegistryFilterBar;
class RegistryModel;

/// The map by itself: a search over the whole registry and the notes, answered as one types, with
/// the explanation of the chosen row beside it.
class RegistryView : public QWidget
{
    Q_OBJECT

public:
    explicit RegistryView(KnowledgePtr knowledge, QWidget *parent = nullptr);
    ~RegistryView() override;

    /// What listens now, for the column "Listening here" and the explanation.
    void apply(const Update &update);
    /// Searches and explains other knowledge from now on. What was typed stays.
    void setKnowledge(const KnowledgePtr &knowledge);
    /// Explains the port and selects its row where the table has one. What was typed stays.
    void showPort(quint16 port);

    [[nodiscard]] const RegistryFilter &filter() const;
    void setFilter(const RegistryFilter &filter);

    /// Shows own notes in the explanation; the store must outlive the view.
    void setOwnNotes(OwnNotesStore *store);

    /// The field one searches this view with.
    [[nodiscard]] QWidget *searchField() const;

Q_SIGNALS:
    void filterChanged(const portolan::RegistryFilter &filter);
    /// The person chose a port here.
    void portActivated(quint16 port);
    /// "Show in Listening" was asked for.
    void listenersWanted(quint16 port);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void buildTable();
    QWidget *buildBar();
    void startSearch();
    void takeAnswer(const RegistryAnswer &answer);
    void showEdition(const Knowledge &knowledge);
    void showCount(const RegistryAnswer &answer);
    [[nodiscard]] QString emptyText(const RegistryAnswer &answer) const;
    void rowChosen();
    void explainCurrentRow();
    void copyRows() const;
    void adaptToFont();
    /// Hides columns that tell less where the descriptions would become too narrow.
    void makeRoomForDescriptions();

    RegistrySearcher m_searcher;
    PortListeners m_listeners;
    RegistryModel *m_model;
    PortPanel *m_panel;
    QLineEdit *m_field = nullptr;
    RegistryFilterBar *m_filters = nullptr;
    QLabel *m_count = nullptr;
    QSplitter *m_splitter = nullptr;
    QStackedWidget *m_answers = nullptr; ///< the table or the empty state
    QTableView *m_table = nullptr;
    QLabel *m_empty = nullptr;
    QLabel *m_edition = nullptr;
    std::optional<RegistryHit> m_chosen; ///< by the person, here or in another view
    int m_leastDescription = 0; ///< pixels
    bool m_searched = false;
    bool m_selecting = false; ///< the selection is being set from here
};

} // namespace portolan
