/** Floods a relief from markers, and splits touching objects along the basins of their depth. */
package org.annotomy.segmentation.watershed;
