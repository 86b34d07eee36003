#include "core/domain/teleconsultation_link.h"

#include <QRegularExpression>

namespace teleconsult {

namespace {

/// A word of letters, in whatever case. Not the pattern option: that also takes the Kelvin sign for a k.
QString inAnyCase(const QString &word)
{
    QString pattern;
    for (const QChar letter : word)
        pattern += QStringLiteral("[%1%2]").arg(letter.toUpper(), letter.toLower());
    return pattern;
}

QRegularExpression shapeOf(const QString &place)
{
    return QRegularExpression(
        QRegularExpression::anchoredPattern(place + QStringLiteral("/(?<id>[A-Za-z0-9_-]{1,64})/?")));
}

QRegularExpression shapeOfOurs()
{
    return shapeOf(inAnyCase(QStringLiteral("teleconsult")) + QStringLiteral("://") +
                   inAnyCase(QStringLiteral("teleconsultation")));
}

QRegularExpression shapeOfFrontend()
{
    const QString host =
        QStringLiteral("(?:[A-Za-z0-9][A-Za-z0-9.-]{0,252}|\\[[0-9A-Fa-f:.]{2,45}\\])(?::[0-9]{1,5})?");
    return shapeOf(inAnyCase(QStringLiteral("http")) + QStringLiteral("[Ss]?://") + host +
                   QStringLiteral("(?:/[A-Za-z0-9._~-]+)*/teleconsultation"));
}

} // namespace

std::optional<QString> consultationOfLink(QStringView link)
{
    if (link.size() > maximumLinkLength)
        return std::nullopt;
    static const QRegularExpression ours = shapeOfOurs();
    static const QRegularExpression frontend = shapeOfFrontend();
    const QString text = link.toString();
    for (const QRegularExpression *shape : {&ours, &frontend}) {
        if (const QRegularExpressionMatch match = shape->match(text); match.hasMatch())
            return match.captured(QStringLiteral("id"));
    }
    return std::nullopt;
}

QString linkOfConsultation(const QString &id)
{
    return QStringLiteral("teleconsult://teleconsultation/") + id;
}

} // namespace teleconsult
