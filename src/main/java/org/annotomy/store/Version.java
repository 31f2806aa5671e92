package org.annotomy.store;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An earlier state of the labels that is kept. Its file name says all that is listed, so that there is no index that could be lost.
 *
 * @param when it was kept, UTC
 * @param revision of the sidecar
 * @param objectCount objects and segments
 * @param cause what made it, such as {@code save} or {@code found}: lower-case letters and {@code -}
 * @param labels first digits of the SHA-256 of the sidecar
 * @param voxels first digits of the SHA-256 of its voxel file, or {@code none}
 */
public record Version(Instant when, long revision, long objectCount, String cause, String labels, String voxels) {

	static final String NONE = "none";
	static final int DIGITS = 16;

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS'Z'", Locale.ROOT)
			.withZone(ZoneOffset.UTC);
	private static final Pattern NAME = Pattern
			.compile("(\\d{8}T\\d{9}Z)_r(\\d{1,18})_n(\\d{1,18})_([a-z-]{1,30})_([0-9a-f]{16})_([0-9a-f]{16}|none)\\.geojson");

	/** @param voxels SHA-256 in full, or null */
	static Version of(Instant when, long revision, long objectCount, String cause, String labels, String voxels) {
		return new Version(when, revision, objectCount, cause, digits(labels), voxels == null ? NONE : digits(voxels));
	}

	static String digits(String sha256) {
		return sha256.substring(0, DIGITS);
	}

	String fileName() {
		return TIME.format(when) + "_r" + revision + "_n" + objectCount + "_" + cause + "_" + labels + "_" + voxels + ".geojson";
	}

	static Optional<Version> ofFileName(String name) {
		Matcher m = NAME.matcher(name);
		if (!m.matches()) return Optional.empty();
		try {
			Instant when = TIME.parse(m.group(1), Instant::from);
			return Optional.of(new Version(when, Long.parseLong(m.group(2)), Long.parseLong(m.group(3)), m.group(4), m.group(5),
					m.group(6)));
		} catch (DateTimeException e) {
			return Optional.empty();
		}
	}
}
