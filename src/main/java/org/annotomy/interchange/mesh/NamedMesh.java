package org.annotomy.interchange.mesh;

import org.annotomy.geometry.TriangleMesh;

/**
 * A surface to be written.
 *
 * @param name of its segment
 * @param rgb 0xRRGGBB
 */
public record NamedMesh(String name, int rgb, TriangleMesh mesh) {}
