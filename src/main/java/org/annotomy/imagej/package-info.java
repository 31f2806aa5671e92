/** Translation to and from ImageJ's types: {@code Roi}, {@code ImagePlus}, {@code Overlay}, {@code Calibration}, {@code ResultsTable}; no windows. */
package org.annotomy.imagej;
