/** MIRAX slides (MRXS) of 3DHISTECH and Zeiss: photos in data files, an index of them, and where the camera stood. */
package org.annotomy.slide.mirax;
