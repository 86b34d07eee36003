// The company's pictures.
#pragma once

#include "core/async/serial_executor.h"
#include "core/service/company_settings.h"

#include <QHash>
#include <QListWidget>
#include <QPixmap>

#include <memory>

namespace teleconsult::ui {

/// One entry for each picture, newest first, with the default marked in words. Fetches the pictures by itself, each
/// once, and decodes them on `worker`, which it shares. The company must outlive it.
class BackgroundGallery : public QListWidget
{
    Q_OBJECT
public:
    BackgroundGallery(service::CompanyService &company, std::shared_ptr<SerialExecutor> worker,
                      QWidget *parent = nullptr);

    /// Keeps the choice where it is still there.
    void setBackgrounds(const kaleyra::Backgrounds &backgrounds);
    void choose(const QString &alias);
    /// Empty: none is chosen.
    QString chosen() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void fetch(const kaleyra::Background &background);
    void fit();
    void describe();

    service::CompanyService &m_company;
    std::shared_ptr<SerialExecutor> m_worker;
    kaleyra::Backgrounds m_backgrounds;
    QHash<QString, QPixmap> m_pictures; ///< By alias; a null one is being fetched.
};

} // namespace teleconsult::ui
