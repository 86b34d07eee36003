#include "ui/settings/catalogue_page.h"

#include "core/config/setting_values.h"
#include "ui/settings/own_control.h"
#include "ui/settings/setting_origin.h"
#include "ui/settings/settings_verdict.h"
#include "ui/settings/value_control.h"
#include "ui/settings/value_text.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/field.h"
#include "ui/widgets/wrapped_label.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace teleconsult::ui {

namespace {

bool isForPeople(const config::SettingSpec &spec)
{
    return spec.kind == config::SettingSpec::Kind::Setting && !spec.isSecret;
}

QString nameOf(const QString &key)
{
    return QStringLiteral("setting_") + key;
}

} // namespace

CataloguePage::CataloguePage(config::Settings &settings, const QList<config::SettingPage> &pages, QWidget *parent,
                             const MakeControl &makeControl)
    : SettingsPage(parent),
      m_settings(settings),
      m_head(new QVBoxLayout),
      m_note(new WrappedLabel(QStringLiteral("catalogueNote"), QStringLiteral("muted"), this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing::m);
    layout->addWidget(m_note);
    for (const config::SettingPage page : pages) {
        if (page == pages.first())
            layout->addLayout(m_head);
        else
            addHeading(page);
        addRows(page, makeControl);
    }
    layout->addStretch();
    for (const Row &row : std::as_const(m_rows))
        row.control.write(savedOf(row));
    CataloguePage::retranslate();
}

void CataloguePage::addRows(config::SettingPage page, const MakeControl &makeControl)
{
    for (const config::SettingSpec &spec : config::Settings::catalogue()) {
        if (spec.page != page || !isForPeople(spec))
            continue;
        m_rows << makeRow(spec, makeControl);
        m_waiting += spec.needsRestart ? 1 : 0;
        layout()->addWidget(m_rows.last().field);
    }
}

void CataloguePage::addHeading(config::SettingPage page)
{
    auto *label = new WrappedLabel({}, QStringLiteral("strong"), this);
    label->setContentsMargins(0, spacing::m, 0, 0); // What is above belongs to another part.
    layout()->addWidget(label);
    m_headings << Heading{page, label};
}

CataloguePage::Row CataloguePage::makeRow(const config::SettingSpec &spec, const MakeControl &makeControl)
{
    const auto edited = [this, key = spec.key] { touch(key); };
    ValueControl control;
    if (OwnControl *own = makeControl ? makeControl(spec, this) : nullptr) {
        connect(own, &OwnControl::edited, this, edited);
        control = {own, [own] { return own->value(); }, [own](const QString &text) { own->setValue(text); }};
    } else {
        control = makeValueControl(spec, this, edited);
    }
    control.widget->setObjectName(nameOf(spec.key));
    return {&spec, control, new Field(control.widget, this)};
}

/// As the control would say it.
QString CataloguePage::savedOf(const Row &row) const
{
    const QString text = m_settings.text(row.spec->key);
    if (row.spec->type != config::SettingType::Boolean)
        return text;
    return config::toBool(text).value_or(false) ? QStringLiteral("true") : QStringLiteral("false");
}

QString CataloguePage::entered(const QString &key) const
{
    for (const Row &row : m_rows) {
        if (row.spec->key == key)
            return row.control.read();
    }
    return {};
}

config::SettingValues CataloguePage::entered() const
{
    config::SettingValues values;
    for (const Row &row : m_rows)
        values.insert(row.spec->key, row.control.read());
    return values;
}

void CataloguePage::enter(const QString &key, const QString &text)
{
    for (const Row &row : std::as_const(m_rows)) {
        if (row.spec->key == key)
            row.control.write(text);
    }
}

bool CataloguePage::isChanged() const
{
    return std::any_of(m_rows.begin(), m_rows.end(),
                       [this](const Row &row) { return row.control.read() != savedOf(row); });
}

config::SettingValues CataloguePage::changes() const
{
    config::SettingValues values;
    for (const Row &row : m_rows) {
        if (row.control.read() != savedOf(row))
            values.insert(row.spec->key, row.control.read());
    }
    return values;
}

bool CataloguePage::check()
{
    const Result<config::SettingValues> writable = m_settings.sources().checked(changes());
    showError(writable ? Error() : writable.error());
    return writable.has_value();
}

void CataloguePage::apply()
{
    const config::SettingValues values = changes();
    const bool waits = std::any_of(m_rows.begin(), m_rows.end(), [&values](const Row &row) {
        return row.spec->needsRestart && values.contains(row.spec->key);
    });
    const Result<void> written = m_settings.write(values);
    const bool isShown = showError(written ? Error() : written.error());
    if (written) {
        for (const Row &row : std::as_const(m_rows)) {
            row.control.write(savedOf(row)); // As it is kept: a list may have been typed otherwise.
            retranslate(row);                // Values come from elsewhere now.
        }
        emit applied(true, savedVerdict(waits));
        emit changed();
        return;
    }
    emit applied(false, isShown ? SettingsVerdict{} : verdictOf(written.error()));
}

void CataloguePage::touch(const QString &key)
{
    if (m_error.field == key)
        showError({});
    onEdited();
    emit changed();
}

bool CataloguePage::showError(const Error &error)
{
    m_error = error;
    bool isShown = false;
    for (const Row &row : std::as_const(m_rows)) {
        const bool isMeant = !error.code.isEmpty() && error.field == row.spec->key;
        row.field->setError(isMeant ? tr("This is not possible here. Expected: %1.").arg(rangeOf(*row.spec))
                                    : QString());
        if (isMeant)
            row.control.widget->setFocus(Qt::OtherFocusReason);
        isShown = isShown || isMeant;
    }
    return isShown;
}

void CataloguePage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    SettingsPage::changeEvent(event);
}

void CataloguePage::retranslate()
{
    m_note->setText(m_waiting == m_rows.size()
                        ? tr("Changes take effect at the next start.")
                        : tr("Changes take effect at the next start, where nothing else is said."));
    m_note->setVisible(mostWait());
    for (const Heading &heading : std::as_const(m_headings))
        heading.label->setText(titleOf(heading.page));
    for (const Row &row : std::as_const(m_rows))
        retranslate(row);
    showError(m_error);
}

void CataloguePage::retranslate(const Row &row)
{
    const QString title = titleOf(*row.spec);
    if (auto *box = qobject_cast<QCheckBox *>(row.control.widget)) {
        box->setText(title);
        row.field->setAccessibleLabel(title);
        row.field->setLabel({});
    } else {
        row.field->setLabel(title);
    }
    if (auto *choices = qobject_cast<QComboBox *>(row.control.widget)) {
        const QSignalBlocker quiet(choices);
        for (int i = 0; i < choices->count(); ++i)
            choices->setItemText(i, valueText(*row.spec, choices->itemData(i).toString()));
    }
    retranslateUnit(row.control.widget, row.spec->unit);
    QStringList words{explanationOf(*row.spec)};
    if (row.spec->needsRestart != mostWait())
        words << (mostWait() ? tr("A change takes effect at once.") : tr("A change takes effect at the next start."));
    showOrigin(*row.field, m_settings, row.spec->key, words.join(QLatin1Char(' ')));
}

} // namespace teleconsult::ui
