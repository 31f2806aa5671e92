/** JPEG 2000 codestreams with high-throughput block coding (Rec. ITU-T T.800 and T.814), from bytes to samples. */
package org.annotomy.dicom.codec.htj2k;
