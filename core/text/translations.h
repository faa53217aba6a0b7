// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QString>

class QCoreApplication;

namespace portolan {

/// Makes tr() speak the first of the locale's languages that Portolan has, with Qt's own texts in
/// the same language where Qt's translations are installed. English is what remains; its plurals
/// ("1 listener", "2 listeners") are always loaded, in the C locale too.
///
/// Call once, after the application object exists and before the first text is shown. The
/// translators belong to the application. Main thread.
void installTranslations(QCoreApplication &application, const QLocale &locale = QLocale::system());

/// The language that installTranslations() found, such as "bg"; "en" before it was called.
[[nodiscard]] QString programLanguage();

} // namespace portolan
