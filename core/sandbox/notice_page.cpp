#include "core/sandbox/notice_page.h"

#include "core/domain/language.h"

#include <QFile>

namespace teleconsult::sandbox {

namespace {

Language languageOf(const HttpRequest &request, const QString &companyLanguage)
{
    for (const QString &name : {QStringLiteral("language"), QStringLiteral("l")}) {
        if (const auto language = languageFromCode(request.query.queryItemValue(name)))
            return *language;
    }
    const QList<QByteArray> accepted = request.header("accept-language").split(',');
    for (const QByteArray &entry : accepted) {
        const QString code = QString::fromLatin1(entry.split(';').first().trimmed().left(2).toLower());
        if (const auto language = languageFromCode(code))
            return *language;
    }
    return languageFromCode(companyLanguage).value_or(Language::English);
}

/// "light" or "dark" as the link asks for; empty: the browser's.
QString themeOf(const HttpRequest &request)
{
    for (const QString &name : {QStringLiteral("theme"), QStringLiteral("t")}) {
        const QString theme = request.query.queryItemValue(name);
        if (theme == QLatin1String("light") || theme == QLatin1String("dark"))
            return theme;
    }
    return {};
}

} // namespace

HttpAnswer noticePage(const Notice &notice, const HttpRequest &request, const QString &companyLanguage)
{
    const Language language = languageOf(request, companyLanguage);
    const bool isItalian = language == Language::Italian;
    QFile file(QStringLiteral(":/sandbox/page/notice.html"));
    QString page = file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    page.replace(QLatin1String("{language}"), toCode(language));
    page.replace(QLatin1String("{theme}"), themeOf(request));
    page.replace(QLatin1String("{testId}"), QLatin1String(notice.testId));
    page.replace(QLatin1String("{title}"), QString::fromUtf8(isItalian ? notice.italianTitle : notice.englishTitle));
    page.replace(QLatin1String("{text}"), QString::fromUtf8(isItalian ? notice.italianText : notice.englishText));

    HttpAnswer answer;
    answer.status = notice.status;
    answer.contentType = "text/html; charset=utf-8";
    answer.body = page.toUtf8();
    answer.headers = {{"Cache-Control", "no-store"},
                      {"Content-Security-Policy",
                       "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; "
                       "frame-ancestors 'none'"}};
    return answer;
}

} // namespace teleconsult::sandbox
