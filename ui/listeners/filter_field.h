// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "filter/filter_expression.h"
#include "theme/text_field.h"

#include <QTimer>

namespace portolan {

/// The field in which filters are typed; what cannot be understood is underlined where it stands.
class FilterField : public TextField
{
    Q_OBJECT

public:
    explicit FilterField(QWidget *parent = nullptr);

    [[nodiscard]] const FilterExpression &filter() const { return m_filter; }
    /// Without waiting for the typing to pause.
    void applyNow();

Q_SIGNALS:
    /// A moment after the last key.
    void filterChanged(const portolan::FilterExpression &filter);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void parse();
    void underline(const std::optional<FilterExpression::Error> &error);

    FilterExpression m_filter;
    QTimer m_pause;
};

} // namespace portolan
