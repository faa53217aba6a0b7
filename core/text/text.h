// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <QStringView>

/// Text that comes from the kernel, from processes and from files is hostile. It is decoded once
/// with fromKernel() and made harmless with visible() wherever people see it.
namespace portolan::text {

/// Decodes UTF-8. Every byte that is not part of valid UTF-8 becomes `\xHH`; a backslash that
/// would read as such an escape becomes `\x5c`. Everything else is unchanged, so the result can be
/// turned back with toKernel().
[[nodiscard]] QString fromKernel(QByteArrayView bytes);
/// The exact inverse of fromKernel().
[[nodiscard]] QByteArray toKernel(QStringView text);

/// Whether visible() escapes the character, also inside a longer text.
[[nodiscard]] bool mayAct(char32_t character);

/// A copy in which nothing can act: control characters (C0, C1, DEL), line and paragraph
/// separators, bidirectional controls, zero-width and unassigned or private characters and lone
/// surrogates become visible escapes such as `\n`, `\x1b` or `\u{202e}`. The result has one line.
/// Markup is not touched: the caller shows it as plain text or escapes it for its format.
[[nodiscard]] QString visible(QStringView text);
/// As above, cut in the middle with "…" when longer than `maximum` characters.
[[nodiscard]] QString visible(QStringView text, qsizetype maximum);

/// A command line as one would type it in a POSIX shell: quoted where needed, then visible().
[[nodiscard]] QString shellQuoted(const QStringList &arguments);

} // namespace portolan::text
