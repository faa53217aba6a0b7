// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "knowledge/registry_result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace portolan {

/// The project's own table of facts, resources/knowledge/registry.tsv, which the importer writes
/// from IANA's file. UTF-8, one row a line in registry order, fields parted by tabs, empty fields at
/// the end left out. Inside a field `\n` is a line feed, `\t` a tab, `\r` a carriage return and
/// `\\` a backslash. The first line is "# portolan registry 1"; "# date 2026-07" says when the
/// registry was published; other lines that begin with # are remarks. Fields:
///
///     ports           22, 788-799 or nothing
///     transport       tcp, udp, sctp, dccp or nothing
///     service, description, assignee, contact
///     registered, modified    as published: 2008-11 or 2011-07-18
///     reference, service code, unauthorized use reported, assignment notes
[[nodiscard]] RegistryResult parseRegistryTable(QByteArrayView bytes);
[[nodiscard]] QByteArray writeRegistryTable(const QList<Registration> &rows, const QString &date = {});

} // namespace portolan
