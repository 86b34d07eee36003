// Which Kaleyra, or which service in its place.
#pragma once

#include "core/async/task.h"
#include "core/kaleyra/kaleyra_client.h"
#include "core/secrets/secrets.h"
#include "ui/settings/catalogue_page.h"

#include <functional>
#include <memory>

class QComboBox;

namespace teleconsult::ui {

class SecretRow;

/// Asks the Kaleyra that these settings name with the key that they give, or that is set up. The key itself is not seen
/// here.
using TryKaleyra = std::function<Task<kaleyra::Company>(std::shared_ptr<config::Settings>)>;

/// Asks the service that these settings name, in Kaleyra's place, whether it lists consultations; false: it answers,
/// and has no list.
using TryService = std::function<Task<bool>(std::shared_ptr<config::Settings>)>;

/// The settings of the connection, with Kaleyra's environments and regions to choose from, and the secrets that it
/// needs. What is typed of a secret is saved with the rest. Its test asks the Kaleyra or the service that is entered
/// now. Settings and secrets must outlive it.
class ConnectionPage : public CataloguePage
{
    Q_OBJECT
public:
    ConnectionPage(config::Settings &settings, secrets::Secrets &secrets, TryKaleyra tryKaleyra, TryService tryService,
                   QWidget *parent = nullptr);

    bool isChanged() const override;
    /// The secrets first, then the settings: with an error nothing that comes later.
    void apply() override;
    bool isBusy() const override { return m_saving; }
    bool canBeTested() const override { return true; }
    void test() override;

protected:
    void retranslate() override;
    void onEdited() override;

private:
    void choose();
    void addSecret(SecretRow *row);
    void saveSecret(SecretRow *row);
    void testKaleyra();
    void testService();

    TryKaleyra m_tryKaleyra;
    TryService m_tryService;
    QComboBox *m_where;
    Field *m_whereField;
    SecretRow *m_key;
    SecretRow *m_token; ///< For a service elsewhere; shown where one is chosen.
    bool m_saving = false;
};

} // namespace teleconsult::ui
