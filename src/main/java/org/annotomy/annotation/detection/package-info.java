/** Masses of detections in flat arrays: a million cells without a million objects. */
package org.annotomy.annotation.detection;
