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
    /// A word's place: the row, and whether it stands in the row's name or description. Small,
    /// because there are a hundred thousand of them.
    class Place
    {
    public:
        Place(quint32 row, bool prominent)
            : m_value(row << 1 | quint32(prominent))
        {
        }
        [[nodiscard]] quint32 row() const { return m_value >> 1; }
        [[nodiscard]] bool isProminent() const { return (m_value & 1U) != 0; }

    private:
        quint32 m_value;
    };

    /// Words of one row; rows come in order. Views must stay valid until finish().
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

    void add(quint32 row, QStringView text, bool prominent);
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
