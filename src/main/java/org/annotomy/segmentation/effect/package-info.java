/** Effects that make other voxels of the voxels of one segment, alike for commands and for windows with a preview. */
package org.annotomy.segmentation.effect;
