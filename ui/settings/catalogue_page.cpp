#include "ui/settings/catalogue_page.h"

#include "core/config/setting_values.h"
#include "ui/settings/own_control.h"
#include "ui/settings/path_edit.h"
#include "ui/settings/setting_origin.h"
#include "ui/settings/settings_verdict.h"
#include "ui/settings/value_text.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/field.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>

namespace teleconsult::ui {

namespace {

constexpr int longestText = 2000;
constexpr int shownLines = 4; ///< Of a text of several lines.

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
    : SettingsPage(parent), m_settings(settings), m_head(new QVBoxLayout), m_note(new QLabel(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing::m);
    m_note->setObjectName(QStringLiteral("catalogueNote"));
    m_note->setProperty("role", QStringLiteral("muted"));
    m_note->setWordWrap(true);
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
        setValue(row, savedOf(row));
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
    auto *label = new QLabel(this);
    label->setProperty("role", QStringLiteral("strong"));
    label->setWordWrap(true);
    label->setContentsMargins(0, spacing::m, 0, 0); // What is above belongs to another part.
    layout()->addWidget(label);
    m_headings << Heading{page, label};
}

CataloguePage::Row CataloguePage::makeRow(const config::SettingSpec &spec, const MakeControl &makeControl)
{
    Row row{&spec, nullptr, nullptr};
    OwnControl *own = makeControl ? makeControl(spec, this) : nullptr;
    if (own)
        connect(own, &OwnControl::edited, this, [this, key = spec.key] { touch(key); });
    row.control = own ? own : makeControlOfType(spec);
    row.control->setObjectName(nameOf(spec.key));
    row.field = new Field(row.control, this);
    return row;
}

QWidget *CataloguePage::makeControlOfType(const config::SettingSpec &spec)
{
    const auto edited = [this, key = spec.key] { touch(key); };
    const bool fitsSpinBox = spec.most <= std::numeric_limits<int>::max();
    if (spec.type == config::SettingType::Boolean) {
        auto *box = new QCheckBox(this);
        connect(box, &QCheckBox::toggled, this, edited);
        return box;
    }
    if (spec.type == config::SettingType::Choice) {
        auto *box = new QComboBox(this);
        for (const QString &code : spec.choices)
            box->addItem(code, code);
        connect(box, &QComboBox::currentIndexChanged, this, edited);
        return box;
    }
    if (spec.type == config::SettingType::Integer && fitsSpinBox) {
        auto *box = new QSpinBox(this);
        box->setRange(int(spec.least), int(spec.most));
        connect(box, &QSpinBox::valueChanged, this, edited);
        return box;
    }
    if (spec.type == config::SettingType::Paragraphs) {
        auto *text = new QPlainTextEdit(this);
        text->setTabChangesFocus(true);
        text->setMinimumHeight(shownLines * text->fontMetrics().lineSpacing() + 2 * spacing::m);
        connect(text, &QPlainTextEdit::textChanged, this, edited);
        return text;
    }
    QLineEdit *edit = makeLine(spec.type);
    edit->setMaxLength(longestText);
    connect(edit, &QLineEdit::textChanged, this, edited);
    return edit;
}

QLineEdit *CataloguePage::makeLine(config::SettingType type)
{
    if (type == config::SettingType::File)
        return new PathEdit(PathEdit::Wanted::File, this);
    if (type == config::SettingType::Folder)
        return new PathEdit(PathEdit::Wanted::Folder, this);
    return new QLineEdit(this);
}

QString CataloguePage::valueOf(const Row &row)
{
    if (const auto *box = qobject_cast<const QCheckBox *>(row.control))
        return box->isChecked() ? QStringLiteral("true") : QStringLiteral("false");
    if (const auto *box = qobject_cast<const QComboBox *>(row.control))
        return box->currentData().toString();
    if (const auto *box = qobject_cast<const QSpinBox *>(row.control))
        return QString::number(box->value());
    if (const auto *own = qobject_cast<const OwnControl *>(row.control))
        return own->value();
    if (const auto *text = qobject_cast<const QPlainTextEdit *>(row.control))
        return text->toPlainText().trimmed();
    return qobject_cast<const QLineEdit *>(row.control)->text().trimmed();
}

void CataloguePage::setValue(const Row &row, const QString &text)
{
    if (auto *box = qobject_cast<QCheckBox *>(row.control))
        box->setChecked(text == QLatin1String("true"));
    else if (auto *choices = qobject_cast<QComboBox *>(row.control))
        choices->setCurrentIndex(choices->findData(text));
    else if (auto *number = qobject_cast<QSpinBox *>(row.control))
        number->setValue(text.toInt());
    else if (auto *own = qobject_cast<OwnControl *>(row.control))
        own->setValue(text);
    else if (auto *paragraphs = qobject_cast<QPlainTextEdit *>(row.control))
        paragraphs->setPlainText(text);
    else
        qobject_cast<QLineEdit *>(row.control)->setText(text);
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
            return valueOf(row);
    }
    return {};
}

config::SettingValues CataloguePage::entered() const
{
    config::SettingValues values;
    for (const Row &row : m_rows)
        values.insert(row.spec->key, valueOf(row));
    return values;
}

void CataloguePage::enter(const QString &key, const QString &text)
{
    for (const Row &row : std::as_const(m_rows)) {
        if (row.spec->key == key)
            setValue(row, text);
    }
}

bool CataloguePage::isChanged() const
{
    return std::any_of(m_rows.begin(), m_rows.end(), [this](const Row &row) { return valueOf(row) != savedOf(row); });
}

config::SettingValues CataloguePage::changes() const
{
    config::SettingValues values;
    for (const Row &row : m_rows) {
        if (valueOf(row) != savedOf(row))
            values.insert(row.spec->key, valueOf(row));
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
        for (const Row &row : std::as_const(m_rows))
            retranslate(row); // Values come from elsewhere now.
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
            row.control->setFocus(Qt::OtherFocusReason);
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
    if (auto *box = qobject_cast<QCheckBox *>(row.control)) {
        box->setText(title);
        row.field->setAccessibleLabel(title);
        row.field->setLabel({});
    } else {
        row.field->setLabel(title);
    }
    if (auto *choices = qobject_cast<QComboBox *>(row.control)) {
        const QSignalBlocker quiet(choices);
        for (int i = 0; i < choices->count(); ++i)
            choices->setItemText(i, valueText(*row.spec, choices->itemData(i).toString()));
    }
    QStringList words{explanationOf(*row.spec)};
    if (row.spec->needsRestart != mostWait())
        words << (mostWait() ? tr("A change takes effect at once.") : tr("A change takes effect at the next start."));
    showOrigin(*row.field, m_settings, row.spec->key, words.join(QLatin1Char(' ')));
}

} // namespace teleconsult::ui
