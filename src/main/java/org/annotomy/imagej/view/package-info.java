/** Linked windows that cut one annotated volume along its other axes. */
package org.annotomy.imagej.view;
