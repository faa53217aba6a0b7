// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "assess/verdict.h"
#include "baseline/baseline_match.h"
#include "filter/filter_expression.h"
#include "knowledge/mark.h"
#include "net/endpoint.h"
#include "net/transport.h"

#include <QList>
#include <QStringMatcher>

#include <utility>
#include <variant>

namespace portolan {

/// What a text term looks into.
enum class FilterField : quint8 { Anything, Owner, User, Unit, Service, Address, Container, Namespace, Package, Note };

struct PortCondition
{
    QList<std::pair<quint16, quint16>> ranges; ///< both ends included
};

struct PidCondition
{
    QList<qint32> pids;
};

struct TransportCondition
{
    QList<Transport> transports;
};

struct VerdictCondition
{
    QList<Verdict> verdicts;
};

struct ExposureCondition
{
    QList<Exposure> exposures;
};

struct MarkCondition
{
    Marks any;
};

/// How it stands to what the person accepted as normal.
struct BaselineCondition
{
    QList<BaselineState> states;
};

/// The text occurs in the field, without regard to case.
struct TextCondition
{
    FilterField field = FilterField::Anything;
    QStringMatcher matcher;
    /// Whether the text can occur in an address at all; writing one out costs more than the rest.
    bool maybeAddress = false;
};

struct FilterExpression::Term
{
    using Condition = std::variant<PortCondition, PidCondition, TransportCondition, VerdictCondition,
                                   ExposureCondition, MarkCondition, BaselineCondition, TextCondition>;
    Condition condition;
    bool negated = false;
};

} // namespace portolan
