/** Images that the project makes itself: phantoms with known truth, the same bytes on every machine. */
package org.annotomy.sample;
