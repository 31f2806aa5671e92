/** Gigapixel slides in an ImageJ window: ImageJ's tools and macros in pixels of full resolution, without all pixels in memory. */
package org.annotomy.imagej.slide;
