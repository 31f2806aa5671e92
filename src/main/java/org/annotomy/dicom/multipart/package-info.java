/** Bodies of several parts (RFC 2046, RFC 2387), as DICOMweb sends and takes them, read without trust. */
package org.annotomy.dicom.multipart;
