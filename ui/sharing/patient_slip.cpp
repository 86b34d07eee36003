#include "ui/sharing/patient_slip.h"

#include "core/domain/appointment_code.h"
#include "ui/widgets/qr_image.h"

#include <QCoreApplication>
#include <QFont>
#include <QImage>
#include <QLocale>
#include <QPainter>
#include <QTranslator>

namespace teleconsult::ui {

namespace {

/// Sizes in points, for eyes that are not young any more.
constexpr qreal titleSize = 22;
constexpr qreal textSize = 14;
constexpr qreal smallSize = 11;
constexpr qreal gap = 14;
constexpr qreal codeSide = 170;
constexpr qreal kioskCodeSide = 90;

/// The words of one language, which need not be the interface's.
class Words
{
public:
    explicit Words(Language language) : m_locale(localeOf(language))
    {
        // Without its file the words are English, as they stand here.
        m_isThere = m_translator.load(QStringLiteral(":/i18n/teleconsult_%1.qm").arg(toCode(language)));
    }

    QString operator()(const char *text) const
    {
        const QString translated = m_isThere ? m_translator.translate("PatientSlip", text) : QString();
        return translated.isEmpty() ? QString::fromUtf8(text) : translated;
    }
    QString day(const QDateTime &utc) const
    {
        QString text = m_locale.toString(utc.toLocalTime().date(), QLocale::LongFormat);
        text[0] = text[0].toUpper();
        return text;
    }
    QString time(const QDateTime &utc) const
    {
        return m_locale.toString(utc.toLocalTime().time(), QLocale::ShortFormat);
    }

private:
    QLocale m_locale;
    QTranslator m_translator;
    bool m_isThere = false;
};

struct Line
{
    QString label; ///< Small, above the text; empty: none.
    QString text;
    qreal size = textSize;
    bool bold = false;
};

/// What stands above the code.
QList<Line> linesOf(const PatientSlip &slip, const Words &words)
{
    QString time = words.time(slip.start);
    if (slip.end.isValid())
        time += QStringLiteral(" – ") + words.time(slip.end);
    QList<Line> lines{
        {{}, words(QT_TRANSLATE_NOOP("PatientSlip", "Your video consultation")), titleSize, true},
        {words(QT_TRANSLATE_NOOP("PatientSlip", "For")), slip.fullName, textSize, true},
        {words(QT_TRANSLATE_NOOP("PatientSlip", "Day")), words.day(slip.start), textSize, true},
        {words(QT_TRANSLATE_NOOP("PatientSlip", "Time")), time, textSize, true},
        {words(QT_TRANSLATE_NOOP("PatientSlip", "Place")),
         words(QT_TRANSLATE_NOOP("PatientSlip", "By video, from a quiet place with a good connection. You need a "
                                                "phone or a computer with camera and microphone."))}};
    if (!slip.kioskCode.isEmpty())
        lines << Line{words(QT_TRANSLATE_NOOP("PatientSlip", "Your code for the kiosk at the clinic")),
                      groupedAppointmentCode(slip.kioskCode), titleSize, true};
    return lines;
}

QString captionOf(const PatientSlip &slip, const Words &words)
{
    return slip.isOwnLink
               ? words(QT_TRANSLATE_NOOP("PatientSlip", "Scan this code with the camera of your phone to enter. It is "
                                                        "yours alone: whoever has it enters in your name."))
               : words(QT_TRANSLATE_NOOP("PatientSlip", "This code opens the consultation on a computer with "
                                                        "Teleconsult. For your own phone you will be given another "
                                                        "code."));
}

QString kioskCaption(const Words &words)
{
    return words(QT_TRANSLATE_NOOP("PatientSlip", "For the kiosk at the clinic, on the day of the consultation."));
}

QFont fontOf(qreal size, bool bold)
{
    QFont font(QStringLiteral("Inter"));
    font.setPixelSize(qRound(size)); // the painter's unit is a point
    font.setBold(bold);
    return font;
}

/// Answers where the next line begins.
qreal paintText(QPainter &painter, const QRectF &page, qreal top, const QFont &font, const QString &text)
{
    painter.setFont(font);
    const QRectF room(page.left(), top, page.width(), page.bottom() - top);
    QRectF used;
    painter.drawText(room, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, text, &used);
    return used.bottom();
}

/// A code, and what it is for below it.
void paintCode(QPainter &painter, const QRectF &column, qreal side, const QByteArray &content, const QString &caption)
{
    qreal top = column.top();
    const QImage code = qrImage(content);
    if (!code.isNull()) {
        painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
        painter.drawImage(QRectF(column.left(), top, side, side), code);
        top += side + gap / 2;
    }
    paintText(painter, column, top, fontOf(smallSize, false), caption);
}

} // namespace

QStringList wordsOf(const PatientSlip &slip)
{
    const Words words(slip.language);
    QStringList all;
    for (const Line &line : linesOf(slip, words)) {
        if (!line.label.isEmpty())
            all << line.label;
        all << line.text;
    }
    all << captionOf(slip, words);
    return slip.kioskCode.isEmpty() ? all : all << kioskCaption(words);
}

void paintSlip(QPainter &painter, const QRectF &page, const PatientSlip &slip)
{
    const Words words(slip.language);
    painter.fillRect(page, Qt::white);
    painter.setPen(Qt::black);
    qreal top = page.top();
    for (const Line &line : linesOf(slip, words)) {
        if (!line.label.isEmpty())
            top = paintText(painter, page, top, fontOf(smallSize, false), line.label);
        top = paintText(painter, page, top, fontOf(line.size, line.bold), line.text) + gap;
    }
    // Side by side, so that a small sheet holds both.
    const bool isForKiosk = !slip.kioskCode.isEmpty();
    QRectF column(page.left(), top, isForKiosk ? (page.width() - gap) / 2 : page.width(), page.bottom() - top);
    paintCode(painter, column, codeSide, slip.code, captionOf(slip, words));
    column.translate(column.width() + gap, 0);
    if (isForKiosk)
        paintCode(painter, column, kioskCodeSide, slip.kioskCode.toLatin1(), kioskCaption(words));
}

} // namespace teleconsult::ui
