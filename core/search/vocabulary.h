// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <memory>
#include <span>
#include <vector>

namespace portolan {

/// The different words of many texts, each with the rows it stands in. A word is a run of letters
/// and digits; the texts are case-folded before they come here. Filled once, then immutable.
class Vocabulary
{
public:
    enum class Part : quint8 { Name, Description, Other };

    /// A word's place: the row, and the first of its parts that has the word. Small, because there
    /// are a hundred thousand of them.
    class Place
    {
    public:
        Place(quint32 row, Part part)
            : m_value(row << 2 | quint32(part))
        {
        }
        [[nodiscard]] quint32 row() const { return m_value >> 2; }
        [[nodiscard]] Part part() const { return static_cast<Part>(m_value & 3U); }

    private:
        quint32 m_value;
    };

    /// Takes the words of rows in order, and of each row its parts in order.
    class Builder;

    [[nodiscard]] qsizetype count() const { return static_cast<qsizetype>(m_begins.size()) - 1; }
    [[nodiscard]] QStringView word(qsizetype index) const;
    [[nodiscard]] std::span<const Place> places(qsizetype index) const;

    /// Indexes of the words that contain the part, which must be a word itself.
    [[nodiscard]] std::vector<qsizetype> wordsContaining(const QString &part) const;
    /// Indexes of the words that one insertion, deletion, replacement or exchange of neighbours
    /// separates from `word`, and of `word` itself.
    [[nodiscard]] std::vector<qsizetype> wordsOneEditAway(QStringView word) const;

private:
    QString m_text; ///< all words, each ended by U+0000
    std::vector<quint32> m_begins { 0 }; ///< of each word in m_text, and its end
    std::vector<quint32> m_placesBegin { 0 };
    std::vector<Place> m_places;
};

class Vocabulary::Builder
{
public:
    Builder();
    ~Builder();
    Builder(const Builder &) = delete;
    Builder &operator=(const Builder &) = delete;

    /// The view must stay valid until finish().
    void add(quint32 row, QStringView text, Part part);
    [[nodiscard]] Vocabulary finish() const;

private:
    struct Words;
    std::unique_ptr<Words> m_words;
};

[[nodiscard]] bool isWordCharacter(QChar c);
/// Whether one insertion, deletion, replacement or exchange of neighbours turns a into b, or none.
[[nodiscard]] bool atMostOneEditApart(QStringView a, QStringView b);

/// The words of a text, in order.
template<typename Use>
void forEachWord(QStringView text, Use use)
{
    qsizetype begin = 0;
    while (begin < text.size()) {
        qsizetype end = begin;
        while (end < text.size() && isWordCharacter(text[end]))
            ++end;
        if (end > begin)
            use(text.sliced(begin, end - begin));
        begin = end + 1;
    }
}

} // namespace portolan
