/** Coarser levels for large pictures that have none: made once, kept in the user's folder. */
package org.annotomy.slide.pyramid;
