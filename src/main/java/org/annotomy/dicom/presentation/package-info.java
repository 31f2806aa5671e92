/** What a DICOM file says of showing and reading its values: VOI tables, overlays, shutters, palettes, regions, SUV, real world values. */
package org.annotomy.dicom.presentation;
