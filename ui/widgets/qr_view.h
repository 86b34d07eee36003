// A text as a QR code.
#pragma once

#include <QImage>
#include <QWidget>

namespace teleconsult::ui {

/// Paints a QR code, dark on white in both schemes with the quiet zone the standard asks for: a camera needs it so.
/// The content may be a credential: it is in neither the accessible name nor a tool tip.
class QrView : public QWidget
{
    Q_OBJECT
public:
    explicit QrView(QWidget *parent = nullptr);

    /// Error correction level M. Content that is empty, or too long for a QR code, shows nothing.
    void setContent(const QByteArray &content);

    /// One pixel a module, quiet zone of 4 modules included; null when there is nothing to show.
    QImage modules() const { return m_modules; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return width; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QImage m_modules;
};

} // namespace teleconsult::ui
