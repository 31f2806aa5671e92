package org.annotomy.dicom.multipart;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A media type with its parameters (RFC 9110 8.3), read as leniently as servers write it: any case, quotes or none, quotes that are never
 * closed, parameters inside the quotes of another.
 *
 * @param name type and subtype in lower case, such as {@code multipart/related}; empty if there is none
 * @param parameters by lower-case name
 */
public record MediaType(String name, Map<String, String> parameters) {

	private static final int MAX_LENGTH = 4096;

	public MediaType {
		parameters = Map.copyOf(parameters);
	}

	/** @param header the value of a Content-Type header; null or empty gives an empty type */
	public static MediaType of(String header) {
		String text = header == null ? "" : header.substring(0, Math.min(header.length(), MAX_LENGTH));
		int end = text.indexOf(';');
		String name = (end < 0 ? text : text.substring(0, end)).strip().toLowerCase(Locale.ROOT);
		Map<String, String> parameters = new LinkedHashMap<>();
		if (end >= 0) new Scanner(text, end + 1).into(parameters);
		return new MediaType(name, parameters);
	}

	/** A parameter's value; empty if it is absent. */
	public String parameter(String lowerCaseName) {
		return parameters.getOrDefault(lowerCaseName, "");
	}

	public boolean isMultipart() { return name.startsWith("multipart/"); }

	/** Whether it is JSON, also in the form that DICOMweb uses ({@code application/dicom+json}). */
	public boolean isJson() {
		return name.equals("application/json") || name.equals("application/dicom+json");
	}

	/** Walks through parameters; the first of a name counts. */
	private static final class Scanner {

		private final String text;
		private int at;

		Scanner(String text, int from) {
			this.text = text;
			this.at = from;
		}

		void into(Map<String, String> parameters) {
			while (at < text.length()) {
				String name = until("=;").strip().toLowerCase(Locale.ROOT);
				boolean hasValue = at < text.length() && text.charAt(at) == '=';
				at++;
				String value = hasValue ? value() : "";
				if (!name.isEmpty()) parameters.putIfAbsent(name, value);
			}
		}

		private String value() {
			while (at < text.length() && Character.isWhitespace(text.charAt(at)))
				at++;
			if (at >= text.length() || text.charAt(at) != '"') {
				String token = until(";").strip();
				at++;
				return token;
			}
			at++;
			StringBuilder value = new StringBuilder();
			while (at < text.length() && text.charAt(at) != '"') {
				if (text.charAt(at) == '\\' && at + 1 < text.length()) at++;
				value.append(text.charAt(at++));
			}
			until(";");
			at++;
			return value.toString();
		}

		private String until(String ends) {
			int start = at;
			while (at < text.length() && ends.indexOf(text.charAt(at)) < 0)
				at++;
			return text.substring(start, at);
		}
	}
}
