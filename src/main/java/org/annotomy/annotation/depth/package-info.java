/** Which of two overlapping structures lies in front of the other, as raters say it; pure functions. */
package org.annotomy.annotation.depth;
