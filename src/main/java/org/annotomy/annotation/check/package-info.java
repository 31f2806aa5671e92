/** What the protocol has to say about labels: while they are drawn, and before the work is marked complete. */
package org.annotomy.annotation.check;
