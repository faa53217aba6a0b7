// SPDX-License-Identifier: GPL-3.0-or-later
#include "compare/picture_chooser.h"

#include <algorithm>

namespace portolan {

namespace {

bool isSamePicture(const PictureName &a, const PictureName &b)
{
    if (a.kind != b.kind)
        return false;
    return a.kind == PictureKind::File ? a.fileName == b.fileName : a.kind != PictureKind::Moment || a.at == b.at;
}

} // namespace

PictureChooser::PictureChooser(const QString &objectName, const QString &accessibleName, QWidget *parent)
    : QComboBox(parent)
    , m_pictures { { PictureKind::Now }, { PictureKind::Baseline } }
{
    setObjectName(objectName);
    setAccessibleName(accessibleName);
    setSizeAdjustPolicy(AdjustToContents);
    rebuild();
    connect(this, &QComboBox::activated, this, &PictureChooser::take);
}

void PictureChooser::setMomentsOffered(bool offered)
{
    m_moments = offered;
    rebuild();
}

void PictureChooser::add(const PictureName &name, bool choose)
{
    const auto same = std::ranges::find_if(m_pictures, [&name](const PictureName &one) { return isSamePicture(one, name); });
    if (same == m_pictures.end())
        m_pictures += name;
    else
        *same = name;
    if (choose || isSamePicture(m_chosen, name))
        m_chosen = name;
    rebuild();
}

void PictureChooser::choose(PictureKind kind)
{
    m_chosen = *std::ranges::find(m_pictures, kind, &PictureName::kind);
    rebuild();
}

void PictureChooser::rebuild()
{
    const QSignalBlocker quiet(this);
    clear();
    for (const PictureName &one : std::as_const(m_pictures)) {
        QString text = one.text();
        text[0] = text[0].toUpper();
        addItem(text);
        if (isSamePicture(one, m_chosen))
            setCurrentIndex(count() - 1);
    }
    insertSeparator(count());
    addItem(tr("A snapshot file…"));
    if (m_moments)
        addItem(tr("A moment in the history…"));
}

void PictureChooser::take(int index)
{
    if (index < m_pictures.size()) {
        m_chosen = m_pictures[index];
        Q_EMIT picked();
        return;
    }
    // What is chosen is shown again until there is another picture.
    rebuild();
    if (index == m_pictures.size() + 1)
        Q_EMIT fileWanted();
    else if (index == m_pictures.size() + 2)
        Q_EMIT momentWanted();
}

} // namespace portolan
