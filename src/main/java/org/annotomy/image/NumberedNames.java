package org.annotomy.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** File names as NRRD and MetaImage write a numbered series: {@code slice%03d.raw 1 20 1}, a pattern of printf, first, last, step. */
public final class NumberedNames {

	private static final int MOST_FILES = 1 << 16;
	private static final int LONGEST = 1 << 10;
	private static final String NUMBER = "\\s+(-?\\d{1,9})";
	private static final Pattern SERIES = Pattern
			.compile("(.*)%(0?)(\\d{0,2})d(.*?)" + NUMBER + NUMBER + NUMBER + "(?:\\s+\\d+)?");

	private NumberedNames() {}

	/**
	 * @return the names; empty if the text is not a series but a plain name
	 * @throws ImageFormatException if the series never ends or is absurdly long
	 */
	public static Optional<List<String>> expand(String text) throws ImageFormatException {
		if (text.length() > LONGEST)
			throw new ImageFormatException("The header names a file with pixels by a name that is too long.");
		Matcher series = SERIES.matcher(text);
		if (!series.matches()) return Optional.empty();
		long first = Long.parseLong(series.group(5));
		long last = Long.parseLong(series.group(6));
		long step = Long.parseLong(series.group(7));
		if (step == 0 || (last - first) / step < 0 || (last - first) / step >= MOST_FILES)
			throw new ImageFormatException("The header names a series of files with pixels that never ends or is too long.");
		String width = series.group(3);
		String format = width.isEmpty() || width.equals("0") ? "%d" : "%" + series.group(2) + width + "d";
		List<String> names = new ArrayList<>();
		for (long i = first; step > 0 ? i <= last : i >= last; i += step)
			names.add(series.group(1) + String.format(Locale.ROOT, format, i) + series.group(4));
		return Optional.of(names);
	}
}
