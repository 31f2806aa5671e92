/** Pixel data of DICOM files: frames found, decoded to samples, turned into colour. */
package org.annotomy.dicom.codec;
