/** To and from the types of ImageJ: images, selections, overlays, calibrations, tables. */
package org.annotomy.imagej;
