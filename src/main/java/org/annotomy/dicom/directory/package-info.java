/** DICOMDIR: the directory of a disc or export (PS3.3 Annex F), and the files that it names. */
package org.annotomy.dicom.directory;
