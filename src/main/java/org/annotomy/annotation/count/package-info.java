/** Counts what a protocol wants to have counted: marks per area, proportions, hot spots. */
package org.annotomy.annotation.count;
