// SPDX-License-Identifier: Apache-2.0
// Icons by name (resources/icons/<name>.svg), coloured by role from the palette of the moment. GUI thread.
#pragma once

#include <QIcon>
#include <QString>

namespace yoyo {

enum class IconTone { Text, Secondary, Action, OnAction, Error, Success, Warning };

/// An unknown name is a programming error: the icon is null and a warning says so.
QIcon icon(const QString& name, IconTone tone = IconTone::Text);
/// The program's own icon for windows and the about page.
QIcon appIcon();

} // namespace yoyo
