/** The objects of a document, drawn over an ImageJ image as part of its overlay. */
package org.annotomy.imagej.overlay;
