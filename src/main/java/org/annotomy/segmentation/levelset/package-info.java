/** Surfaces that move: active contours by level sets, and times of arrival by fast marching. */
package org.annotomy.segmentation.levelset;
