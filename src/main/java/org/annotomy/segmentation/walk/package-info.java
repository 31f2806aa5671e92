/** Random walks that start at each voxel and end at the first seed they meet. */
package org.annotomy.segmentation.walk;
