// What is entered in a FormDialog.
#pragma once

#include "core/domain/error.h"

#include <QWidget>

namespace teleconsult::ui {

/// A mistake stands beside its field once that was touched, or once submitting was tried.
class Form : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;

    /// Whether anything was entered since the beginning.
    virtual bool isChanged() const = 0;
    /// Shows every mistake and takes the keyboard to the first; true: there is none.
    virtual bool validate() = 0;
    /// Shows what the service found wrong, until the next change. True: the error belongs to a field of the form.
    virtual bool showServiceError(const Error &error) = 0;
    /// Takes the keyboard to what most likely comes next.
    virtual void focusFirst() = 0;

signals:
    void changed();
    /// The keyboard was moved to a widget that may be out of sight.
    void focusMoved(QWidget *widget);
};

} // namespace teleconsult::ui
