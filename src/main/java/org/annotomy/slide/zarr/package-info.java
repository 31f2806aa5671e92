/** Slides in OME-Zarr 0.1 to 0.5 (Zarr 2 and 3), in folders, zip archives and on web servers. */
package org.annotomy.slide.zarr;
