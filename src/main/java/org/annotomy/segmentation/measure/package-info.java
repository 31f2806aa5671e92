/** Numbers about marked objects: lengths, areas, angles, diameters and the values of the pixels inside; pure functions. */
package org.annotomy.segmentation.measure;
