// SPDX-License-Identifier: GPL-3.0-or-later
#include "listeners/legend_bar.h"

#include "inspector/plain.h"
#include "listeners/elided_label.h"
#include "theme/theme.h"

#include <QCheckBox>
#include <QEvent>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QStyle>
#include <QToolButton>

namespace portolan {

namespace {

constexpr int sideMargin = 12;
constexpr int edgeMargin = 5;
constexpr int spacing = 14;

} // namespace

LegendBar::LegendBar(QWidget *parent)
    : QWidget(parent)
    , m_caption(new QLabel(tr("Highlight:"), this))
    , m_more(nullptr)
    , m_meaning(nullptr)
{
    setObjectName(QStringLiteral("legend"));
    setAccessibleName(tr("Legend"));
    auto *menu = new QMenu(this);
    for (const Mark mark : allMarks()) {
        auto *box = new QCheckBox(this);
        box->setObjectName(QStringLiteral("highlight-") + markName(mark));
        box->setAccessibleName(tr("Highlight ports with the mark “%1”").arg(markLabel(mark)));
        box->setAccessibleDescription(markMeaning(mark));
        box->setToolTip(plain::toolTip(markMeaning(mark)));
        QAction *action = menu->addAction(QString());
        action->setCheckable(true);
        action->setToolTip(plain::toolTip(markMeaning(mark)));
        connect(box, &QCheckBox::toggled, this, [this, mark](bool on) { setOn(mark, on); });
        connect(action, &QAction::toggled, this, [this, mark](bool on) { setOn(mark, on); });
        m_switches.append({mark, box, action});
    }
    menu->setToolTipsVisible(true);
    m_more = new QToolButton(this);
    m_more->setObjectName(QStringLiteral("moreMarks"));
    m_more->setText(tr("Marks… \u25be", "with the sign of a menu"));
    m_more->setAccessibleName(tr("Marks…"));
    // Its text has an arrow of its own, in line with it.
    m_more->setStyleSheet(QStringLiteral("QToolButton::menu-indicator { image: none; }"));
    m_more->setAccessibleDescription(tr("More marks to highlight ports by"));
    m_more->setFocusPolicy(Qt::StrongFocus);
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setMenu(menu);
    m_meaning = new ElidedLabel(this);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    adaptColours();
    setCounts({});
}

void LegendBar::setCounts(const QHash<Mark, int> &counts)
{
    bool any = false;
    for (Switch &one : m_switches) {
        one.count = counts.value(one.mark);
        any = any || one.count > 0;
        const QString text = tr("%1 %2 (%3)", "sign, name and number of ports")
                                 .arg(QString(markGlyph(one.mark)), markLabel(one.mark), QString::number(one.count));
        if (one.box->text() == text)
            continue;
        one.box->setText(text);
        one.action->setText(text);
    }
    showState();
    setVisible(any);
}

void LegendBar::setHighlighted(Marks marks)
{
    if (marks == m_highlighted)
        return;
    m_highlighted = marks;
    showState();
    Q_EMIT highlightedChanged(marks);
}

void LegendBar::setOn(Mark mark, bool on)
{
    Marks marks = m_highlighted;
    setHighlighted(marks.setFlag(mark, on));
}

void LegendBar::showState()
{
    for (const Switch &one : std::as_const(m_switches)) {
        const bool on = m_highlighted.testFlag(one.mark);
        one.box->setChecked(on);
        one.action->setChecked(on);
    }
    const QString lines = text();
    m_meaning->setFullText(QString(lines).replace(QLatin1Char('\n'), QStringLiteral("   ")));
    m_meaning->setToolTip(lines.isEmpty() ? QString() : plain::toolTip(lines));
    updateGeometry();
    arrange();
}

QString LegendBar::text() const
{
    QStringList lines;
    for (const Switch &one : m_switches) {
        if (one.count > 0 && m_highlighted.testFlag(one.mark))
            lines.append(tr("%1 %2").arg(QString(markGlyph(one.mark)), markMeaning(one.mark)));
    }
    return lines.join(QLatin1Char('\n'));
}

int LegendBar::lineHeight() const
{
    return std::max(m_switches.first().box->sizeHint().height(), m_more->sizeHint().height());
}

QSize LegendBar::sizeHint() const
{
    int width = m_caption->sizeHint().width();
    for (const Switch &one : m_switches) {
        if (one.count > 0)
            width += spacing + one.box->sizeHint().width();
    }
    return {width + 2 * sideMargin, minimumSizeHint().height()};
}

QSize LegendBar::minimumSizeHint() const
{
    const int meaning = m_meaning->fullText().isEmpty() ? 0 : m_meaning->sizeHint().height() + 1;
    return {m_more->sizeHint().width() + 2 * sideMargin, lineHeight() + meaning + 2 * edgeMargin};
}

void LegendBar::arrange()
{
    const int height = lineHeight();
    const int end = width() - sideMargin;
    int x = sideMargin;
    const auto place = [&](QWidget *widget, int wide) {
        const QRect line(x, edgeMargin + (height - widget->sizeHint().height()) / 2, wide, widget->sizeHint().height());
        widget->setGeometry(QStyle::visualRect(layoutDirection(), rect(), line));
        x += wide + spacing;
    };

    int wanted = 0;
    for (const Switch &one : std::as_const(m_switches)) {
        if (one.count > 0)
            wanted += spacing + one.box->sizeHint().width();
    }
    // The caption goes first, then the last switches.
    const int caption = m_caption->sizeHint().width();
    const bool captioned = x + caption + wanted <= end;
    m_caption->setVisible(captioned);
    if (captioned)
        place(m_caption, caption);
    const bool fits = captioned || x + wanted - spacing <= end;
    const int room = fits ? end : end - m_more->sizeHint().width() - spacing;
    bool full = false;
    for (const Switch &one : std::as_const(m_switches)) {
        const int wide = one.box->sizeHint().width();
        full = full || (one.count > 0 && x + wide > room);
        const bool shown = one.count > 0 && !full;
        one.box->setVisible(shown);
        one.action->setVisible(one.count > 0 && full);
        if (shown)
            place(one.box, wide);
    }
    m_more->setVisible(full);
    if (full)
        place(m_more, m_more->sizeHint().width());

    m_meaning->setVisible(!m_meaning->fullText().isEmpty());
    m_meaning->setGeometry(sideMargin, edgeMargin + height + 1, std::max(0, end - sideMargin),
                           m_meaning->sizeHint().height());
}

void LegendBar::adaptColours()
{
    const QColor background = theme::barBackground(palette());
    const auto paint = [](QWidget *widget, const QColor &colour) {
        QPalette colours;
        colours.setColor(QPalette::WindowText, colour);
        widget->setPalette(colours);
    };
    for (const Switch &one : std::as_const(m_switches))
        paint(one.box, theme::readable(theme::mark(one.mark, palette()), background));
    paint(m_caption, theme::secondaryText(palette()));
    paint(m_meaning, theme::secondaryText(palette()));
}

void LegendBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        adaptColours();
    } else if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange
               || event->type() == QEvent::LayoutDirectionChange) {
        updateGeometry();
        arrange();
    }
}

void LegendBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void LegendBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme::barBackground(palette()));
    painter.fillRect(QRect(0, 0, width(), 1), theme::separator(palette()));
}

} // namespace portolan
