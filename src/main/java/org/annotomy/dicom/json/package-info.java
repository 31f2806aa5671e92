/** The DICOM JSON model (PS3.18 Annex F), both ways. */
package org.annotomy.dicom.json;
