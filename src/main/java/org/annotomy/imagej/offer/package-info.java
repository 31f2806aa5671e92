/** What a dialog may offer to choose from: classes, presets, protocols and segments, as macros name them. */
package org.annotomy.imagej.offer;
