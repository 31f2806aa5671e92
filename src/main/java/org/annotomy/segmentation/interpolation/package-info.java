/** Shapes between shapes: slices filled in between those that were drawn, and key slices and key times carried on to others. */
package org.annotomy.segmentation.interpolation;
