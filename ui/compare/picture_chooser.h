// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compare/comparison_text.h"

#include <QComboBox>
#include <QList>

namespace portolan {

/// Chooses one of the pictures that can be compared: now, the baseline, files and moments that were
/// chosen before, or another one of these.
class PictureChooser : public QComboBox
{
    Q_OBJECT

public:
    explicit PictureChooser(const QString &objectName, const QString &accessibleName, QWidget *parent = nullptr);

    /// Whether moments of a history can be chosen.
    void setMomentsOffered(bool offered);
    /// Adds a picture, or brings one of the same file or moment up to date. Chooses it where `choose` is set.
    void add(const PictureName &name, bool choose);
    [[nodiscard]] const PictureName &chosen() const { return m_chosen; }
    /// Without picked().
    void choose(PictureKind kind);

Q_SIGNALS:
    void picked();
    void fileWanted();
    void momentWanted();

private:
    void rebuild();
    void take(int index);

    QList<PictureName> m_pictures;
    PictureName m_chosen;
    bool m_moments = false;
};

} // namespace portolan
