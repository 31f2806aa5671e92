/** Volumes on another grid: upright instead of tilted, evenly instead of unevenly spaced. */
package org.annotomy.image.resample;
