/** The controls under a slide's window: magnifications, angle, look, focus planes, time points. */
package org.annotomy.ui.slide;
