// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "containers/container_directory.h"
#include "monitor/fact_source.h"

#include <memory>

namespace portolan {

/// Says which container an owner runs in or works for, with its name, image and published ports.
class ContainerFacts : public FactSource
{
public:
    explicit ContainerFacts(std::shared_ptr<ContainerDirectory> directory);

    void addTo(Owner &owner, const SocketEntry &socket) override;
    [[nodiscard]] quint64 revision() const override { return m_directory->revision(); }
    bool waitForAnswers(std::chrono::milliseconds patience) override { return m_directory->waitForAnswers(patience); }

private:
    std::shared_ptr<ContainerDirectory> m_directory;
};

} // namespace portolan
