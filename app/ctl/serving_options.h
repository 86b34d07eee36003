// What `serve` is told, read and checked.
#pragma once

#include "app/ctl/options.h"
#include "core/api/api_server.h"

namespace teleconsult::ctl {

/// Where to listen.
struct ListenAddress
{
    QString address; ///< An IP address.
    quint16 port = 0;
    bool isLoopback = true; ///< Only programs of this computer reach it.

    friend bool operator==(const ListenAddress &, const ListenAddress &) = default;
};

/// "127.0.0.1:8080", "[::1]:0", "localhost:8080". Names of other computers are none: which address they have may
/// change. Error: Invalid (field --listen, code wrong_type).
Result<ListenAddress> readListenAddress(const QString &text);

/// How the API is to be served. Takes TELECONSULT_API_TOKEN out of the environment, whatever becomes of it. Errors:
/// Invalid for --listen, and for --token-file, which stands for the variable as well (codes required, both_given,
/// malformed); those of readSecretFile() with the prefix token_file.
Result<api::ApiServer::Options> readServingOptions(const Options &options);

} // namespace teleconsult::ctl
