/** Masks that a hand makes: strokes of a round brush, filled outlines, cuts, copies from slice to slice. */
package org.annotomy.segmentation.paint;
