/** Blosc buffers of version 1, as Zarr and HDF5 hold them. */
package org.annotomy.codec.blosc;
