/** JPEG streams (ITU-T T.81) as the Java runtime does not read them: lossless, 12 bits, progressive with 12 bits; knows nothing of DICOM. */
package org.annotomy.dicom.codec.jpeg;
