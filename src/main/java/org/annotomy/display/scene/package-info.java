/** Surfaces as they look from any side: camera, shading, transparency, and what lies under a pixel. */
package org.annotomy.display.scene;
