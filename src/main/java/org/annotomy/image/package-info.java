/** Pixels with a place: images of up to five axes over ImgLib2, what their values mean, and the extension point of the readers. */
package org.annotomy.image;
