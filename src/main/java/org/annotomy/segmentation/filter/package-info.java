/** Smoothing and other filters of masks and of image values, and image values outside or inside a mask filled. */
package org.annotomy.segmentation.filter;
