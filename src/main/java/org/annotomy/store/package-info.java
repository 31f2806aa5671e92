/** Never lose work: the journal, saving, versions, the lock and the recovery place of the labels beside an image. */
package org.annotomy.store;
