// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

namespace portolan {

/// The terms of the filter, each as a button that takes it out. One that cannot be understood shows as
/// wrong. Hidden while there is none.
class FilterChips : public QWidget
{
    Q_OBJECT

public:
    explicit FilterChips(QWidget *parent = nullptr);

    /// The filter as typed.
    void setFilter(const QString &text);

Q_SIGNALS:
    /// The filter without the term that was taken out, or with it turned into its opposite.
    void filterWanted(const QString &text);

protected:
    void changeEvent(QEvent *event) override;

private:
    void rebuild();

    QString m_text;
    QStringList m_shown; ///< what the buttons stand for
};

} // namespace portolan
