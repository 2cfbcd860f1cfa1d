// SPDX-License-Identifier: Apache-2.0
// Widgets side by side that go on in the next line where the window is narrow: rows of buttons, filters and fields.
// In the middle of their line, and those that can be wide share what is left of it, unless they are aligned to its top.
#pragma once

#include <QLayout>
#include <QList>

namespace yoyo {

class WrapLayout final : public QLayout
{
    Q_OBJECT
public:
    /// Each line begins at the left, or ends at the right (the actions of a page).
    enum class Side { Left, Right };
    explicit WrapLayout(Side side = Side::Left, QWidget* parent = nullptr);
    ~WrapLayout() override;

    void insertWidget(int index, QWidget* widget);

    void addItem(QLayoutItem* item) override;
    int count() const override { return int(m_items.size()); }
    QLayoutItem* itemAt(int index) const override { return m_items.value(index); }
    QLayoutItem* takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return Qt::Horizontal; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSize() const override;
    void setGeometry(const QRect& rect) override;

private:
    /// Places the items (unless only measured) and returns the height they take.
    int layOut(const QRect& rect, bool isMeasured) const;

    Side m_side;
    QList<QLayoutItem*> m_items;
};

} // namespace yoyo
