/** JPEG-LS streams (ITU-T T.87), lossless and near-lossless; knows nothing of DICOM. */
package org.annotomy.codec.jpegls;
