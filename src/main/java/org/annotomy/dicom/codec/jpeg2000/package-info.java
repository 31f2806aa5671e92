/** JPEG 2000 (ISO/IEC 15444-1) codestreams: checked and repaired here, decoded by JJ2000. */
package org.annotomy.dicom.codec.jpeg2000;
