/** The bytes of DICOM: data elements, the dictionary, Part 10 files in and out; no pixels, no geometry. */
package org.annotomy.dicom.part10;
