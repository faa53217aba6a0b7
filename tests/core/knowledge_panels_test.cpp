// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/explanation.h"
#include "knowledge/knowledge_format.h"
#include "knowledge/knowledge_translation.h"
#include "knowledge/panel_yaml.h"
#include "knowledge/translation_encoder.h"
#include "knowledge/translation_yaml.h"
#include "support/fixture.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace portolan;
using test::fixture;

class KnowledgePanelsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void readsPanels();
    void saysWherePanelsAreWrong_data();
    void saysWherePanelsAreWrong();
    void findsClashesBetweenPanels();
    void survivesTruncatedPanels();
    void narrowestPanelSpeaks();
    void panelsRestOnNotesOfTheirPorts();
    void noTwoPanelsReadAlike();
    void readsTranslatedNotes();
    void saysWhereTranslatedNotesAreWrong_data();
    void saysWhereTranslatedNotesAreWrong();
    void translationIsFoundAndMissingTextsStayEnglish();
    void refusesDamagedTranslations();
    void everyPanelSpeaksBulgarian();
};

namespace {

QString oneLine(int line, const QString &error)
{
    return QStringLiteral("%1: %2").arg(line).arg(error);
}

QStringList allTexts(const PanelTexts &texts)
{
    return { texts.title, texts.lead, texts.registered, texts.used, texts.history, texts.advice };
}

} // namespace

void KnowledgePanelsTest::readsPanels()
{
    const PanelResult result = parsePanel(fixture(QStringLiteral("panels/good.yaml")));
    QVERIFY2(result.error.isEmpty(), qPrintable(result.error));
    const Panel &panel = result.panel;
    QCOMPARE(panel.name(), QStringLiteral("3127-3198"));
    QCOMPARE(panel.texts.lead, QStringLiteral("A worm tried seventy-two numbers in turn."));
    QCOMPARE(panel.notes, QStringList { QStringLiteral("mydoom-a-backdoor") });
    QCOMPARE(panel.sources.size(), 2);
    QCOMPARE(panel.sources.at(0).url, QStringLiteral("https://example.org/page"));
    QVERIFY(panel.sources.at(1).url.isEmpty());
    QCOMPARE(panel.see, (QList<quint16> { 3155, 22 }));
    QStringList headings;
    for (const PanelSection &section : panelSections(panel))
        headings.append(section.heading + QLatin1Char('|') + section.text);
    QCOMPARE(headings, (QStringList { QStringLiteral("On paper|The names in the registry are older."),
                                      QStringLiteral("In practice|Squid, at one of them."),
                                      QStringLiteral("Security history|January 2004.") }));
}

void KnowledgePanelsTest::saysWherePanelsAreWrong_data()
{
    QTest::addColumn<QString>("message");
    QTest::newRow("unknown_key") << "8: unknown key \"advise\"; the keys are ports, title, lead";
    QTest::newRow("missing_advice") << "1: the key \"advice\" is missing";
    QTest::newRow("empty_lead") << "\"lead\" is empty";
    QTest::newRow("no_such_port") << "1: \"70000\" is no port";
    QTest::newRow("two_ranges") << "1: a panel is about one port or one range";
    QTest::newRow("long_title") << "2: the title has 87 characters; right would be at most 80";
    QTest::newRow("see_range") << "14: \"3127-3198\" in \"see\" is no port";
    QTest::newRow("rests_on_nothing") << "1: the panel rests on nothing";
    QTest::newRow("bad_address") << "12: \"ftp://example.org\" is no web address";
    QTest::newRow("list_as_text") << "6: \"used\" must be one text";
    QTest::newRow("bad_note_id") << "9: the id \"Mydoom A\" has other than lower-case letters";
    QTest::newRow("not_a_map") << "1: a panel must be a map of keys";
    QTest::newRow("alias") << "1: anchors are not used here";
    QTest::newRow("not_utf8") << "1: the file is not UTF-8 text";
}

void KnowledgePanelsTest::saysWherePanelsAreWrong()
{
    QFETCH(QString, message);
    const PanelResult result = parsePanel(fixture(QStringLiteral("panels/bad/%1.yaml").arg(QLatin1String(QTest::currentDataTag()))));
    const QString error = oneLine(result.line, result.error);
    QVERIFY2(error.contains(message), qPrintable(error));
    QVERIFY(!error.contains(QLatin1Char('\n')));
}

