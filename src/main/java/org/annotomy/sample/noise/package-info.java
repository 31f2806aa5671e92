/** Randomness that is the same on every machine, for the grain and the texture of phantoms. */
package org.annotomy.sample.noise;
