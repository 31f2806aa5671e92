package org.annotomy.command.spec;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The word that was probably meant. */
public final class Suggestion {

	private Suggestion() {}

	/** The known word nearest to the one given, if it is near: one edit for each three letters (two for four and five), the case of letters aside. */
	public static Optional<String> among(Collection<String> known, String given) {
		if (given.length() > 60) return Optional.empty();
		String lower = given.toLowerCase(Locale.ROOT);
		return known.stream().filter(k -> distance(k.toLowerCase(Locale.ROOT), lower) <= allowed(k.length()))
				.min(Comparator.comparingInt(k -> distance(k.toLowerCase(Locale.ROOT), lower)));
	}

	private static int allowed(int length) {
		return length < 4 ? 1 : Math.max(2, length / 3);
	}

	/** Levenshtein's distance. */
	static int distance(String a, String b) {
		int[] row = new int[b.length() + 1];
		for (int j = 0; j <= b.length(); j++)
			row[j] = j;
		for (int i = 1; i <= a.length(); i++) {
			int diagonal = row[0];
			row[0] = i;
			for (int j = 1; j <= b.length(); j++) {
				int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
				diagonal = row[j];
				row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
			}
		}
		return row[b.length()];
	}
}
