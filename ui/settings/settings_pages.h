// Which pages the settings have.
#pragma once

#include "core/config/pin.h"
#include "core/secrets/secrets.h"
#include "core/service/company_settings.h"
#include "core/service/record_mover.h"
#include "ui/settings/connection_page.h"
#include "ui/settings/privacy_page.h"
#include "ui/settings/roles_page.h"
#include "ui/settings/tried_page.h"

namespace teleconsult::ui {

/// What pages work with. All of it must outlive them.
struct SettingsParts
{
    config::Settings &settings;
    service::CompanyService &company;
    config::PinGate &pin;
    secrets::Secrets &secrets;
    TryKaleyra tryKaleyra;
    ListComing comingConsultations;
    TrySettings tryPeople;
    PrivacyParts privacy;
    QString dataDir;                       ///< Where a copy of the logo is kept.
    service::RecordMover *mover = nullptr; ///< Null: another service keeps the records.
};

/// The ids by which a page is opened.
namespace settingsPages {
inline const QString station = QStringLiteral("station");
inline const QString connection = QStringLiteral("connection");
inline const QString consultations = QStringLiteral("consultations");
inline const QString roles = QStringLiteral("roles");
inline const QString records = QStringLiteral("records");
inline const QString people = QStringLiteral("people");
inline const QString appearance = QStringLiteral("appearance");
inline const QString company = QStringLiteral("company");
inline const QString colours = QStringLiteral("colours");
inline const QString backgrounds = QStringLiteral("backgrounds");
inline const QString privacy = QStringLiteral("privacy");
inline const QString pin = QStringLiteral("pin");
} // namespace settingsPages

/// In the order of the dialog's list.
QList<SettingsPageEntry> makeSettingsPages(const SettingsParts &parts);

} // namespace teleconsult::ui
