/** DICOM in and out: the reader that the rest of the program sees; what it is made of lies in the packages below. */
package org.annotomy.dicom;
