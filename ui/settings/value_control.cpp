#include "ui/settings/value_control.h"

#include "core/config/setting_values.h"
#include "ui/settings/minutes_box.h"
#include "ui/settings/path_edit.h"
#include "ui/theme/tokens.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSpinBox>

#include <limits>

namespace teleconsult::ui {

namespace {

struct ValueControlText
{
    Q_DECLARE_TR_FUNCTIONS(teleconsult::ui::ValueControlText)
};

constexpr int maximumTextLength = 2000;
constexpr int shownLines = 4; ///< Of a text of several lines.

ValueControl makeCheckBox(QWidget *parent, const std::function<void()> &edited)
{
    auto *box = new QCheckBox(parent);
    QObject::connect(box, &QCheckBox::toggled, box, edited);
    return {box, [box] { return box->isChecked() ? QStringLiteral("true") : QStringLiteral("false"); },
            [box](const QString &text) { box->setChecked(text == QLatin1String("true")); }};
}

ValueControl makeChoice(const QStringList &codes, QWidget *parent, const std::function<void()> &edited)
{
    auto *box = new QComboBox(parent);
    for (const QString &code : codes)
        box->addItem(QString(), code);
    QObject::connect(box, &QComboBox::currentIndexChanged, box, edited);
    return {box, [box] { return box->currentData().toString(); },
            [box](const QString &text) { box->setCurrentIndex(box->findData(text)); }};
}

ValueControl makeNumber(const config::SettingSpec &spec, QWidget *parent, const std::function<void()> &edited)
{
    if (spec.unit == config::SettingUnit::Milliseconds) {
        auto *box = new MinutesBox(spec.least, spec.most, parent);
        QObject::connect(box, &MinutesBox::valueChanged, box, edited);
        return {box, [box] { return QString::number(box->milliseconds()); },
                [box](const QString &text) { box->setMilliseconds(text.toLongLong()); }};
    }
    auto *box = new QSpinBox(parent);
    box->setRange(int(spec.least), int(spec.most));
    QObject::connect(box, &QSpinBox::valueChanged, box, edited);
    return {box, [box] { return QString::number(box->value()); },
            [box](const QString &text) { box->setValue(text.toInt()); }};
}

ValueControl makeParagraphs(QWidget *parent, const std::function<void()> &edited)
{
    auto *edit = new QPlainTextEdit(parent);
    edit->setTabChangesFocus(true);
    edit->setFixedHeight(shownLines * edit->fontMetrics().lineSpacing() + 2 * spacing::m);
    QObject::connect(edit, &QPlainTextEdit::textChanged, edit, edited);
    return {edit, [edit] { return edit->toPlainText().trimmed(); },
            [edit](const QString &text) { edit->setPlainText(text); }};
}

QLineEdit *makeLine(config::SettingType type, QWidget *parent)
{
    if (type == config::SettingType::File)
        return new PathEdit(PathEdit::Wanted::File, parent);
    if (type == config::SettingType::Folder)
        return new PathEdit(PathEdit::Wanted::Folder, parent);
    return new QLineEdit(parent);
}

ValueControl makeText(config::SettingType type, QWidget *parent, const std::function<void()> &edited)
{
    QLineEdit *edit = makeLine(type, parent);
    edit->setMaxLength(maximumTextLength);
    QObject::connect(edit, &QLineEdit::textChanged, edit, edited);
    return {edit, [edit] { return edit->text().trimmed(); }, [edit](const QString &text) { edit->setText(text); }};
}

} // namespace

ValueControl makeValueControl(const config::SettingSpec &spec, QWidget *parent, const std::function<void()> &edited)
{
    const bool fitsBox = spec.unit == config::SettingUnit::Milliseconds || spec.most <= std::numeric_limits<int>::max();
    switch (spec.type) {
    case config::SettingType::Boolean:
        return makeCheckBox(parent, edited);
    case config::SettingType::Choice:
        return makeChoice(spec.choices, parent, edited);
    case config::SettingType::Integer:
        return fitsBox ? makeNumber(spec, parent, edited) : makeText(spec.type, parent, edited);
    case config::SettingType::Paragraphs:
        return makeParagraphs(parent, edited);
    default:
        return makeText(spec.type, parent, edited);
    }
}

void retranslateUnit(QWidget *control, config::SettingUnit unit)
{
    QString suffix;
    switch (unit) {
    case config::SettingUnit::None:
        return;
    case config::SettingUnit::Milliseconds:
    case config::SettingUnit::Minutes:
        suffix = ValueControlText::tr(" min", "minutes, behind a number");
        break;
    case config::SettingUnit::Seconds:
        suffix = ValueControlText::tr(" s", "seconds, behind a number");
        break;
    case config::SettingUnit::Mebibytes:
        suffix = ValueControlText::tr(" MiB");
        break;
    }
    if (auto *box = qobject_cast<QSpinBox *>(control))
        box->setSuffix(suffix);
    else if (auto *minutes = qobject_cast<MinutesBox *>(control))
        minutes->setSuffix(suffix);
}

} // namespace teleconsult::ui
