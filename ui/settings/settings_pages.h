// Which pages the settings have.
#pragma once

#include "core/config/pin.h"
#include "core/secrets/secrets.h"
#include "core/service/company_settings.h"
#include "core/service/record_mover.h"
#include "ui/settings/connection_page.h"
#include "ui/settings/import_page.h"
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
    config::PinGate &receptionPin;
    secrets::Secrets &secrets;
    TryKaleyra tryKaleyra;
    TryService tryService;
    ListComing comingConsultations;
    TrySettings tryRecords;
    TrySettings tryPeople;
    TrySettings trySignIn;
    service::RecordMover *mover = nullptr; ///< Null: another service keeps the records.
    bool usesService = false;              ///< A Teleconsultation Service elsewhere does the work.
    PrivacyParts privacy;
    TakeOver takeOver;
    QString dataDir; ///< Where a copy of the logo is kept.
};

/// The ids by which a page is opened.
namespace settingsPages {
inline const QString station = QStringLiteral("station");
inline const QString connection = QStringLiteral("connection");
inline const QString consultations = QStringLiteral("consultations");
inline const QString calls = QStringLiteral("calls");
inline const QString roles = QStringLiteral("roles");
inline const QString records = QStringLiteral("records");
inline const QString people = QStringLiteral("people");
inline const QString appearance = QStringLiteral("appearance");
inline const QString company = QStringLiteral("company");
inline const QString colours = QStringLiteral("colours");
inline const QString backgrounds = QStringLiteral("backgrounds");
inline const QString privacy = QStringLiteral("privacy");
inline const QString importExport = QStringLiteral("import");
inline const QString pin = QStringLiteral("pin");
inline const QString kiosk = QStringLiteral("kiosk");
inline const QString receptionPin = QStringLiteral("receptionPin");
} // namespace settingsPages

/// In the order of the dialog's list.
QList<SettingsPageEntry> makeSettingsPages(const SettingsParts &parts);

} // namespace teleconsult::ui
