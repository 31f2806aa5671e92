/** Outlines in one plane: combining, cutting, smoothing, brushing, filling with pixels and tracing back; pure functions. */
package org.annotomy.segmentation.outline;
