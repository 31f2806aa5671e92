/** Keys on an annotated image: classes, presets, undo, next mark. */
package org.annotomy.ui.key;
