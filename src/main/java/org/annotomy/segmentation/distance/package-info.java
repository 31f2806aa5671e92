/** Exact Euclidean distances in millimetres from the voxels of masks and label volumes to the nearest voxel that is not of their kind. */
package org.annotomy.segmentation.distance;
