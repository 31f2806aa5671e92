/** Marking along the edges of the image: level lines, the live wire, and a brush that stops at edges. */
package org.annotomy.segmentation.edge;
