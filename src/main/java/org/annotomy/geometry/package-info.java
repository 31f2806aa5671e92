/** Where things are: spacing, frames of reference, affines, grids. */
package org.annotomy.geometry;
