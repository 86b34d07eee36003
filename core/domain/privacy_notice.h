// What a person is told, and agrees to, before the first call.
#pragma once

#include "core/domain/language.h"

#include <QDateTime>
#include <QUrl>

#include <optional>

namespace teleconsult {

/// Kaleyra's own pages (seed 003, the notice on processing).
inline const QUrl kaleyraTermsOfService(QStringLiteral("https://www.kaleyra.com/terms-and-conditions/"));
inline const QUrl kaleyraPrivacyPolicy(QStringLiteral("https://www.kaleyra.com/privacy-policy-kaleyra/"));

/// To be raised when the meaning of the built-in words changes: everybody is asked again.
inline constexpr int builtInNoticeVersion = 1;

/// The clinic's own words, beside the built-in ones. Empty: it has none in that language.
struct PrivacyNotice
{
    QString clinicTextEnglish;
    QString clinicTextItalian;

    /// In the language if there is one in it, else the other; empty: none.
    QString clinicText(Language language) const;
    /// Another one whenever any of the words changes, those about recording (none, manual or automatic) as well; the
    /// same in every language. "1", then "-" and a hash of the clinic's words, then "-" and how calls are recorded.
    QString version(const QString &recording) const;
    /// Whether who agreed to this version has agreed to what is said now: to all of it, or to more, a recording that is
    /// not made.
    bool isCoveredBy(const QString &agreedVersion, const QString &recording) const;

    friend bool operator==(const PrivacyNotice &, const PrivacyNotice &) = default;
};

/// That somebody has agreed. A value.
struct NoticeAcceptance
{
    QString externalId; ///< Of the person.
    QString version;    ///< Of the notice that was shown.
    QDateTime at;       ///< UTC.

    friend bool operator==(const NoticeAcceptance &, const NoticeAcceptance &) = default;
};

} // namespace teleconsult
