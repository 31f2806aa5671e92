/** Segments as label maps in files of other programs, in and out: .seg.nrrd, NIfTI, TIFF. */
package org.annotomy.imagej.labelmap;
