package org.annotomy.dicom.conformance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.annotomy.dicom.conformance.Verdict.Outcome;
import org.annotomy.image.ImageFormatException;
import org.annotomy.json.JsonObject;
import org.annotomy.task.Progress;

/**
 * Compares every DICOM file of a folder with the facts of its {@code manifest.json}. What the manifest says of a whole series is part of
 * the line of each of its files.
 */
public final class ConformanceRun {

	private static final String DOING = "Comparing DICOM files";

	private final ConformanceManifest manifest;
	private final Map<String, Verdict> seriesOfFile = new HashMap<>();
	private final Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);

	private ConformanceRun(ConformanceManifest manifest) {
		this.manifest = manifest;
	}

	/**
	 * Compares all files, in the order of the manifest.
	 *
	 * @param lines gets each verdict as soon as it is there
	 * @return how many came out how; every outcome has a number
	 * @throws ImageFormatException if the folder has no manifest that can be read
	 * @throws org.annotomy.task.CancelledException if the user cancelled
	 */
	public static Map<Outcome, Integer> of(Path folder, Progress progress, Consumer<Verdict> lines) throws IOException {
		ConformanceRun run = new ConformanceRun(ConformanceManifest.read(folder));
		for (JsonObject series : run.manifest.series())
			run.checkSeries(series, progress);
		run.checkFiles(progress, lines);
		return run.counts;
	}

	/** The last line of the table. */
	public static String summary(Map<Outcome, Integer> counts) {
		return counts.get(Outcome.AGREE) + " agree, " + counts.get(Outcome.REFUSED) + " refused, " + counts.get(Outcome.WRONG)
				+ " wrong";
	}

	private void checkSeries(JsonObject facts, Progress progress) throws IOException {
		SeriesCheck check = new SeriesCheck(facts);
		List<ConformanceManifest.Entry> members = check.members(manifest);
		String what = "its series of " + members.size() + " files";
		Verdict verdict;
		try {
			List<String> different = check.differences(members.stream().map(manifest::file).toList(), progress.part(0, 0));
			verdict = different.isEmpty()
					? new Verdict("", Outcome.AGREE, "; " + what + " agrees in order, place, volume and modality values")
					: new Verdict("", Outcome.WRONG, "In " + what + " these differ: " + String.join(", ", different) + ".");
		} catch (ImageFormatException e) {
			verdict = new Verdict("", Outcome.REFUSED, "Of " + what + ": " + e.getMessage());
		}
		for (ConformanceManifest.Entry member : members)
			seriesOfFile.put(member.path(), verdict);
	}

	private void checkFiles(Progress progress, Consumer<Verdict> lines) throws IOException {
		for (Outcome outcome : Outcome.values())
			counts.put(outcome, 0);
		PixelFacts.References references = PixelFacts.references(manifest);
		int done = 0;
		for (ConformanceManifest.Entry entry : manifest.files()) {
			progress.checkCancelled();
			progress.update((double) done++ / manifest.files().size(), DOING);
			Verdict verdict = withSeries(new FileCheck(entry, manifest.file(entry), references).verdict());
			counts.merge(verdict.outcome(), 1, Integer::sum);
			lines.accept(verdict);
		}
	}

	private Verdict withSeries(Verdict ofFile) {
		Verdict series = seriesOfFile.get(ofFile.path());
		if (series == null || ofFile.outcome() != Outcome.AGREE) return ofFile;
		if (series.outcome() != Outcome.AGREE) return new Verdict(ofFile.path(), series.outcome(), series.reason());
		String reason = ofFile.reason();
		return new Verdict(ofFile.path(), Outcome.AGREE, reason.substring(0, reason.length() - 1) + series.reason() + ".");
	}
}
