// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/translations.h"

#include <QCoreApplication>
#include <QFile>
#include <QLibraryInfo>
#include <QTest>
#include <QTranslator>
#include <QXmlStreamReader>

using namespace portolan;

namespace {

struct Message {
    QString context;
    QString source;
    QString translation;
};

/// The finished messages without plural of a .ts file.
QList<Message> finishedMessages(const QString &path)
{
    QList<Message> messages;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return messages;
    QXmlStreamReader xml(&file);
    QString context;
    Message message;
    bool usable = false;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement()) {
            if (xml.name() == QLatin1String("name")) {
                context = xml.readElementText();
            } else if (xml.name() == QLatin1String("message")) {
                message = {context, {}, {}};
                usable = !xml.attributes().hasAttribute(QLatin1String("numerus"));
            } else if (xml.name() == QLatin1String("comment")) {
                usable = false; // told apart by a comment, which translate() would need too
            } else if (xml.name() == QLatin1String("source")) {
                message.source = xml.readElementText();
            } else if (xml.name() == QLatin1String("translation") && usable) {
                usable = !xml.attributes().hasAttribute(QLatin1String("type"));
                message.translation = xml.readElementText(QXmlStreamReader::IncludeChildElements);
            }
        } else if (xml.isEndElement() && xml.name() == QLatin1String("message") && usable) {
            messages.append(message);
        }
    }
    return messages;
}

QString translated(const Message &message)
{
    return QCoreApplication::translate(message.context.toUtf8().constData(), message.source.toUtf8().constData());
}

} // namespace

class TranslationsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void cleanup() { qDeleteAll(qApp->findChildren<QTranslator *>()); }

    void bulgarianShowsEveryFinishedText()
    {
        const QList<Message> messages = finishedMessages(QStringLiteral(PORTOLAN_TRANSLATIONS "/portolan_bg.ts"));
        if (messages.isEmpty())
            QSKIP("portolan_bg.ts has no finished texts");
        installTranslations(*qApp, QLocale(QLocale::Bulgarian));
        for (const Message &message : messages)
            QCOMPARE(translated(message), message.translation);
    }

    void qtSpeaksTheSameLanguage()
    {
        if (!QFile::exists(QLibraryInfo::path(QLibraryInfo::TranslationsPath) + QLatin1String("/qtbase_bg.qm")))
            QSKIP("Qt's own translations are not installed (Debian: qt6-translations-l10n)");
        installTranslations(*qApp, QLocale(QLocale::Bulgarian));
        QVERIFY(QCoreApplication::translate("QPlatformTheme", "Cancel") != QLatin1String("Cancel"));
    }

    void everythingStaysEnglishInALanguageWithoutTranslation()
    {
        installTranslations(*qApp, QLocale(QLocale::French));
        QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), QStringLiteral("Cancel"));
    }

    void everythingStaysEnglishInTheCLocale()
    {
        installTranslations(*qApp, QLocale::c());
        QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), QStringLiteral("Cancel"));
        // The English plurals are there all the same.
        QVERIFY(!qApp->findChildren<QTranslator *>().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TranslationsTest)
#include "translations_test.moc"
