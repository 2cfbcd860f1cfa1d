// SPDX-License-Identifier: Apache-2.0
// What the shell knows of a screen: enough to list it, guard it and make it when it is first needed. The
// composition registers every screen; the shell includes none of them.
#pragma once

#include "models/domain/user.h"

#include <QKeySequence>
#include <QList>
#include <QString>

#include <functional>

class QWidget;

namespace yoyo {

class Page;

struct PageSpec
{
    QString id;                     ///< also the id of its help page
    std::function<QString()> title; ///< in the language of the moment
    QString icon;
    /// Where it is reached from.
    enum class Place {
        Navigation, ///< left navigation and menu, signed in
        Program,    ///< menu only, and the foot of the navigation: settings, about
        Inner,      ///< by other pages only
        SignedOut   ///< before anyone is signed in
    };
    Place place = Place::Navigation;
    QKeySequence shortcut;
    /// Whether the role may come here; empty: everyone.
    std::function<bool(Role)> isAllowed;
    std::function<Page*(QWidget* parent)> make;
};

class PageRegistry
{
public:
    /// Requires a new id.
    void add(PageSpec spec) { m_specs.append(std::move(spec)); }
    const PageSpec* find(const QString& id) const
    {
        for (const PageSpec& spec : m_specs) {
            if (spec.id == id)
                return &spec;
        }
        return nullptr;
    }
    const QList<PageSpec>& all() const { return m_specs; }

private:
    QList<PageSpec> m_specs;
};

} // namespace yoyo
