#include "ui/call/engine/screen_share_prompt.h"
#include "ui/widgets/wrapped_label.h"

#include <QDialog>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QLabel>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

namespace teleconsult::ui {

namespace {

/// The sources as they stood when the question was asked, so that none moves under the pointer. Names follow what the
/// engine says; what is gone cannot be chosen any more.
class SourceList final : public QListWidget
{
public:
    void add(const QList<compat::ScreenShareSource> &sources, const std::function<QString(const QString &)> &name)
    {
        for (const compat::ScreenShareSource &source : sources) {
            m_sources.append({source, name});
            addItem(QString());
        }
        if (!sources.isEmpty())
            follow(*sources.first().model());
        refresh();
    }

    /// Of the chosen row; invalid without one, and when it is gone.
    QModelIndex chosen() const { return currentRow() < 0 ? QModelIndex() : QModelIndex(m_sources[currentRow()].index); }

private:
    struct Source
    {
        compat::ScreenShareSource index;
        std::function<QString(const QString &)> name;
    };

    void follow(const QAbstractItemModel &model)
    {
        connect(&model, &QAbstractItemModel::dataChanged, this, &SourceList::refresh);
        connect(&model, &QAbstractItemModel::rowsRemoved, this, &SourceList::refresh);
        connect(&model, &QAbstractItemModel::modelReset, this, &SourceList::refresh);
    }

    void refresh()
    {
        for (int row = 0; row < count(); ++row) {
            const Source &source = m_sources[row];
            if (source.index.isValid())
                item(row)->setText(source.name(source.index.data(Qt::DisplayRole).toString()));
            else
                item(row)->setFlags(Qt::NoItemFlags);
        }
        if (currentRow() >= 0 && !chosen().isValid())
            setCurrentRow(-1);
    }

    QList<Source> m_sources; ///< One for each row.
};

} // namespace

void ScreenSharePrompt::confirm(QWidget *parent, QObject *context, std::function<void(bool share)> answer)
{
    auto *box = new QMessageBox(parent);
    box->setObjectName(QStringLiteral("screenSharePrompt"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(tr("Share your screen"));
    box->setText(tr("Show your whole screen to everyone in the call?"));
    const QString warning = tr("They will see everything on it, other people's data and notifications too, until you "
                               "stop sharing.");
    const QString screen = sharedScreen(QGuiApplication::primaryScreen(), QGuiApplication::screens());
    box->setInformativeText(screen.isEmpty() ? warning : screen + QLatin1Char('\n') + warning);
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

QString ScreenSharePrompt::sharedScreen(const QScreen *main, const QList<QScreen *> &screens)
{
    if (!main || screens.size() < 2)
        return {};
    const QRect place = main->geometry();
    const QSize pixels = place.size() * main->devicePixelRatio();
    const QString screen = tr("%1, %2 × %3", "a screen's name, its width and height in pixels")
                               .arg(main->name())
                               .arg(pixels.width())
                               .arg(pixels.height());
    const auto all = [&](auto holds) {
        return std::all_of(screens.begin(), screens.end(),
                           [&](const QScreen *other) { return other == main || holds(other->geometry()); });
    };
    if (all([&](const QRect &other) { return other.left() > place.right(); }))
        return tr("You have several screens. Shown is the one on the left (%1).").arg(screen);
    if (all([&](const QRect &other) { return other.right() < place.left(); }))
        return tr("You have several screens. Shown is the one on the right (%1).").arg(screen);
    return tr("You have several screens. Shown is the main one (%1).").arg(screen);
}

void ScreenSharePrompt::choose(QWidget *parent, QObject *context, const compat::ScreenShareRequest &request)
{
    auto *dialog = new QDialog(parent);
    dialog->setObjectName(QStringLiteral("screenSharePrompt"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Share your screen"));
    auto *list = new SourceList;
    list->setObjectName(QStringLiteral("screenShareSources"));
    list->setAccessibleName(tr("Screens and windows"));
    list->add(request.screens, [](const QString &name) { return tr("Screen: %1").arg(name); });
    list->add(request.windows, [](const QString &name) { return tr("Window: %1").arg(name); });
    auto *buttons = new QDialogButtonBox;
    QPushButton *share = buttons->addButton(tr("Share"), QDialogButtonBox::AcceptRole);
    share->setObjectName(QStringLiteral("shareScreen"));
    share->setEnabled(false);
    QPushButton *refuse = buttons->addButton(tr("Do not share"), QDialogButtonBox::RejectRole);
    refuse->setObjectName(QStringLiteral("refuseScreen"));
    auto *label = new WrappedLabel(dialog);
    label->setText(tr("Everyone in the call will see what you choose, until you stop sharing."));
    auto *layout = new QVBoxLayout(dialog);
    layout->addWidget(label);
    layout->addWidget(list);
    layout->addWidget(buttons);
    QObject::connect(list, &QListWidget::currentRowChanged, share,
                     [share, list] { share->setEnabled(list->chosen().isValid()); });
    QObject::connect(list, &QListWidget::itemActivated, dialog, &QDialog::accept);
    QObject::connect(buttons, &QDialogButtonBox::accepted, dialog, &QDialog::accept);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    QObject::connect(context, &QObject::destroyed, dialog, &QDialog::reject);
    QObject::connect(dialog, &QDialog::finished, context, [list, request](int result) {
        const QModelIndex chosen = list->chosen();
        if (result != QDialog::Accepted || !chosen.isValid())
            request.refuse();
        else if (request.screens.contains(chosen))
            request.shareScreen(chosen);
        else
            request.shareWindow(chosen);
    });
    dialog->open();
}

} // namespace teleconsult::ui
