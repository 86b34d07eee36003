#include "ui/settings/path_edit.h"

#include "ui/widgets/field_button.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QKeyEvent>

namespace teleconsult::ui {

PathEdit::PathEdit(Wanted wanted, QWidget *parent)
    : QLineEdit(parent),
      m_wanted(wanted),
      m_choose(new FieldButton(QStringLiteral("choosePathButton"), QStringLiteral("folder"), this, this))
{
    connect(m_choose, &QPushButton::clicked, this, &PathEdit::choose);
    retranslate();
}

void PathEdit::choose()
{
    const QFileInfo now(text());
    const QString start = text().isEmpty() || !now.isAbsolute() ? QDir::homePath() : now.filePath();
    auto *dialog = new QFileDialog(this, m_choose->accessibleName(),
                                   m_wanted == Wanted::Folder ? start : QFileInfo(start).absolutePath());
    dialog->setObjectName(QStringLiteral("choosePathDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(m_wanted == Wanted::Folder ? QFileDialog::Directory : QFileDialog::AnyFile);
    connect(dialog, &QFileDialog::fileSelected, this, &QLineEdit::setText);
    dialog->open();
}

void PathEdit::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QLineEdit::changeEvent(event);
}

void PathEdit::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Down && event->modifiers() == Qt::AltModifier)
        choose();
    else
        QLineEdit::keyPressEvent(event);
}

void PathEdit::retranslate()
{
    const QString words = m_wanted == Wanted::Folder ? tr("Choose a folder") : tr("Choose a file");
    m_choose->setWords(words, tr("%1 (Alt+Down)").arg(words));
}

} // namespace teleconsult::ui
