/** Pictures of masses of detections at any zoom. */
package org.annotomy.display.detection;
