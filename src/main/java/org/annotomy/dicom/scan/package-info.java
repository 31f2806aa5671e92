/** What lies in files, folders and zip archives: headers only, read on a few threads and remembered without the patient. */
package org.annotomy.dicom.scan;
