/** Masks grown, shrunk, opened, closed and hollowed by true millimetres or by boxes, and joined by logic. */
package org.annotomy.segmentation.morphology;
