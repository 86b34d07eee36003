// Finding people by what somebody types of their names.
#pragma once

#include <QString>
#include <QStringList>

namespace teleconsult::records {

/// The words of a text without case, accents and punctuation: "D'Angelò, Łucja" → d, angelo, lucja.
QStringList searchWords(const QString &text);

/// What is kept for searching of the names of a consultation's participants.
QString searchableNames(const QStringList &names);

/// An FTS5 query for texts in which every word of `text` begins a word: "gi ros" finds "Rossi Giulia". Suits a search
/// that answers while somebody types. Empty when the text holds no word. Nothing in it is FTS5 syntax of the typist's.
QString searchExpression(const QString &text);

/// Whether every word of `text` begins a word of the names, as searchExpression() asks of SQLite.
bool namesMatch(const QStringList &names, const QString &text);

/// Regular expressions (PCRE, to be used without regard to case), one for each of the first words of `text`, for a peer
/// that knows nothing of accents: each finds every single name in which its word begins a word, and some others, which
/// namesMatch() then tells apart. Only a letter that stands for several words (as U+2105, "c/o") may escape it.
QStringList namePatterns(const QString &text);

} // namespace teleconsult::records
