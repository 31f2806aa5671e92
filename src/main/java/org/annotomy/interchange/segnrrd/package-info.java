/** Voxel segments as {@code .seg.nrrd}, which 3D Slicer opens. */
package org.annotomy.interchange.segnrrd;
