// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <memory>

namespace portolan {

/// What a port said when it was asked. Hostile text.
struct PortAnswer
{
    /// What it speaks, for people, with the product where it was told: "HTTP (nginx)"; empty when it said
    /// nothing that is known.
    QString summary;
    /// Names under which the registry may have it: "http", "http-alt".
    QStringList services;

    friend bool operator==(const PortAnswer &, const PortAnswer &) = default;
};

using PortAnswerPtr = std::shared_ptr<const PortAnswer>;

} // namespace portolan
