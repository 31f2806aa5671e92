package org.annotomy.annotation.protocol;

import java.util.Comparator;

/** Orders versions: part by part between dots, numbers as numbers; {@code 1.10} is newer than {@code 1.9}. */
final class ProtocolVersions implements Comparator<String> {

	@Override
	public int compare(String first, String second) {
		String[] a = first.split("[.+-]");
		String[] b = second.split("[.+-]");
		for (int i = 0; i < Math.min(a.length, b.length); i++) {
			int order = comparePart(a[i], b[i]);
			if (order != 0) return order;
		}
		return a.length != b.length ? Integer.compare(a.length, b.length) : first.compareTo(second);
	}

	private static int comparePart(String a, String b) {
		boolean numbers = a.matches("\\d{1,9}") && b.matches("\\d{1,9}");
		return numbers ? Integer.compare(Integer.parseInt(a), Integer.parseInt(b)) : a.compareTo(b);
	}
}
