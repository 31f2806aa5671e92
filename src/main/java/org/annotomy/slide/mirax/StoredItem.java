package org.annotomy.slide.mirax;

/**
 * Where something is stored.
 *
 * @param file which of the data files
 * @param offset in bytes
 * @param length in bytes
 */
record StoredItem(int file, int offset, int length) {}
