// SPDX-License-Identifier: Apache-2.0
// Settings without a profile: keeps what was saved; the tried connection is refused for its certificate.
#pragma once

#include "ui/settings/settings_backend.h"

namespace yoyo::test {

class FakeSettingsBackend final : public SettingsBackend
{
public:
    SettingsValues now{QStringLiteral("https://yoyo.example.lg.jp"), QStringLiteral("ja"), {}, 15};
    SettingsFixed rule;
    QList<SettingsValues> savedValues;

    SettingsValues values() const override { return now; }
    SettingsFixed fixed() const override { return rule; }
    void save(const SettingsValues& values, QObject*, std::function<void(const QList<Error>&)> done) override
    {
        savedValues.append(values);
        now = values;
        done({});
    }
    void tryConnection(const QString&, const QString&, QObject*, std::function<void(const Result<QString>&)> done) override
    {
        done(Error(ErrorCode::TlsUnknownCa, {}, {{QStringLiteral("host"), QStringLiteral("yoyo.example.lg.jp")}}));
    }
    AboutInfo about() const override
    {
        return {QStringLiteral("0.1.0"), {}, QStringLiteral("1"), {}, QStringLiteral("C:/ProgramData"), QStringLiteral("6.4.2")};
    }
};

} // namespace yoyo::test
