/** Segments that grow from seeds over a volume until they meet. */
package org.annotomy.segmentation.grow;
