/** Display windows, zoom and lens on ImageJ images: what is shown, never what is stored. */
package org.annotomy.imagej.display;
