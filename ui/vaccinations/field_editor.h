// SPDX-License-Identifier: Apache-2.0
// One contract field of a vaccination setting as a control: the form and the change of several rows use the same ones.
// Values go in and out as contract values; an undefined value is no value. GUI thread.
#pragma once

#include "models/domain/result.h"

#include <QJsonValue>
#include <QWidget>

namespace yoyo {

class FieldEditor : public QWidget
{
    Q_OBJECT
public:
    /// Requires a writable field of Entity::VaccinationSetting other than the planned ones.
    static FieldEditor* create(const QString& field, QWidget* parent = nullptr);

    QString field() const { return m_field; }
    /// Or why what was typed is no value; Error.pointer is the field.
    virtual Result<QJsonValue> value() const = 0;
    virtual void setValue(const QJsonValue& value) = 0;
    /// The controls that are typed into, for undo and for focus.
    virtual QList<QWidget*> inputs() const = 0;
    virtual void setEditable(bool editable);
    virtual void retranslate() {}

Q_SIGNALS:
    void edited();

protected:
    FieldEditor(const QString& field, QWidget* parent);
    void changeEvent(QEvent* event) override;

private:
    QString m_field;
};

} // namespace yoyo
