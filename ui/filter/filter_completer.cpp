// SPDX-License-Identifier: GPL-3.0-or-later
#include "filter/filter_completer.h"

#include "filter/filter_suggestion_model.h"
#include "inspector/background.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QLineEdit>

namespace portolan {

FilterCompleter::FilterCompleter(QLineEdit *field)
    : QObject(field)
    , m_field(field)
    , m_model(new FilterSuggestionModel(this))
    , m_completer(new QCompleter(m_model, this))
{
    m_completer->setWidget(field);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setMaxVisibleItems(int(maximumSuggestions));
    m_completer->popup()->setObjectName(QStringLiteral("filterSuggestions"));
    m_completer->popup()->setAccessibleName(tr("Suggestions for the filter"));
    m_completer->popup()->setItemDelegate(FilterSuggestionModel::makeDelegate(m_completer->popup()));
    connect(m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this, &FilterCompleter::take);
    connect(field, &QLineEdit::textEdited, this, &FilterCompleter::suggest);
    field->installEventFilter(this);
    m_completer->popup()->installEventFilter(this);
}

void FilterCompleter::apply(const Update &update)
{
    m_snapshot = update.snapshot;
    m_assessments = update.assessments;
}

bool FilterCompleter::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool asks = key->key() == Qt::Key_Down || (key->key() == Qt::Key_Space && key->modifiers() == Qt::ControlModifier);
        if (asks && !m_completer->popup()->isVisible()) {
            suggest();
            return true;
        }
    }
    // The field would clear what was typed.
    if (watched == m_completer->popup() && event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        m_completer->popup()->hide();
        return true;
    }
    return QObject::eventFilter(watched, event);
}

void FilterCompleter::suggest()
{
    count();
    const FilterSuggestions suggestions = suggestFilter(m_field->text(), m_field->cursorPosition(), m_vocabulary);
    m_model->setSuggestions(suggestions);
    if (suggestions.list.isEmpty()) {
        m_completer->popup()->hide();
        return;
    }
    m_completer->setCompletionPrefix(QString());
    m_completer->complete();
    // Nothing is chosen until the person chooses it, so that Enter means what is typed.
    m_completer->popup()->setCurrentIndex({});
}

void FilterCompleter::take(const QModelIndex &index)
{
    const auto taken = m_model->suggestion(index.row());
    if (!taken)
        return;
    const FilterSuggestions &at = m_model->suggestions();
    QString text = m_field->text();
    const QString inserted = taken->isWhole ? taken->text + QLatin1Char(' ') : taken->text;
    qsizetype length = at.length;
    if (taken->isWhole && text.mid(at.position + length, 1) == QLatin1String(" "))
        ++length;
    text.replace(at.position, length, inserted);
    m_field->setText(text);
    m_field->setCursorPosition(int(at.position + inserted.size()));
    if (!taken->isWhole)
        QMetaObject::invokeMethod(this, &FilterCompleter::suggest, Qt::QueuedConnection);
}

void FilterCompleter::count()
{
    if (m_counting || !m_snapshot || m_snapshot == m_counted)
        return;
    m_counting = true;
    inBackground(
        this,
        [snapshot = m_snapshot, assessments = m_assessments] { return std::pair(snapshot, filterVocabulary(*snapshot, assessments)); },
        [this](const std::pair<SnapshotPtr, FilterVocabulary> &counted) {
            m_counting = false;
            m_counted = counted.first;
            const bool isFirst = m_vocabulary.isEmpty();
            m_vocabulary = counted.second;
            if (isFirst && m_field->hasFocus() && !m_field->text().isEmpty())
                suggest();
        });
}

} // namespace portolan
