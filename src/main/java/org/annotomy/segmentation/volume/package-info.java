/** Dense volumes that the 3D algorithms read and write: masks, and the values of an image. */
package org.annotomy.segmentation.volume;
