/** Gigapixel slides: pyramids of tiles that are read on demand, and how they are found; no ImageJ types. */
package org.annotomy.slide;
