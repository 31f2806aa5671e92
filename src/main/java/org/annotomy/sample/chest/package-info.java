/** The anatomy of the chest phantom, organ by organ, and how a slice of it is painted. */
package org.annotomy.sample.chest;
