// SPDX-License-Identifier: GPL-3.0-or-later
#include "containers/container_facts.h"

#include <utility>

namespace portolan {

ContainerFacts::ContainerFacts(std::shared_ptr<ContainerDirectory> directory)
    : m_directory(std::move(directory))
{
}

void ContainerFacts::addTo(Owner &owner, const SocketEntry &socket)
{
    if (owner.container) {
        if (!socket.networkNamespace.isEmpty() && owner.leader())
            m_directory->noteResident(owner.container->id, owner.leader()->key);
        owner.container = m_directory->completed(*owner.container);
        return;
    }
    // Of several candidates, none is known to be the one.
    const bool isKnown = owner.leader() && (owner.attribution == Attribution::Observed || owner.processes.size() == 1);
    if (isKnown) {
        if (const auto served = servedContainer(*owner.leader()))
            owner.container = m_directory->servedBy(*served, owner.leader()->key, socket.transport, socket.port);
    } else if (socket.networkNamespace.isEmpty() && owner.reason != OwnerReason::KernelSocket) {
        owner.container = m_directory->servedAt(socket.transport, socket.port, socket.address);
    }
}

} // namespace portolan
