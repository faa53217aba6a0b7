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

/// In bytes; nothing written by hand is larger.
inline constexpr qsizetype largestYaml = 1024 * 1024;

/// Reads one document of UTF-8 text, at most `largest` bytes and 8 levels deep. Errors are translated.
[[nodiscard]] YamlResult parseYaml(QByteArrayView bytes, qsizetype largest = largestYaml);

} // namespace portolan