void KnowledgePanelsTest::findsClashesBetweenPanels()
{
    const Panel panel = parsePanel(fixture(QStringLiteral("panels/good.yaml"))).panel;
    PlacedNote note;
    note.note.id = QStringLiteral("mydoom-a-backdoor");
    QCOMPARE(findPanelClash({ { panel, QStringLiteral("a.yaml") } }, { note }), QString());
    QVERIFY(findPanelClash({ { panel, QStringLiteral("a.yaml") } }, {})
                .startsWith(QStringLiteral("a.yaml: there is no note \"mydoom-a-backdoor\"")));
    QVERIFY(findPanelClash({ { panel, QStringLiteral("a.yaml") }, { panel, QStringLiteral("b.yaml") } }, { note })
                .startsWith(QStringLiteral("b.yaml: a.yaml has a panel about 3127-3198 already")));
}

void KnowledgePanelsTest::survivesTruncatedPanels()
{
    const QByteArray whole = fixture(QStringLiteral("panels/good.yaml"));
    for (qsizetype length = 0; length < whole.size(); ++length) {
        const PanelResult result = parsePanel(QByteArrayView(whole).first(length));
        QVERIFY(!result.error.isEmpty() || !result.panel.texts.advice.isEmpty());
    }
}

void KnowledgePanelsTest::narrowestPanelSpeaks()
{
    const KnowledgePtr knowledge = Knowledge::builtIn();
    QCOMPARE(knowledge->panel(3155)->name(), QStringLiteral("3155"));
    QCOMPARE(knowledge->panel(3160)->name(), QStringLiteral("3127-3198"));
    QVERIFY(!knowledge->panel(3199));
    for (int port = 0; port < 65536; ++port) {
        const auto panel = knowledge->panel(static_cast<quint16>(port));
        if (!panel)
            continue;
        QVERIFY(panel->covers(static_cast<quint16>(port)));
        for (int i = 0; i < knowledge->panelCount() && panel->portFrom != panel->portTo; ++i) {
            const Panel other = knowledge->panelAt(i);
            QVERIFY(!other.covers(static_cast<quint16>(port)) || other.portTo - other.portFrom >= panel->portTo - panel->portFrom);
        }
    }
    const Explanation explanation = explain(*knowledge, 3155, Transport::Tcp);
    QVERIFY(explanation.panel);
    QCOMPARE(explanation.whatToDo, QStringList { explanation.panel->texts.advice });
}

void KnowledgePanelsTest::panelsRestOnNotesOfTheirPorts()
{
    const KnowledgePtr knowledge = Knowledge::builtIn();
    QSet<QString> ids;
    for (int i = 0; i < knowledge->noteCount(); ++i)
        ids.insert(knowledge->noteAt(i).id);
    QVERIFY2(knowledge->panelCount() >= 80, qPrintable(QString::number(knowledge->panelCount())));
    for (int i = 0; i < knowledge->panelCount(); ++i) {
        const Panel panel = knowledge->panelAt(i);
        QVERIFY2(!panel.notes.isEmpty() || !panel.sources.isEmpty(), qPrintable(panel.name()));
        for (const QString &id : panel.notes)
            QVERIFY2(ids.contains(id), qPrintable(panel.name() + QLatin1Char(' ') + id));
        for (const QString &text : allTexts(panel.texts))
            QVERIFY2(!text.isEmpty() && text == text.simplified(), qPrintable(panel.name()));
    }
}

void KnowledgePanelsTest::noTwoPanelsReadAlike()
{
    const KnowledgePtr knowledge = Knowledge::builtIn();
    static const QRegularExpression end(QStringLiteral("[.!?] "));
    QHash<QString, QString> panelOf;
    for (int i = 0; i < knowledge->panelCount(); ++i) {
        const Panel panel = knowledge->panelAt(i);
        for (const QString &text : allTexts(panel.texts)) {
            for (const QString &sentence : text.split(end, Qt::SkipEmptyParts)) {
                if (sentence.count(QLatin1Char(' ')) < 4)
                    continue;
                QVERIFY2(!panelOf.contains(sentence) || panelOf.value(sentence) == panel.name(),
                         qPrintable(QStringLiteral("%1 and %2: %3").arg(panelOf.value(sentence), panel.name(), sentence)));
                panelOf.insert(sentence, panel.name());
            }
        }
    }
}

