// Somebody who looks at the screen, points, types and waits.
#pragma once

#include "tests/app/accessible_tree.h"
#include "tests/app/product_under_test.h"

#include <QPixmap>
#include <QTime>

#include <stdexcept>

namespace teleconsult::test {

/// What a person could not find or do; what() is a sentence.
class TourFailure : public std::runtime_error
{
public:
    explicit TourFailure(const QString &sentence) : std::runtime_error(sentence.toStdString()) {}
};

/// What is looked for. An empty part fits everything.
struct Sought
{
    QString role; ///< AT-SPI's word for it.
    QString name; ///< In full; "…" stands for whatever may be there.

    bool fits(const Accessible &thing) const;
    QString toText() const;
};

/// Uses one program. Everything waits until it can be done, and throws TourFailure when that takes too long.
class Person
{
public:
    explicit Person(const ProductUnderTest &product) : m_product(product) {}

    /// Waits until something like this shows.
    Accessible see(const Sought &sought) const;
    /// Waits until nothing like this shows any more.
    void seeGone(const Sought &sought) const;
    bool sees(const Sought &sought) const;
    /// Waits until it shows, is enabled and keeps still; then clicks into its middle.
    void click(const Sought &sought) const;
    void clickOn(const Accessible &thing) const;
    /// Replaces what the field holds, and looks whether it arrived.
    void fill(const Sought &field, const QString &text) const;
    /// The same for a field of hours and minutes, which takes them one after the other: the hours stand at its left.
    void fillTime(const Sought &field, QTime time) const;
    /// Opens a combo box and chooses by typing: a click right after opening counts as part of the opening one.
    void choose(const Accessible &comboBox, const QString &item) const;
    void press(const QString &keys) const;
    /// Of all that fits, the nearest to the right of `anchor` in the same line.
    Accessible seeRightOf(const Accessible &anchor, const Sought &sought) const;

    /// Waits for anything else. `what` completes "… did not happen: ".
    void waitUntil(const QString &what, const std::function<bool()> &holds,
                   std::chrono::milliseconds limit = std::chrono::seconds(90)) const;

    /// What the application's main window covers, with all that is in front of it; the whole screen without a window.
    QPixmap screen() const;
    /// All that shows, for a failure's report.
    QString describeScreen() const;

private:
    void typeInto(const Accessible &field, const QString &text) const;
    QList<Accessible> findAll(const Sought &sought) const;

    const ProductUnderTest &m_product;
};

} // namespace teleconsult::test
