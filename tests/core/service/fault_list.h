// What can befall an exchange with a peer.
#pragma once

#include "tests/support/exchange_proxy.h"

#include <QList>

namespace teleconsult::test {

/// Something that befalls an exchange.
struct Fault
{
    const char *name; ///< As it stands in the report.
    ExchangeProxy::Treatment::Taken taken;
    ExchangeProxy::Reply reply;
    int status = 0; ///< Of a Reply::Given, like what follows.
    const char *body = "{}";
    const char *header = nullptr; ///< A whole line; null: none.
    bool kills = false;           ///< The program, too.
    bool afterRestart = false;    ///< What is taken later, is taken when the next run has looked around already.
};

/// Every one of them befalls every exchange of every operation.
const QList<Fault> &faults();

inline bool isTimeOut(const Fault &fault)
{
    return fault.reply == ExchangeProxy::Reply::Nothing;
}

} // namespace teleconsult::test
