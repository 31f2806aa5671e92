/** How segments look on slices of the image, across any axis. */
package org.annotomy.imagej.segment;
