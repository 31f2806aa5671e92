package org.annotomy.display;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.annotomy.image.Window;
import org.annotomy.json.JsonNumbers;

/** The tables of {@code docs/presets.md}, from the resource. Run as a program, it writes them into the page. */
public final class PresetDocs {

	static final Path PAGE = Path.of("docs", "presets.md");

	private static final String BEGIN = "<!-- tables: written by PresetDocs from presets.json -->\n";
	private static final String END = "<!-- end of tables -->\n";

	private PresetDocs() {}

	public static void main(String[] args) throws IOException {
		Files.writeString(PAGE, withTables(Files.readString(PAGE)));
	}

	/** The page with the tables as they should be. */
	static String withTables(String page) {
		int begin = page.indexOf(BEGIN);
		int end = page.indexOf(END);
		if (begin < 0 || end < begin) throw new IllegalArgumentException("The page has lost the marks of the tables.");
		return page.substring(0, begin) + BEGIN + tables() + page.substring(end);
	}

	private static String tables() {
		StringBuilder text = new StringBuilder();
		for (PresetSet set : PresetTable.builtIn().sets()) {
			text.append("\n### ").append(set.title()).append(" (`").append(set.id()).append("`)\n\n").append(cell(set.source()));
			text.append(
					".\n\n| preset | key | modality | width | center | shape | body part | source |\n|---|---|---|---|---|---|---|---|\n");
			set.presets().forEach(preset -> text.append(row(preset, set)));
		}
		return text.append('\n').toString();
	}

	private static String row(WindowPreset preset, PresetSet set) {
		String key = preset.key() == 0 ? "" : Integer.toString(preset.key());
		String modality = preset.modalities().isEmpty() ? "any" : String.join(", ", preset.modalities());
		String source = preset.source().equals(set.source()) ? "" : cell(preset.source());
		return "| " + cell(preset.name()) + " | " + key + " | " + modality + " | " + numbers(preset) + " | "
				+ String.join(", ", preset.bodyParts()).toLowerCase() + " | " + source + " |\n";
	}

	private static String numbers(WindowPreset preset) {
		if (preset.rule() instanceof WindowRule.Fixed fixed) {
			Window window = fixed.window();
			String unit = preset.unit().isEmpty() ? "" : " " + preset.unit();
			return JsonNumbers.shortest(window.width()) + " | " + JsonNumbers.shortest(window.center()) + unit + " | "
					+ window.function();
		}
		return preset.rule().describe() + " | | ";
	}

	private static String cell(String text) {
		return text.replace("|", "\\|");
	}
}
