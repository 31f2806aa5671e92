package org.annotomy.slide.zarr;

/**
 * How the key of a chunk is made of its index.
 *
 * @param prefix {@code c} in Zarr 3, else empty
 * @param separator between the numbers
 */
record ZarrKeys(String prefix, String separator) {

	String of(long[] index) {
		StringBuilder key = new StringBuilder(prefix);
		for (long number : index) {
			if (key.length() > 0) key.append(separator);
			key.append(number);
		}
		return key.toString();
	}
}
