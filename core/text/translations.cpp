// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QTranslator>

#include <memory>

// Must stand outside of every namespace. Needed because the resource is in a static library,
// which the linker drops when nothing in it is named.
static void initTranslationResource()
{
    Q_INIT_RESOURCE(portolan_translations);
}

namespace portolan {

namespace {

QString &language()
{
    static QString name = QStringLiteral("en");
    return name;
}

void install(QCoreApplication &application, std::unique_ptr<QTranslator> translator)
{
    translator->setParent(&application);
    QCoreApplication::installTranslator(translator.release());
}

} // namespace

void installTranslations(QCoreApplication &application, const QLocale &locale)
{
    initTranslationResource();
    const QString folder = QStringLiteral(":/i18n");

    auto english = std::make_unique<QTranslator>();
    if (english->load(folder + QLatin1String("/portolan_en.qm")))
        install(application, std::move(english));

    auto own = std::make_unique<QTranslator>();
    if (!own->load(locale, QStringLiteral("portolan"), QStringLiteral("_"), folder, QStringLiteral(".qm")))
        return;
    // Qt's texts follow the language that was found, not the locale: a dialog has one language.
    const QLocale found(own->language());
    language() = found.name().section(QLatin1Char('_'), 0, 0);
    install(application, std::move(own));
    if (found.language() == QLocale::English)
        return;
    auto qt = std::make_unique<QTranslator>();
    if (qt->load(found, QStringLiteral("qtbase"), QStringLiteral("_"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        install(application, std::move(qt));
}

QString programLanguage()
{
    return language();
}

} // namespace portolan
