/** How what this program reads of DICOM compares with what independent tools read: a table over files with known facts. */
package org.annotomy.dicom.conformance;
