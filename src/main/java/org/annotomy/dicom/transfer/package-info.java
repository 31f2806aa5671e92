/** DICOM files on their way between a server and this computer: retrieved series, what waits to be sent, labels as DICOM objects. */
package org.annotomy.dicom.transfer;
