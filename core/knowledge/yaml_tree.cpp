// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/yaml_tree.h"

#include <QCoreApplication>
#include <QStringDecoder>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <sstream>
#include <string>

namespace portolan {

namespace {

constexpr std::size_t deepest = 8;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(portolan::Yaml)
};

struct Refused
{
    int line;
    QString reason;
};

/// Builds the tree from the parser's events. The containers being built form a stack; a finished
/// value goes into the topmost one.
class TreeBuilder : public YAML::EventHandler
{
public:
    void OnDocumentStart(const YAML::Mark &mark) override
    {
        if (m_documents++ > 0)
            refuse(mark, Words::tr("a second document begins; a file holds one"));
    }
    void OnDocumentEnd() override { }
    void OnNull(const YAML::Mark &mark, YAML::anchor_t anchor) override { OnScalar(mark, "", anchor, ""); }
    void OnAlias(const YAML::Mark &mark, YAML::anchor_t) override
    {
        refuse(mark, Words::tr("aliases are not used here; write the value out"));
    }
    void OnScalar(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                  const std::string &value) override
    {
        check(mark, tag, anchor);
        YamlNode node;
        node.line = lineOf(mark);
        // QString::fromUtf8() would drop a mark of byte order, which is no such mark inside a file.
        QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless | QStringDecoder::Flag::ConvertInitialBom);
        node.scalar = decoder(QByteArrayView(value.data(), static_cast<qsizetype>(value.size())));
        finish(std::move(node), mark);
    }
    void OnSequenceStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override
    {
        begin(mark, tag, anchor, YamlNode::Type::List);
    }
    void OnSequenceEnd() override { end(); }
    void OnMapStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override
    {
        begin(mark, tag, anchor, YamlNode::Type::Map);
    }
    void OnMapEnd() override { end(); }

    YamlNode takeRoot() { return std::move(m_root); }

private:
    struct Open
    {
        YamlNode node;
        YAML::Mark mark;
        QString key;
        bool hasKey = false;
    };

    static int lineOf(const YAML::Mark &mark) { return mark.line < 0 ? 1 : mark.line + 1; }

    [[noreturn]] static void refuse(const YAML::Mark &mark, const QString &reason)
    {
        throw Refused { lineOf(mark), reason };
    }

    static void check(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor)
    {
        if (anchor != YAML::NullAnchor)
            refuse(mark, Words::tr("anchors are not used here; write the value out"));
        // "?" and "!" are the parser's own tags for plain and quoted values.
        if (!tag.empty() && tag != "?" && tag != "!")
            refuse(mark, Words::tr("tags are not used here"));
    }

    void begin(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor, YamlNode::Type type)
    {
        check(mark, tag, anchor);
        if (m_open.size() >= deepest)
            refuse(mark, Words::tr("nested deeper than %1 levels").arg(deepest));
        Open open;
        open.mark = mark;
        open.node.type = type;
        open.node.line = lineOf(mark);
        m_open.push_back(std::move(open));
    }

    void end()
    {
        Open open = std::move(m_open.back());
        m_open.pop_back();
        finish(std::move(open.node), open.mark);
    }

    void finish(YamlNode node, const YAML::Mark &mark)
    {
        if (m_open.empty()) {
            m_root = std::move(node);
            return;
        }
        Open &parent = m_open.back();
        if (parent.node.type == YamlNode::Type::List) {
            parent.node.items.push_back(std::move(node));
            return;
        }
        if (!parent.hasKey) {
            if (node.type != YamlNode::Type::Scalar)
                refuse(mark, Words::tr("a key must be a plain word"));
            for (const auto &[key, value] : parent.node.entries) {
                if (key == node.scalar)
                    refuse(mark, Words::tr("the key \"%1\" appears twice").arg(key.left(40)));
            }
            parent.key = node.scalar;
            parent.hasKey = true;
            return;
        }
        parent.node.entries.push_back({parent.key, std::move(node)});
        parent.hasKey = false;
    }

    YamlNode m_root;
    std::vector<Open> m_open;
    int m_documents = 0;
};

YamlResult failure(int line, const QString &error)
{
    YamlResult result;
    result.line = line;
    result.error = error;
    return result;
}

} // namespace

YamlResult parseYaml(QByteArrayView bytes, qsizetype largest)
{
    if (bytes.size() > largest)
        return failure(1, Words::tr("the file is larger than %1 MB; split it").arg(largest / (1024 * 1024)));
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder(bytes);
    if (decoder.hasError() || text.contains(QChar(u'\0')))
        return failure(1, Words::tr("the file is not UTF-8 text"));
    TreeBuilder builder;
    try {
        std::istringstream stream(std::string(bytes.data(), static_cast<std::size_t>(bytes.size())));
        YAML::Parser parser(stream);
        if (!parser.HandleNextDocument(builder))
            return failure(1, Words::tr("the file is empty"));
        while (parser.HandleNextDocument(builder)) { }
    } catch (const Refused &refused) {
        return failure(refused.line, refused.reason);
    } catch (const YAML::Exception &exception) {
        return failure(exception.mark.line < 0 ? 1 : exception.mark.line + 1,
                       Words::tr("not valid YAML: %1").arg(QString::fromStdString(exception.msg)));
    }
    YamlResult result;
    result.root = builder.takeRoot();
    return result;
}

} // namespace portolan
