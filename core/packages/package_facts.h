// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/fact_source.h"
#include "packages/package_book.h"
#include "packages/package_lookup.h"

#include <memory>

namespace portolan {

/// The package and the file of each owner's leading process: of the script or archive that an interpreter runs, where
/// there is one, else of the executable.
///
/// Owners in containers have none, since this system's databases do not speak of their files; nor have
/// owners that are only guessed among several.
class PackageFacts : public FactSource
{
public:
    explicit PackageFacts(std::unique_ptr<PackageDatabase> database = systemPackages(),
                          const QByteArray &procRoot = "/proc", const PackageLookup::Limits &limits = {});

    void addTo(Owner &owner, const SocketEntry &socket) override;
    /// Has the answers checked when it is time to.
    [[nodiscard]] quint64 revision() const override;
    bool waitForAnswers(std::chrono::milliseconds patience) override;

private:
    std::unique_ptr<PackageLookup> m_lookup;
};

} // namespace portolan
