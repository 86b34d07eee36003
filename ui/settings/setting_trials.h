// What the tests of settings ask, and what they say.
#pragma once

#include "ui/settings/connection_page.h"
#include "ui/settings/tried_page.h"

namespace teleconsult::ui {

/// Nobody is asked: what follows from the settings is told in the words of who takes part.
Trial consultationsTrial();
/// Looks whether files from a call can be saved where they are to be.
Trial callsTrial();
Trial recordsTrial(TrySettings tryRecords);
/// Of records that a Teleconsultation Service elsewhere keeps.
Trial serviceTrial(TryService tryService);
Trial peopleTrial(TrySettings tryPeople);
/// `trySignIn`: its errors are those of Backend::trySignIn. Says nothing where people do not sign in.
Trial signInTrial(TrySettings trySignIn);

} // namespace teleconsult::ui
