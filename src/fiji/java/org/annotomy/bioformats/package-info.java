/** Slides and microscope files that Bio-Formats reads, behind the extension point of our own readers. Compiled with the profile {@code fiji} only. */
package org.annotomy.bioformats;
