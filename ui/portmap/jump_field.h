// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "knowledge/knowledge.h"
#include "net/transport.h"
#include "theme/text_field.h"

#include <optional>

class QCompleter;
class QStandardItemModel;

namespace portolan {

struct RegistryAnswer;
class RegistrySearcher;

/// Takes a port ("3155", "3155/udp", "0xc53") or the name of a service, which it completes.
class JumpField : public TextField
{
    Q_OBJECT

public:
    explicit JumpField(KnowledgePtr knowledge, QWidget *parent = nullptr);

    void setKnowledge(const KnowledgePtr &knowledge);
    /// As if Enter was pressed.
    void jump();

Q_SIGNALS:
    void portWanted(quint16 port, std::optional<portolan::Transport> transport);
    /// Translated: why there is no such port. Empty when what is typed changed since.
    void refused(const QString &message);

private:
    void take(const RegistryAnswer &answer);
    void jumpToPort(quint16 port, std::optional<Transport> transport);

    KnowledgePtr m_knowledge;
    RegistrySearcher *m_searcher;
    QStandardItemModel *m_names;
    QCompleter *m_completer;
    bool m_jumps = false; ///< to the first answer
};

} // namespace portolan
