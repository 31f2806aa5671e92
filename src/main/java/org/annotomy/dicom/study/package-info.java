/** Studies and series as lists show them, wherever they lie: on a server or on this computer. No windows. */
package org.annotomy.dicom.study;
