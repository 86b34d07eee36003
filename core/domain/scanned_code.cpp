#include "core/domain/scanned_code.h"

#include "core/domain/appointment_code.h"

#include <algorithm>

namespace teleconsult {

namespace {

/// Not as tolerant as what is typed: a printer writes no O for a 0, and what merely looks like a code would be counted
/// as a wrong try.
bool isPrintedCode(const QByteArray &content)
{
    if (content.size() != appointmentCodeLength)
        return false;
    const QString alphabet = appointmentAlphabet();
    return std::all_of(content.begin(), content.end(), [&](char c) { return alphabet.contains(QLatin1Char(c)); });
}

} // namespace

ScannedCode readScannedCodes(const QList<QByteArray> &contents)
{
    using What = ScannedCode::What;
    ScannedCode read{contents.isEmpty() ? What::Nothing : What::Other, {}};
    for (const QByteArray &content : contents) {
        if (!isPrintedCode(content))
            continue;
        const QString code = QString::fromLatin1(content);
        if (read.what == What::Code && read.code != code)
            return {What::Several, {}};
        read = {What::Code, code};
    }
    return read;
}

} // namespace teleconsult
