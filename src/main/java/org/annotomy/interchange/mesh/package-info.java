/** Surfaces as files of other programs: STL, PLY and OBJ. */
package org.annotomy.interchange.mesh;
