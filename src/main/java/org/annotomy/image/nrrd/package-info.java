/** Nearly Raw Raster Data (NRRD): header, pixels, place. The format is described at https://teem.sourceforge.net/nrrd/format.html. */
package org.annotomy.image.nrrd;
