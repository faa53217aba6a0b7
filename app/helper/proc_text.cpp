// SPDX-License-Identifier: GPL-3.0-or-later
#include "proc_text.h"

#include <algorithm>
#include <charconv>

namespace portolan::helper {

namespace {

/// The text's n-th word, from 0; words are separated by spaces. Empty when there are fewer.
std::string_view word(std::string_view text, int n)
{
    for (;; --n) {
        text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
        const size_t end = std::min(text.find(' '), text.size());
        if (n == 0 || text.empty())
            return text.substr(0, end);
        text.remove_prefix(end);
    }
}

} // namespace

std::optional<uint64_t> number(std::string_view text)
{
    uint64_t value = 0;
    const char *const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value);
    return error == std::errc() && stop == end ? std::optional(value) : std::nullopt;
}

std::optional<uint64_t> numberInLink(std::string_view link, std::string_view kind)
{
    if (!link.starts_with(kind))
        return std::nullopt;
    link.remove_prefix(kind.size());
    if (!link.starts_with(":[") || !link.ends_with(']'))
        return std::nullopt;
    return number(link.substr(2, link.size() - 3));
}

std::optional<uint64_t> startTicks(std::string_view stat)
{
    // The name is field 2 and may contain anything, also parentheses; field 3 follows the last one.
    const size_t name = stat.rfind(')');
    return name == stat.npos ? std::nullopt : number(word(stat.substr(name + 1), 22 - 3));
}

std::optional<uint64_t> inodeInState(std::string_view line, std::string_view state)
{
    if (word(line, 3) != state)
        return std::nullopt;
    const std::optional<uint64_t> inode = number(word(line, 9));
    return inode == uint64_t(0) ? std::nullopt : inode;
}

} // namespace portolan::helper
