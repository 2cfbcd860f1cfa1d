// SPDX-License-Identifier: Apache-2.0
// Fonts, palette and style of the whole application, set once before the first window. GUI thread.
#pragma once

#include <QFont>

class QApplication;
class QLabel;

namespace yoyo {

enum class TextKind { Body, Small, Section, Title };

/// Sets the application's style, palette, font and icon. A high-contrast system theme is taken whole.
void applyAppearance(QApplication& app);
/// The application's font at the size and weight of the kind.
QFont textFont(TextKind kind);
/// Monospaced, for codes.
QFont codeFont();
/// A label in one of the text kinds; secondary text is grey. Never for text that must be translated at run time
/// without the owner's retranslate().
void setTextKind(QLabel* label, TextKind kind);
void setSecondary(QLabel* label);

} // namespace yoyo
