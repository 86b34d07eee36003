// What the tests of settings ask, and what they say.
#pragma once

#include "ui/settings/tried_page.h"

namespace teleconsult::ui {

/// Nobody is asked: what follows from the settings is told in the words of who takes part.
Trial consultationsTrial();
Trial recordsTrial(TrySettings tryRecords);
Trial peopleTrial(TrySettings tryPeople);
/// `trySignIn`: its errors are those of Backend::trySignIn. Says nothing where people do not sign in.
Trial signInTrial(TrySettings trySignIn);

} // namespace teleconsult::ui
