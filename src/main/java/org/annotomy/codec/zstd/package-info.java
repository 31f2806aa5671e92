/** Zstandard streams (RFC 8878), without dictionaries. */
package org.annotomy.codec.zstd;
