// SPDX-License-Identifier: Apache-2.0
// How the views were left (column widths, window geometry), kept as view.ini in the profile. No personal data.
#pragma once

#include "ui/widgets/list_panel.h"

#include <QSettings>

namespace yoyo {

class ProfileViewMemory final : public ViewMemory
{
public:
    explicit ProfileViewMemory(const QString& profileDirectory)
        : m_settings(profileDirectory + QStringLiteral("/view.ini"), QSettings::IniFormat)
    {
    }
    QVariant value(const QString& key) const override { return m_settings.value(key); }
    void setValue(const QString& key, const QVariant& value) override { m_settings.setValue(key, value); }

private:
    QSettings m_settings;
};

} // namespace yoyo
