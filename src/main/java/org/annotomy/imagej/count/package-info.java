/** Counts of a protocol as tables of ImageJ. */
package org.annotomy.imagej.count;
