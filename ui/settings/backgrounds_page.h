// What call pages may show behind a person.
#pragma once

#include "core/async/serial_executor.h"
#include "core/service/company_settings.h"
#include "ui/settings/settings_page.h"

#include <memory>

class QLabel;
class QMimeData;
class QPushButton;

namespace teleconsult::ui {

class BackgroundEditor;
class BackgroundGallery;
class Banner;
class EmptyState;

/// The company's pictures: a gallery, from which the default is chosen and others are deleted, and a way to add one: by
/// a dialog, dropped or pasted. Each button acts at once. Where the key is elsewhere, the page says what cannot be done
/// from here and does the rest. The company must outlive it.
class BackgroundsPage : public SettingsPage
{
    Q_OBJECT
public:
    explicit BackgroundsPage(service::CompanyService &company, QWidget *parent = nullptr);

    bool isForm() const override { return false; }
    bool canBeTested() const override { return true; }
    void test() override;
    bool isBusy() const override;

    /// Begins to add a picture from a file.
    void add(const QString &path);

protected:
    void changeEvent(QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    enum class State { Loading, Failed, Ready };

    void build();
    void load();
    void onLoaded(const Result<kaleyra::Backgrounds> &backgrounds);
    void showDefaultOnly();
    void setState(State state);
    void updateActions();
    bool mayAdd() const;
    bool take(const QMimeData *offered);
    void chooseFile();
    void paste();
    void showEditor();
    void showOverview();
    void makeDefault();
    void askBeforeDeleting();
    void remove(const QString &alias);
    void retranslate();

    service::CompanyService &m_company;
    std::shared_ptr<SerialExecutor> m_worker;
    State m_state = State::Loading;
    Error m_error;
    kaleyra::Backgrounds m_backgrounds;
    bool m_working = false; ///< The default is being changed, or a picture deleted.

    QLabel *m_explanation;
    Banner *m_limits;
    QWidget *m_overview;
    QPushButton *m_add;
    QLabel *m_count;
    BackgroundGallery *m_gallery;
    EmptyState *m_message;
    QPushButton *m_makeDefault;
    QPushButton *m_delete;
    BackgroundEditor *m_editor;
};

} // namespace teleconsult::ui
