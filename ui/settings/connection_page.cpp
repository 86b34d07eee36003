#include "ui/settings/connection_page.h"

#include "core/config/setting_keys.h"
#include "core/config/setting_values.h"
#include "core/kaleyra/known_addresses.h"
#include "ui/settings/secret_row.h"
#include "ui/widgets/field.h"

#include <QComboBox>
#include <QHash>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace teleconsult::ui {

namespace {

const QString other = QStringLiteral("other");

} // namespace

ConnectionPage::ConnectionPage(config::Settings &settings, secrets::Secrets &secrets, TryKaleyra tryKaleyra,
                               TryService tryService, QWidget *parent)
    : CataloguePage(settings,
                    {config::SettingPage::Kaleyra, config::SettingPage::Secrets, config::SettingPage::Service}, parent),
      m_tryKaleyra(std::move(tryKaleyra)),
      m_tryService(std::move(tryService)),
      m_where(new QComboBox(this)),
      m_whereField(new Field(m_where, this)),
      m_key(new SecretRow(secrets, secrets::Secret::KaleyraApiKey, this)),
      m_token(new SecretRow(secrets, secrets::Secret::ServiceToken, this))
{
    m_where->setObjectName(QStringLiteral("kaleyraWhere"));
    m_where->addItem(QString(), QString());
    for (const bool isSandbox : {true, false}) {
        for (const char *region : kaleyra::regions)
            m_where->addItem(QString(), kaleyra::knownAddress(QString::fromLatin1(region), isSandbox).toString());
    }
    m_where->addItem(QString(), other);
    m_where->setEnabled(!settings.isLocked(config::keys::baseUrl));
    head()->addWidget(m_whereField);
    head()->addWidget(m_key);
    m_key->setObjectName(QStringLiteral("apiKeyRow"));
    m_token->setObjectName(QStringLiteral("serviceTokenRow"));
    auto *column = qobject_cast<QVBoxLayout *>(layout());
    column->insertWidget(column->count() - 1, m_token); // At the end of what is said of the service.
    for (SecretRow *row : {m_key, m_token})
        addSecret(row);
    connect(m_where, &QComboBox::currentIndexChanged, this, &ConnectionPage::choose);
    ConnectionPage::retranslate();
    ConnectionPage::onEdited();
}

void ConnectionPage::addSecret(SecretRow *row)
{
    connect(row, &SecretRow::told, this, &SettingsPage::told);
    connect(row, &SecretRow::changed, this, &SettingsPage::changed);
}

bool ConnectionPage::isChanged() const
{
    return CataloguePage::isChanged() || m_key->isChanged() || m_token->isChanged();
}

void ConnectionPage::apply()
{
    if (!check()) {
        emit applied(false, {});
        return;
    }
    for (SecretRow *row : {m_key, m_token}) {
        if (row->isChanged()) {
            saveSecret(row);
            return;
        }
    }
    CataloguePage::apply();
}

void ConnectionPage::saveSecret(SecretRow *row)
{
    m_saving = true;
    emit changed();
    row->apply([this](const Result<void> &set) {
        m_saving = false;
        emit changed();
        if (set)
            apply();
        else
            emit applied(false, verdictOf(set.error()));
    });
}

void ConnectionPage::choose()
{
    if (m_where->currentData().toString() != other)
        enter(config::keys::baseUrl, m_where->currentData().toString());
}

void ConnectionPage::onEdited()
{
    const QSignalBlocker quiet(m_where);
    const QString text = entered(config::keys::baseUrl);
    // As somebody may have written it.
    const std::optional<QUrl> address = config::toKaleyraUrl(text);
    const int known = m_where->findData(address ? address->toString() : text);
    m_where->setCurrentIndex(known < 0 ? m_where->findData(other) : known);
    m_token->setVisible(!entered(config::keys::serviceUrl).isEmpty() || m_token->isChanged());
}

void ConnectionPage::test()
{
    // With one, nothing here is asked of Kaleyra.
    if (entered(config::keys::serviceUrl).isEmpty())
        testKaleyra();
    else
        testService();
}

void ConnectionPage::testService()
{
    whenDone(m_tryService(settings().with(CataloguePage::entered())), this, [this](const Result<bool> &lists) {
        if (!lists)
            emit told(verdictOf(lists.error()));
        else if (*lists)
            emit told({Tone::Success, [] { return tr("The service answers, and lists consultations."); }});
        else
            emit told({Tone::Warning, [] {
                           return tr("The service answers, but has no list of consultations: the agenda stays empty, "
                                     "and single ones are opened by their links.");
                       }});
    });
}

void ConnectionPage::testKaleyra()
{
    const QString text = entered(config::keys::baseUrl);
    if (text.isEmpty()) {
        emit told({Tone::Info, [] { return tr("No Kaleyra is set: the built-in sandbox is used."); }});
        return;
    }
    const std::shared_ptr<config::Settings> tried = settings().with(CataloguePage::entered());
    if (const Result<QUrl> address = tried->kaleyraBaseUrl(); !address) { // Or it is one that the key must not go to.
        emit told(verdictOf(address.error()));
        return;
    }
    whenDone(m_tryKaleyra(tried), this, [this](const Result<kaleyra::Company> &company) {
        if (!company) {
            emit told(verdictOf(company.error()));
            return;
        }
        const QString name = company->name;
        emit told(
            {Tone::Success, [name] { return tr("Kaleyra answers, and takes the key of the company %1.").arg(name); }});
    });
}

void ConnectionPage::retranslate()
{
    CataloguePage::retranslate();
    const QSignalBlocker quiet(m_where);
    const QHash<QString, QString> regions{{QStringLiteral("eu"), tr("Europe")},
                                          {QStringLiteral("in"), tr("India")},
                                          {QStringLiteral("us"), tr("United States")},
                                          {QStringLiteral("me"), tr("Middle East")}};
    m_key->setLabel(tr("API key"));
    m_token->setLabel(tr("Token for the service"));
    m_whereField->setLabel(tr("Environment and region"));
    m_whereField->setHint(tr("Each API key belongs to one of them. Kaleyra's console shows which."));
    m_where->setItemText(m_where->findData(QString()), tr("The built-in sandbox"));
    m_where->setItemText(m_where->findData(other), tr("Another address"));
    for (const char *code : kaleyra::regions) {
        const QString region = QString::fromLatin1(code);
        const auto set = [&](bool isSandbox, const QString &text) {
            m_where->setItemText(m_where->findData(kaleyra::knownAddress(region, isSandbox).toString()), text);
        };
        set(true, tr("Kaleyra's test environment, %1").arg(regions.value(region)));
        set(false, tr("Kaleyra, %1").arg(regions.value(region)));
    }
}

} // namespace teleconsult::ui
