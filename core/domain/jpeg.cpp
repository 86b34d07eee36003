#include "core/domain/jpeg.h"

namespace teleconsult {

namespace {

int byteAt(const QByteArray &content, qsizetype index)
{
    return static_cast<unsigned char>(content.at(index));
}

int wordAt(const QByteArray &content, qsizetype index)
{
    return byteAt(content, index) << 8 | byteAt(content, index + 1);
}

/// Start of frame: C0 to CF, but C4, C8 and CC mean other things.
bool isFrameHeader(int marker)
{
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

} // namespace

QSize jpegSize(const QByteArray &content)
{
    if (!content.startsWith("\xFF\xD8"))
        return {};
    qsizetype at = 2;
    while (at + 9 <= content.size()) {
        if (byteAt(content, at) != 0xFF)
            return {};
        const int marker = byteAt(content, at + 1);
        if (marker == 0xFF) { // Padding
            ++at;
            continue;
        }
        if (isFrameHeader(marker))
            return QSize(wordAt(content, at + 7), wordAt(content, at + 5));
        at += 2 + wordAt(content, at + 2);
    }
    return {};
}

} // namespace teleconsult
