/** Slides in TIFF and BigTIFF files: plain pyramids, Aperio SVS and OME-TIFF. */
package org.annotomy.slide.tiff;
