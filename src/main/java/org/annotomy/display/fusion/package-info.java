/** One image over another: which of its voxels lies under a pixel, its colours, and pictures to check a registration by. */
package org.annotomy.display.fusion;
