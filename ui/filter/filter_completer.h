// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "filter/filter_suggestions.h"
#include "monitor/update.h"

#include <QObject>

class QCompleter;
class QLineEdit;
class QModelIndex;

namespace portolan {

class FilterSuggestionModel;

/// Offers below a line edit what can stand where the person is typing: on the way, or with the arrow
/// down or Ctrl+Space at any time. Enter or a click takes what is chosen, Escape closes. What the listeners
/// have is counted on a pool thread.
class FilterCompleter : public QObject
{
    Q_OBJECT

public:
    explicit FilterCompleter(QLineEdit *field);

    /// Offers what the listeners of this update have.
    void apply(const Update &update);
    [[nodiscard]] QCompleter *completer() const { return m_completer; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void suggest();
    void take(const QModelIndex &index);
    void count();

    QLineEdit *m_field;
    FilterSuggestionModel *m_model;
    QCompleter *m_completer;
    FilterVocabulary m_vocabulary;
    SnapshotPtr m_snapshot; ///< the newest
    QList<AssessmentPtr> m_assessments;
    SnapshotPtr m_counted; ///< that m_vocabulary is of
    bool m_counting = false;
};

} // namespace portolan
