/** Numbers about labels and segments: how large, where, of what shape, and which values lie inside. */
package org.annotomy.segmentation.statistics;
