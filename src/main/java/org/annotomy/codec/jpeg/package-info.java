/** JPEG streams (ITU-T T.81): sequential, progressive and lossless, of 2 to 16 bits; knows nothing of DICOM. */
package org.annotomy.codec.jpeg;
