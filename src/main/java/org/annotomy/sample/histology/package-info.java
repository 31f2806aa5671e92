/** A stained tissue section that nobody has: generated tile by tile, with nuclei whose places and kinds are known. */
package org.annotomy.sample.histology;
