// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

#include <vector>

namespace portolan {

struct YamlEntry;

/// A plain YAML value with its line. yaml-cpp's own nodes accept a key twice and follow aliases;
/// this tree refuses both.
struct YamlNode
{
    enum class Type { Scalar, List, Map };

    Type type = Type::Scalar;
    int line = 0; ///< counted from 1
    QString scalar;
    std::vector<YamlNode> items;
    std::vector<YamlEntry> entries; ///< in the order of the file
};

struct YamlEntry
{
    QString key;
    YamlNode value;
};

struct YamlResult
{
    YamlNode root;
    int line = 0;
    QString error; ///< empty when all went well
};

/// Reads one document of UTF-8 text, at most one megabyte and 8 levels deep.
[[nodiscard]] YamlResult parseYaml(QByteArrayView bytes);

} // namespace portolan
