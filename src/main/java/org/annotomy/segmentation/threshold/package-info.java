/** Thresholds: histograms of volumes, values that part them found automatically, and the masks that they give. */
package org.annotomy.segmentation.threshold;
