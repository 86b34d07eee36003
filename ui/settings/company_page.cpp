#include "ui/settings/company_page.h"

#include "ui/theme/tokens.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/field.h"

#include <QComboBox>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

namespace teleconsult::ui {

namespace {

constexpr int maximumNameLength = 100;
constexpr int maximumAddressLength = 2000;
constexpr int timeoutStep = 500;

QString addressText(const QUrl &url)
{
    return url.toString(QUrl::FullyEncoded);
}

/// Typed without its beginning, an address is meant all the same. What is none comes back as one that is not valid.
QUrl addressFrom(const QString &typed)
{
    const QString text = typed.trimmed();
    if (text.isEmpty())
        return {};
    const bool hasScheme = text.contains(QLatin1String("://"));
    const QUrl url(hasScheme ? text : QStringLiteral("https://") + text, QUrl::StrictMode);
    // An empty address would be taken for none.
    return url.isEmpty() || !url.isValid() ? QUrl(QStringLiteral("invalid:")) : url;
}

} // namespace

CompanyPage::CompanyPage(service::CompanyService &company, QWidget *parent)
    : KaleyraPage(company, QStringLiteral("company"), parent),
      m_name(new QLineEdit(this)),
      m_language(new QComboBox(this)),
      m_redirect(new QLineEdit(this)),
      m_timeout(new QSpinBox(this)),
      m_nameField(new Field(m_name, this)),
      m_languageField(new Field(m_language, this)),
      m_redirectField(new Field(m_redirect, this)),
      m_timeoutField(new Field(m_timeout, this))
{
    build();
    connect(m_name, &QLineEdit::textEdited, this, [this] { touch(QStringLiteral("name")); });
    connect(m_language, &QComboBox::currentIndexChanged, this, [this] { touch(QStringLiteral("default_language")); });
    connect(m_redirect, &QLineEdit::textEdited, this, [this] { touch(QStringLiteral("end_call_redirect_url")); });
    connect(m_timeout, &QSpinBox::valueChanged, this,
            [this] { touch(QStringLiteral("end_call_redirect_timeout_ms")); });
    CompanyPage::load();
}

void CompanyPage::build()
{
    m_name->setObjectName(QStringLiteral("companyName"));
    m_name->setMaxLength(maximumNameLength);
    m_language->setObjectName(QStringLiteral("companyLanguage"));
    m_redirect->setObjectName(QStringLiteral("companyRedirect"));
    m_redirect->setMaxLength(maximumAddressLength);
    m_timeout->setObjectName(QStringLiteral("companyTimeout"));
    m_timeout->setRange(0, int(kaleyra::longestRedirectTimeout.count()));
    m_timeout->setSingleStep(timeoutStep);
    m_timeout->setGroupSeparatorShown(true);
    for (Field *field : {m_nameField, m_redirectField})
        field->setReservedLines(2);
    column()->addSpacing(spacing::s);
    for (Field *field : {m_nameField, m_languageField, m_redirectField, m_timeoutField})
        column()->addWidget(field);
    column()->addStretch();
}

// Loading

void CompanyPage::load()
{
    receive<kaleyra::Company>(company().company(), [this](const kaleyra::Company &there) { take(there); });
}

void CompanyPage::take(const kaleyra::Company &there)
{
    m_there = there;
    m_error = {};
    fill();
}

void CompanyPage::fill()
{
    const QSignalBlocker quiet[] = {QSignalBlocker(m_language), QSignalBlocker(m_timeout)};
    m_name->setText(m_there.name);
    fillLanguages();
    m_language->setCurrentIndex(m_language->findData(m_there.defaultLanguage));
    m_redirect->setText(addressText(m_there.endCallRedirectUrl));
    m_timeout->setValue(int(m_there.endCallRedirectTimeout.count()));
}

void CompanyPage::fillLanguages()
{
    const QSignalBlocker quiet(m_language);
    const QString chosen = m_language->currentData().toString();
    m_language->clear();
    const QHash<QString, QString> names{{QStringLiteral("en"), tr("English")},
                                        {QStringLiteral("it"), tr("Italian")},
                                        {QStringLiteral("de"), tr("German")},
                                        {QStringLiteral("fr"), tr("French")},
                                        {QStringLiteral("pl"), tr("Polish")}};
    for (const char *code : kaleyra::companyLanguages)
        m_language->addItem(names.value(QString::fromLatin1(code)), QString::fromLatin1(code));
    // What Kaleyra says is shown, whatever it is.
    if (!m_there.defaultLanguage.isEmpty() && m_language->findData(m_there.defaultLanguage) < 0)
        m_language->addItem(m_there.defaultLanguage, m_there.defaultLanguage);
    m_language->setCurrentIndex(m_language->findData(chosen));
}

// Changing

kaleyra::CompanyChange CompanyPage::change() const
{
    kaleyra::CompanyChange change;
    if (m_name->text().simplified() != m_there.name)
        change.name = m_name->text().simplified();
    if (const QString language = m_language->currentData().toString(); language != m_there.defaultLanguage)
        change.defaultLanguage = language;
    if (m_redirect->text().trimmed() != addressText(m_there.endCallRedirectUrl))
        change.endCallRedirectUrl = addressFrom(m_redirect->text());
    if (m_timeout->value() != m_there.endCallRedirectTimeout.count())
        change.endCallRedirectTimeout = std::chrono::milliseconds(m_timeout->value());
    return change;
}

bool CompanyPage::isChanged() const
{
    return state() == State::Ready && change() != kaleyra::CompanyChange();
}

void CompanyPage::touch(const QString &field)
{
    if (m_error.field == field)
        showError({});
    emit changed();
}

void CompanyPage::apply()
{
    const kaleyra::CompanyChange wanted = change();
    if (const Result<void> acceptable = service::checkChange(wanted); !acceptable) {
        showError(acceptable.error());
        emit applied(false, {});
        return;
    }
    const auto refused = [this](const Error &error) {
        showError(error);
        const bool isShown = m_nameField->hasError() || m_languageField->hasError() || m_redirectField->hasError() ||
                             m_timeoutField->hasError();
        return isShown ? SettingsVerdict{} : verdictOf(error);
    };
    send<kaleyra::Company>(
        company().change(wanted), [this](const kaleyra::Company &now) { take(now); },
        {Tone::Success, [] { return tr("Saved at Kaleyra."); }}, refused);
}

/// Kaleyra's own codes (§4.1 of the reference) name the field.
void CompanyPage::showError(const Error &error)
{
    m_error = error;
    const auto show = [&error](Field *field, const char *name, const char *code) {
        const bool isMeant =
            error.field == QLatin1String(name) || (!error.code.isEmpty() && error.code == QLatin1String(code));
        field->setError(isMeant ? fieldErrorText(error) : QString());
        if (isMeant)
            field->control()->setFocus(Qt::OtherFocusReason);
    };
    show(m_nameField, "name", "invalid_company_name");
    show(m_languageField, "default_language", "invalid_language");
    show(m_redirectField, "end_call_redirect_url", "invalid_end_call_redirect_url");
    show(m_timeoutField, "end_call_redirect_timeout_ms", "invalid_end_call_redirect_timeout_ms");
}

void CompanyPage::test()
{
    compare<kaleyra::Company>(company().company(), [this](const kaleyra::Company &there) -> SettingsVerdict {
        const bool wasChanged = isChanged();
        m_there = there;
        if (!wasChanged)
            fill();
        const QString name = there.name;
        return {Tone::Success, [name] { return tr("Kaleyra answers for the company %1.").arg(name); }};
    });
}

// What is seen

void CompanyPage::setEditable(bool editable)
{
    for (Field *field : {m_nameField, m_languageField, m_redirectField, m_timeoutField})
        field->setEnabled(editable);
}

QString CompanyPage::asItIs(const QString &value) const
{
    if (state() == State::Loading || state() == State::Failed)
        return {};
    return tr("At Kaleyra: %1").arg(value.isEmpty() ? tr("nothing") : value);
}

void CompanyPage::retranslate()
{
    fillLanguages();
    explain(tr("These hold for the whole company, at every station and for every patient."));
    m_nameField->setLabel(tr("Name"));
    m_nameField->setHint(asItIs(m_there.name));
    m_languageField->setLabel(tr("Default language of call pages"));
    const int index = m_language->findData(m_there.defaultLanguage);
    m_languageField->setHint(asItIs(index < 0 ? m_there.defaultLanguage : m_language->itemText(index)));
    m_redirectField->setLabel(tr("Where call pages go at their end"));
    m_redirect->setPlaceholderText(tr("They stay where they are"));
    m_redirectField->setHint(asItIs(addressText(m_there.endCallRedirectUrl)));
    m_timeoutField->setLabel(tr("How long they wait before that, in milliseconds"));
    m_timeoutField->setHint(
        asItIs(tr("%1 ms").arg(QLocale().toString(qint64(m_there.endCallRedirectTimeout.count())))));
}

} // namespace teleconsult::ui
