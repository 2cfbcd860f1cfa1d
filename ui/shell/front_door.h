// SPDX-License-Identifier: Apache-2.0
// A large choice: icon, title, and one line that says when it is the right one.
#pragma once

#include <QPushButton>

namespace yoyo {

class FrontDoor : public QPushButton
{
    Q_OBJECT
public:
    explicit FrontDoor(const QString& iconName, QWidget* parent = nullptr);
    void setTexts(const QString& title, const QString& explanation);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_icon;
    QString m_title;
    QString m_explanation;
};

} // namespace yoyo
