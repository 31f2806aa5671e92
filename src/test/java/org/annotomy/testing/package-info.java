/** What several tests share: where real files are, oracles, windows. */
package org.annotomy.testing;
