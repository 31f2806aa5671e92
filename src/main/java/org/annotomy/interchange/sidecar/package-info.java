/** The files beside an image that hold its labels: GeoJSON that QuPath opens and {@code .seg.nrrd} that 3D Slicer opens. */
package org.annotomy.interchange.sidecar;
