/** The shapes that a rater draws, in pixels of level 0, pixel-corner frame, with full double precision. */
package org.annotomy.annotation.shape;