void KnowledgePanelsTest::readsTranslatedNotes()
{
    const TranslatedNotesResult result = parseTranslatedNotes(fixture(QStringLiteral("translated_notes/good.yaml")));
    QVERIFY2(result.error.isEmpty(), qPrintable(result.error));
    QCOMPARE(result.notes.size(), 2);
    QVERIFY(result.notes.at(0).subject.isEmpty());
    QCOMPARE(result.notes.at(1).text, QStringLiteral("Бележка на два реда."));
    QCOMPARE(result.notes.at(1).line, 3);
}

void KnowledgePanelsTest::saysWhereTranslatedNotesAreWrong_data()
{
    QTest::addColumn<QString>("message");
    QTest::newRow("twice") << "3: the note \"a\" is translated twice";
    QTest::newRow("unknown_key") << "3: unknown key \"confidence\"";
    QTest::newRow("no_text") << "1: the key \"text\" is missing";
    QTest::newRow("not_a_list") << "1: the file must be a list of notes";
}

void KnowledgePanelsTest::saysWhereTranslatedNotesAreWrong()
{
    QFETCH(QString, message);
    const TranslatedNotesResult result
        = parseTranslatedNotes(fixture(QStringLiteral("translated_notes/bad/%1.yaml").arg(QLatin1String(QTest::currentDataTag()))));
    QVERIFY(result.notes.isEmpty());
    const QString error = oneLine(result.line, result.error);
    QVERIFY2(error.contains(message), qPrintable(error));
}

void KnowledgePanelsTest::translationIsFoundAndMissingTextsStayEnglish()
{
    const Panel panel = parsePanel(fixture(QStringLiteral("panels/good.yaml"))).panel;
    QList<TranslatedNote> notes;
    for (const char *id : { "b", "a", "aa", "c" })
        notes.append({ QString::fromLatin1(id), QString(), QStringLiteral("текст ") + QLatin1String(id), 1 });
    QString error;
    const QByteArray bytes = encodeTranslation(notes, { { panel.name(), panel.texts } }, &error);
    QVERIFY2(!bytes.isEmpty(), qPrintable(error));
    const KnowledgeTranslationPtr translation = KnowledgeTranslation::fromBytes(bytes, &error);
    QVERIFY2(translation, qPrintable(error));
    for (const TranslatedNote &note : notes)
        QCOMPARE(translation->note(note.id)->text, note.text);
    QVERIFY(!translation->note(QStringLiteral("ab")));
    QVERIFY(!translation->note(QString()));
    QCOMPARE(translation->panel(panel.name()), std::optional(panel.texts));
    QVERIFY(!translation->panel(QStringLiteral("3155")));
}

void KnowledgePanelsTest::refusesDamagedTranslations()
{
    QString error;
    const QByteArray whole = encodeTranslation({ { QStringLiteral("a"), {}, QStringLiteral("б"), 1 } }, {}, &error);
    for (qsizetype length = 0; length < whole.size(); ++length)
        QVERIFY(!KnowledgeTranslation::fromBytes(QByteArrayView(whole).first(length), &error));
    for (qsizetype position = 0; position < whole.size(); ++position) {
        QByteArray damaged = whole;
        damaged[position] = static_cast<char>(~damaged.at(position));
        if (const KnowledgeTranslationPtr odd = KnowledgeTranslation::fromBytes(damaged, &error))
            (void)odd->note(QStringLiteral("a"));
    }
}

void KnowledgePanelsTest::everyPanelSpeaksBulgarian()
{
    static const QRegularExpression cyrillic(QStringLiteral("[а-я]{3}"));
    const KnowledgeTranslationPtr bulgarian = KnowledgeTranslation::builtIn(QStringLiteral("bg"));
    QVERIFY(bulgarian);
    const KnowledgePtr knowledge = Knowledge::builtIn();
    for (int i = 0; i < knowledge->panelCount(); ++i) {
        const Panel panel = knowledge->panelAt(i);
        QVERIFY(!panel.untranslated);
        const auto texts = bulgarian->panel(panel.name());
        QVERIFY2(texts, qPrintable(panel.name()));
        for (const QString &text : allTexts(*texts))
            QVERIFY2(cyrillic.match(text).hasMatch(), qPrintable(panel.name() + QLatin1Char(' ') + text));
    }
    QVERIFY(!KnowledgeTranslation::builtIn(QStringLiteral("xx")));
}

QTEST_GUILESS_MAIN(KnowledgePanelsTest)
#include "knowledge_panels_test.moc"
