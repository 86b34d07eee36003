// What one side of a call receives, asked of the sandbox's call page itself.
#pragma once

#include "tests/support/cdp_client.h"

#include <stdexcept>

namespace teleconsult::test {

/// What a side of a call did not come to; what() is a sentence.
class CallFailure : public std::runtime_error
{
public:
    explicit CallFailure(const QString &sentence) : std::runtime_error(sentence.toStdString()) {}
};

/// Looks at a call page through DevTools. Throws CallFailure, naming the side.
class CallObserver
{
public:
    /// `side`: "the application" or "the patient", for messages.
    CallObserver(QString side, CdpClient &page) : m_side(std::move(side)), m_page(page) {}

    /// connecting, waiting, in-call, reconnecting or ended (window.teleconsultCall.phase()).
    void waitForPhase(const QString &phase) const;

    /// Waits until pictures and sound of one other participant keep coming: more of both than at a first look, and
    /// sound that is not silence.
    void waitForPicturesAndSound() const;

    void click(const QString &selector) const;

private:
    void waitFor(const QString &what, const QString &expression) const;

    QString m_side;
    CdpClient &m_page;
};

} // namespace teleconsult::test
