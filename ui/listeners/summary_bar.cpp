// SPDX-License-Identifier: GPL-3.0-or-later
#include "listeners/summary_bar.h"

#include "inspector/plain.h"
#include "listeners/elided_label.h"
#include "listeners/full_view_button.h"
#include "listeners/namespace_button.h"
#include "theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QTextDocument>

namespace portolan {

SummaryBar::SummaryBar(QWidget *parent)
    : QWidget(parent)
    , m_namespaces(new NamespaceButton(this))
    , m_picture(new ElidedLabel(this))
    , m_fullViewButton(new FullViewButton(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 2, 12, 3);
    row->setSpacing(18);
    for (QLabel *&label : m_counts) {
        label = new QLabel(this);
        label->setTextFormat(Qt::RichText);
        label->setTextInteractionFlags(Qt::TextBrowserInteraction);
        label->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        connect(label, &QLabel::linkActivated, this, [this](const QString &link) {
            Q_EMIT filterWanted(link.mid(1));
        });
        row->addWidget(label);
    }
    row->addWidget(m_namespaces);
    m_picture->setObjectName(QStringLiteral("completeness"));
    m_picture->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    row->addWidget(m_picture, 1);
    row->addWidget(m_fullViewButton);
    connect(m_fullViewButton, &FullViewButton::wanted, this, &SummaryBar::fullViewWanted);
    // As high with the button as without it.
    setMinimumHeight(std::max(fontMetrics().height() + 14, m_fullViewButton->sizeHint().height() + 5));
    showCounts();
    showPicture();
}

QString SummaryBar::intervalText(std::chrono::milliseconds interval)
{
    if (interval.count() % 1000 == 0)
        return tr("%1 s").arg(interval.count() / 1000);
    return tr("%1 ms").arg(interval.count());
}

void SummaryBar::setCounts(const ListenerModel::Counts &counts)
{
    m_current = counts;
    showCounts();
}

void SummaryBar::setPicture(const SnapshotPtr &snapshot, int inferred)
{
    m_snapshot = snapshot;
    m_inferred = inferred;
    showPicture();
}

void SummaryBar::setLiveness(Liveness liveness, std::chrono::milliseconds interval)
{
    m_liveness = liveness;
    m_interval = interval;
    showPicture();
}

void SummaryBar::setFullView(FullViewState state, bool offered)
{
    m_fullViewButton->setState(state, offered);
    if (state == m_fullView)
        return;
    m_fullView = state;
    showPicture();
}

void SummaryBar::showCounts()
{
    struct Count
    {
        int number;
        QString text;
        QString filter;
        bool care;
    };
    const std::array<Count, countLabels> counts {{
        {m_current.listening, tr("<b>%n</b> listening", nullptr, m_current.listening), QString(), false},
        {m_current.reachable, tr("<b>%n</b> reachable from the network", nullptr, m_current.reachable),
         QStringLiteral("exposure:everywhere,link"), false},
        {m_current.investigate, tr("<b>%n</b> to investigate", nullptr, m_current.investigate),
         QStringLiteral("verdict:investigate"), true},
        {m_current.changed, tr("<b>%n</b> changed since accepted", nullptr, m_current.changed), QStringLiteral("is:changed"), true},
        {m_current.notInBaseline, tr("<b>%n</b> new since the baseline", nullptr, m_current.notInBaseline), QStringLiteral("is:new"), false},
        {m_current.opened, tr("<b>%n</b> new since start", nullptr, m_current.opened), QString(), false},
    }};
    const QString plain = palette().color(QPalette::WindowText).name();
    const QString care = theme::danger(palette()).name();
    for (size_t i = 0; i < countLabels; ++i) {
        const Count &count = counts[i];
        const bool link = i == 0 || (!count.filter.isEmpty() && count.number > 0);
        const QString colour = count.care && count.number > 0 ? care : plain;
        const QString text = link
            ? QStringLiteral("<a href=\"#%1\" style=\"color:%2; text-decoration:none\">%3</a>")
                  .arg(count.filter, colour, count.text)
            : QStringLiteral("<span style=\"color:%1\">%2</span>").arg(colour, count.text);
        m_counts[i]->setText(text);
        QTextDocument document;
        document.setHtml(count.text);
        m_counts[i]->setAccessibleName(document.toPlainText());
        m_counts[i]->setFocusPolicy(link ? Qt::TabFocus : Qt::NoFocus);
    }
    // What there is none of needs no room of its own.
    m_counts[2]->setVisible(m_current.investigate > 0);
    m_counts[3]->setVisible(m_current.changed > 0);
    m_counts[4]->setVisible(m_current.notInBaseline > 0);
    // What is new since the baseline says more, and both would be much.
    m_counts[5]->setVisible(m_current.opened > 0 && m_current.notInBaseline == 0);
}

QString SummaryBar::remarkWords(Remark remark)
{
    switch (remark) {
    case Remark::DumpInterrupted:
        return tr("tables kept changing");
    case Remark::NetlinkRefused:
        return tr("netlink refused");
    case Remark::TableUnreadable:
        return tr("a table could not be read");
    case Remark::NamespaceUnreadable:
        return tr("a network namespace could not be read");
    case Remark::ProcUnreadable:
        return tr("owners missing");
    case Remark::OwnersHidden:
        return tr("some owners hidden");
    case Remark::ProcessesHidden:
        return tr("other users' processes hidden");
    case Remark::NoControlGroups:
        return tr("owners cannot be inferred");
    }
    return {};
}

void SummaryBar::showPicture()
{
    QStringList parts;
    QStringList sentences;
    switch (m_liveness) {
    case Liveness::Live:
        parts << tr("live") << tr("every %1").arg(intervalText(m_interval));
        break;
    case Liveness::Paused:
        parts << tr("paused");
        break;
    case Liveness::File:
        parts << tr("not live: snapshot file");
        break;
    }
    if (m_snapshot) {
        if (m_liveness == Liveness::File && m_snapshot->takenAt.isValid())
            parts << tr("taken %1").arg(QLocale().toString(m_snapshot->takenAt.toLocalTime(), QLocale::ShortFormat));
        const bool refused = m_snapshot->remarks.contains(Remark::NetlinkRefused);
        if (m_snapshot->backend == Backend::LinuxProc)
            parts << (refused ? tr("via /proc/net: netlink refused") : tr("via /proc/net"));
        if (m_fullView == FullViewState::On && m_snapshot->privileged) {
            parts << tr("owners seen fully");
            sentences << fullViewText(m_fullView);
        }
        if (m_inferred > 0)
            parts << (m_snapshot->privileged ? tr("%n owner(s) inferred", nullptr, m_inferred)
                                             : tr("%n owner(s) inferred without privileges", nullptr, m_inferred));
        if (m_snapshot->completeness == Completeness::Partial)
            parts << tr("partial");
        for (const Remark remark : m_snapshot->remarks) {
            // Said above, in fewer words.
            const bool said = remark == Remark::NetlinkRefused || (remark == Remark::OwnersHidden && m_inferred > 0);
            if (!said)
                parts << remarkWords(remark);
            sentences << remarkText(remark);
        }
    }
    QPalette muted;
    muted.setColor(QPalette::WindowText, theme::secondaryText(palette()));
    m_picture->setPalette(muted);
    const QString line = parts.join(QStringLiteral(" · "));
    m_picture->setFullText(line);
    m_picture->setToolTip(plain::toolTip(QStringList(line) + sentences));
    m_picture->setAccessibleDescription(sentences.join(QLatin1Char(' ')));
}

QString SummaryBar::countsText() const
{
    QStringList texts;
    for (const QLabel *label : m_counts) {
        if (!label->isHidden())
            texts.append(label->accessibleName());
    }
    return texts.join(QStringLiteral(" · "));
}

QString SummaryBar::pictureText() const
{
    return m_picture->fullText();
}

void SummaryBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        showCounts();
        showPicture();
    }
}

void SummaryBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme::barBackground(palette()));
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme::separator(palette()));
}

} // namespace portolan
