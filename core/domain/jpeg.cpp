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

/// A segment that was looked for.
struct Segment
{
    qint64 offset = -1; ///< Negative: there is none.
    QByteArray head;
};

Segment findSegment(const ByteSource &content, bool (*isWanted)(int marker))
{
    constexpr qsizetype headSize = 9; // Of a frame, up to its width.
    if (content(0, 2) != "\xFF\xD8")
        return {};
    qint64 at = 2;
    for (QByteArray head = content(at, headSize); head.size() == headSize; head = content(at, headSize)) {
        if (byteAt(head, 0) != 0xFF)
            return {};
        const int marker = byteAt(head, 1);
        if (marker == 0xFF) { // Padding
            ++at;
            continue;
        }
        if (isWanted(marker))
            return {at, head};
        at += 2 + wordAt(head, 2);
    }
    return {};
}

} // namespace

QSize jpegSize(const ByteSource &content)
{
    const Segment frame = findSegment(content, isFrameHeader);
    return frame.offset < 0 ? QSize() : QSize(wordAt(frame.head, 7), wordAt(frame.head, 5));
}

QSize jpegSize(const QByteArray &content)
{
    return jpegSize([&content](qint64 offset, qint64 size) { return content.mid(offset, size); });
}

bool isCompleteJpeg(const QByteArray &content)
{
    const auto isScan = [](int marker) { return marker == 0xDA; };
    const Segment scan =
        findSegment([&content](qint64 offset, qint64 size) { return content.mid(offset, size); }, isScan);
    // Within a scan's data FF stands before 00 only; the end of a thumbnail is in a segment before it.
    return scan.offset >= 0 && content.indexOf("\xFF\xD9", scan.offset) >= 0;
}

} // namespace teleconsult
