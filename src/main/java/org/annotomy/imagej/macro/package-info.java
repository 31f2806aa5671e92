/** Lines for ImageJ's macro recorder, of commands and of gestures alike. */
package org.annotomy.imagej.macro;
