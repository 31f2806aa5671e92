/** Whole slides in DICOM (VL Whole Slide Microscopy Image, PS3.3 A.32.8): levels, optical paths and focal planes over several files. */
package org.annotomy.dicom.slide;
