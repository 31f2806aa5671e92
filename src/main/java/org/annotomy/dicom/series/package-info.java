/** From DICOM files to images: which belong together, in which order, where they lie and what their values mean. */
package org.annotomy.dicom.series;
