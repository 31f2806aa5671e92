/** Digests of bytes: the one place that knows which algorithm the project uses and how a digest is written. */
package org.annotomy.digest;
