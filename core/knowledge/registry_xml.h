// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "knowledge/registry_result.h"

#include <QByteArrayView>

namespace portolan {

/// Reads the registry as IANA publishes it at
/// https://www.iana.org/assignments/service-names-port-numbers/service-names-port-numbers.xml: a
/// <registry id="service-names-port-numbers"> of the namespace http://www.iana.org/assignments with
/// records, also in registries inside it. A row says what IANA's CSV says of it:
///
///     date, updated           attributes of the record: registered and modified
///     name, protocol, number, description, sc, unauthorized, note
///     xref of a person        the contact, and the assignee where no <assignee> names another
///     other xref              a reference: the element's text, else what it points to
///
/// An xref inside a text becomes its name in square brackets. Other elements are passed over, and so
/// are the people at the end. It is UTF-8, or UTF-16 with its mark. A document type, and with it every entity of its own, is refused.
[[nodiscard]] RegistryResult parseRegistryXml(QByteArrayView bytes, const RegistryProgress &proceed = {});

} // namespace portolan
