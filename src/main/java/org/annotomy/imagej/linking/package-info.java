/** Groups of annotated images in ImageJ: opened, looked at together, marked together. */
package org.annotomy.imagej.linking;
