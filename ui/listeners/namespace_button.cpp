// SPDX-License-Identifier: GPL-3.0-or-later
#include "listeners/namespace_button.h"

#include "models/listener_labels.h"
#include "text/text.h"

#include <QActionGroup>
#include <QMenu>

namespace portolan {

namespace {

constexpr qsizetype longestName = 40;

/// As the filter names the host's own.
QString hostName()
{
    return QStringLiteral("host");
}

QString withoutMnemonics(QString text)
{
    return text.replace(QLatin1Char('&'), QLatin1String("&&"));
}

} // namespace

NamespaceButton::NamespaceButton(QWidget *parent)
    : QToolButton(parent)
    , m_choices(new QMenu(this))
{
    setObjectName(QStringLiteral("namespaces"));
    setPopupMode(QToolButton::InstantPopup);
    setToolButtonStyle(Qt::ToolButtonTextOnly);
    setFocusPolicy(Qt::StrongFocus);
    setStyleSheet(QStringLiteral("QToolButton::menu-indicator { image: none; }"));
    setToolTip(tr("Containers and others have networks of their own, with ports of their own. Show the listeners of one, "
                  "or of all."));
    setMenu(m_choices);
    connect(m_choices, &QMenu::aboutToShow, this, &NamespaceButton::fillMenu);
    hide();
    showCurrent();
}

void NamespaceButton::setNamespaces(const QMap<QString, int> &counts)
{
    if (counts == m_counts)
        return;
    m_counts = counts;
    // What the filter asks for can be taken back here, also when it has gone.
    setVisible(m_counts.size() > 1 || !m_current.isNull());
}

void NamespaceButton::setCurrent(const QString &name)
{
    m_current = name;
    setVisible(m_counts.size() > 1 || !m_current.isNull());
    showCurrent();
}

void NamespaceButton::showCurrent()
{
    const bool host = m_current.compare(hostName(), Qt::CaseInsensitive) == 0;
    const QString name = m_current.isNull() ? tr("all", "network namespaces")
                                            : text::visible(host ? labels::networkNamespace({}) : m_current, longestName);
    setText(withoutMnemonics(tr("Namespace: %1 \u25be", "with the sign of a menu").arg(name)));
    setAccessibleName(tr("Network namespace: %1").arg(name));
}

void NamespaceButton::fillMenu()
{
    m_choices->clear();
    delete m_choices->findChild<QActionGroup *>();
    new QActionGroup(m_choices);
    addChoice(tr("All"), QString());
    m_choices->addSeparator();
    for (auto count = m_counts.cbegin(); count != m_counts.cend(); ++count) {
        addChoice(tr("%1 (%2)", "network namespace, number of its listeners")
                      .arg(labels::networkNamespace(count.key()), QString::number(count.value())),
                  count.key().isEmpty() ? hostName() : count.key());
    }
}

void NamespaceButton::addChoice(const QString &label, const QString &filterName)
{
    QAction *action = m_choices->addAction(withoutMnemonics(label), this, [this, filterName] { Q_EMIT chosen(filterName); });
    action->setCheckable(true);
    action->setChecked(filterName.isNull() ? m_current.isNull() : filterName.compare(m_current, Qt::CaseInsensitive) == 0);
    action->setActionGroup(m_choices->findChild<QActionGroup *>());
}

} // namespace portolan
