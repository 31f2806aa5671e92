/** Between the segments of a document and the masks of the 3D algorithms: reading voxels, and every edit of them. */
package org.annotomy.segmentation.segment;
