// A control of a setting that says more than its type does.
#pragma once

#include <QWidget>

namespace teleconsult::ui {

/// Stands in a CataloguePage in the place of the control of the setting's type, and holds the value as text.
class OwnControl : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;

    virtual QString value() const = 0;
    /// Does not emit edited() unless it is another one.
    virtual void setValue(const QString &text) = 0;

signals:
    void edited();
};

} // namespace teleconsult::ui
