// SPDX-License-Identifier: GPL-3.0-or-later
// A target that is to be precompiled needs a source.
