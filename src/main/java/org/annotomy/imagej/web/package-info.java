/** Images and annotations of DICOMweb servers: opened from a local copy through the same door as files, and sent back. */
package org.annotomy.imagej.web;
