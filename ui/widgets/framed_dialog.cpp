#include "ui/widgets/framed_dialog.h"

#include "ui/theme/tokens.h"
#include "ui/widgets/announce.h"
#include "ui/widgets/centred_column.h"
#include "ui/widgets/content_scroll.h"
#include "ui/widgets/held_dialog.h"
#include "ui/widgets/scroll_bar_room.h"
#include "ui/widgets/wrapped_label.h"

#include <QEvent>
#include <QPushButton>

namespace teleconsult::ui {

namespace {

QLabel *makeLabel(const QString &objectName, const char *property, const QString &value, QWidget *parent)
{
    auto *label = new WrappedLabel(objectName, {}, parent);
    label->setProperty(property, value);
    label->hide();
    return label;
}

} // namespace

FramedDialog::FramedDialog(const QString &name, QWidget *parent)
    : QDialog(parent),
      m_name(name),
      m_title(makeLabel(name + QStringLiteral("Title"), "role", QStringLiteral("headline"), this)),
      m_explanation(makeLabel(name + QStringLiteral("Explanation"), "role", QStringLiteral("muted"), this)),
      m_content(new QVBoxLayout),
      m_problem(makeLabel(name + QStringLiteral("Problem"), "tone", QStringLiteral("danger"), this)),
      m_foot(new QHBoxLayout)
{
    setObjectName(name + QStringLiteral("Dialog"));
    setModal(true);
    standInWindow(this);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(0, 0, spacing::xl, 0);
    head->setSpacing(spacing::s);
    head->addWidget(m_title);
    head->addWidget(m_explanation);
    auto *foot = new QVBoxLayout;
    foot->setContentsMargins(0, 0, spacing::xl, 0);
    foot->setSpacing(spacing::l);
    foot->addWidget(m_problem);
    foot->addLayout(m_foot);
    m_foot->setSpacing(spacing::m);
    m_foot->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    // On the right the content's scroll bar stands in the margin.
    layout->setContentsMargins(spacing::xl, spacing::xl, 0, spacing::l);
    layout->setSpacing(spacing::l);
    layout->addLayout(head);
    layout->addLayout(m_content, 1);
    layout->addLayout(foot);
}

void FramedDialog::setTitle(const QString &text)
{
    setWindowTitle(text);
    setTextOrHide(m_title, text);
}

void FramedDialog::setExplanation(const QString &text)
{
    setTextOrHide(m_explanation, text);
}

void FramedDialog::setScrolledContent(QWidget *content)
{
    QMargins margins = content->layout()->contentsMargins();
    margins.setRight(margins.right() + spacing::xl - scrollBarRoom);
    content->layout()->setContentsMargins(margins);
    m_scroll = new ContentScroll(content, this);
    m_content->addWidget(m_scroll, 1);
}

void FramedDialog::setContent(QWidget *content)
{
    m_content->setContentsMargins(0, 0, spacing::xl, 0);
    m_content->addWidget(content, 1);
}

QPushButton *FramedDialog::addButton(const QString &name, const QString &variant)
{
    auto *button = new QPushButton(this);
    button->setObjectName(m_name + name + QStringLiteral("Button"));
    if (!variant.isEmpty())
        button->setProperty("variant", variant);
    if (variant == QLatin1String("primary"))
        button->setDefault(true);
    m_foot->addWidget(button);
    return button;
}

void FramedDialog::addToFoot(QWidget *widget)
{
    m_foot->insertWidget(0, widget, 1);
}

void FramedDialog::setProblem(const QString &text)
{
    setTextOrHide(m_problem, text);
    if (text.isEmpty())
        return;
    announce(m_problem);
}

void FramedDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

} // namespace teleconsult::ui
