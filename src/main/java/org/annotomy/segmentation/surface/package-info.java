/** Surfaces of segments: triangles around masks, smoothed and thinned out. */
package org.annotomy.segmentation.surface;
