#include "ui/call/engine/screen_share_prompt.h"

#include <QDialog>
#include <QDialogButtonBox>
#include <QLabel>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QVBoxLayout>

namespace teleconsult::ui {

void ScreenSharePrompt::confirm(QWidget *parent, QObject *context, std::function<void(bool share)> answer)
{
    auto *box = new QMessageBox(parent);
    box->setObjectName(QStringLiteral("screenSharePrompt"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(tr("Share your screen"));
    box->setText(tr("Show your whole screen to everyone in the call?"));
    box->setInformativeText(tr("They will see everything on it, other people's data and notifications too, until you "
                               "stop sharing."));
    QPushButton *share = box->addButton(tr("Share the screen"), QMessageBox::AcceptRole);
    share->setObjectName(QStringLiteral("shareScreen"));
    QPushButton *refuse = box->addButton(tr("Do not share"), QMessageBox::RejectRole);
    refuse->setObjectName(QStringLiteral("refuseScreen"));
    box->setDefaultButton(refuse);
    box->setEscapeButton(refuse);
    QObject::connect(context, &QObject::destroyed, box, &QDialog::reject);
    QObject::connect(box, &QDialog::finished, context, [box, share, answer] { answer(box->clickedButton() == share); });
    box->open();
}

void ScreenSharePrompt::choose(QWidget *parent, QObject *context, const compat::ScreenShareRequest &request)
{
    auto *dialog = new QDialog(parent);
    dialog->setObjectName(QStringLiteral("screenSharePrompt"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Share your screen"));
    auto *list = new QListWidget;
    list->setObjectName(QStringLiteral("screenShareSources"));
    list->setAccessibleName(tr("Screens and windows"));
    for (const QString &screen : request.screens)
        list->addItem(tr("Screen: %1").arg(screen));
    for (const QString &window : request.windows)
        list->addItem(tr("Window: %1").arg(window));
    auto *buttons = new QDialogButtonBox;
    QPushButton *share = buttons->addButton(tr("Share"), QDialogButtonBox::AcceptRole);
    share->setObjectName(QStringLiteral("shareScreen"));
    share->setEnabled(false);
    QPushButton *refuse = buttons->addButton(tr("Do not share"), QDialogButtonBox::RejectRole);
    refuse->setObjectName(QStringLiteral("refuseScreen"));
    auto *label = new QLabel(tr("Everyone in the call will see what you choose, until you stop sharing."));
    label->setWordWrap(true);
    auto *layout = new QVBoxLayout(dialog);
    layout->addWidget(label);
    layout->addWidget(list);
    layout->addWidget(buttons);
    QObject::connect(list, &QListWidget::currentRowChanged, share, [share](int row) { share->setEnabled(row >= 0); });
    QObject::connect(list, &QListWidget::itemActivated, dialog, &QDialog::accept);
    QObject::connect(buttons, &QDialogButtonBox::accepted, dialog, &QDialog::accept);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    QObject::connect(context, &QObject::destroyed, dialog, &QDialog::reject);
    QObject::connect(dialog, &QDialog::finished, context, [list, request](int result) {
        const int row = list->currentRow();
        const int screenCount = int(request.screens.size());
        if (result != QDialog::Accepted || row < 0)
            request.refuse();
        else if (row < screenCount)
            request.shareScreen(row);
        else
            request.shareWindow(row - screenCount);
    });
    dialog->open();
}

} // namespace teleconsult::ui
