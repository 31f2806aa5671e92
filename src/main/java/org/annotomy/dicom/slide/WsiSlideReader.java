package org.annotomy.dicom.slide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.part10.DicomUids;
import org.annotomy.dicom.part10.Tag;
import org.annotomy.dicom.series.SeriesFileName;
import org.annotomy.identity.ImageIdentity;
import org.annotomy.identity.ImageSize;
import org.annotomy.image.FilesBelow;
import org.annotomy.slide.PixelKind;
import org.annotomy.slide.Slide;
import org.annotomy.slide.SlideChannel;
import org.annotomy.slide.SlideFacts;
import org.annotomy.slide.SlideIdentity;
import org.annotomy.slide.SlideReader;
import org.annotomy.task.Progress;

/** Opens whole slides in DICOM: of a file, all files of its series in the same folder. */
public final class WsiSlideReader implements SlideReader {

	/** VL Whole Slide Microscopy and Confocal Microscopy Tiled Pyramidal Image Storage. */
	public static final Set<String> SOP_CLASSES = Set.of("1.2.840.10008.5.1.4.1.1.77.1.6", "1.2.840.10008.5.1.4.1.1.77.1.9");

	/** How many files of a folder are looked at before it counts as holding no slide. */
	private static final int LOOKED_AT = 100;
	private static final String SHORT_TEXT = "[\\p{L}\\p{N} .,()/+_-]{1,40}";

	/** Whether a file is of a kind that is opened as a slide. */
	public static boolean isSlide(DicomDataset dataset) {
		return SOP_CLASSES.contains(dataset.string(Tag.SOP_CLASS_UID, ""));
	}

	@Override
	public String formatName() {
		return "DICOM whole slide";
	}

	@Override
	public boolean recognises(Path fileOrFolder) throws IOException {
		if (Files.isRegularFile(fileOrFolder)) return WsiSeries.seriesOf(fileOrFolder) != null;
		if (!Files.isDirectory(fileOrFolder)) return false;
		for (Path file : FilesBelow.of(fileOrFolder, 1, LOOKED_AT, path -> true))
			if (WsiSeries.seriesOf(file) != null) return true;
		return false;
	}

	@Override
	public Slide open(Path fileOrFolder, Progress progress) throws IOException {
		WsiSeries series = WsiSeries.open(fileOrFolder, progress);
		try {
			return new WsiSlide(series, facts(series, fileOrFolder));
		} catch (RuntimeException e) {
			series.close();
			throw e;
		}
	}

	private static SlideFacts facts(WsiSeries series, Path chosen) {
		WsiLevel full = series.levels().get(0);
		DicomDataset dataset = full.first().dataset();
		List<String> warnings = new ArrayList<>(full.first().warnings());
		if (series.otherSeries() > 0)
			warnings.add("The folder holds " + (series.otherSeries() + 1)
					+ " slides; the first one is shown. Open a file of another to see it.");
		List<SlideChannel> channels = channels(full, warnings);
		Map<String, String> facts = new HashMap<>(Map.of("Modality", "SM"));
		put(facts, "Vendor", dataset.string(Tag.MANUFACTURER, ""));
		put(facts, "Compression", DicomUids.transferSyntax(full.first().transferSyntax()).orElse(""));
		double[] spacing = spacingUm(dataset);
		Path folder = Files.isDirectory(chosen) ? chosen : chosen.toAbsolutePath().getParent();
		return new SlideFacts("SM slide", full.first().kind(), channels, full.planes(), 1, spacing[0], spacing[1], Double.NaN,
				objective(dataset), facts, identity(full, channels.size(), spacing), folder.resolve(SeriesFileName.of(dataset)),
				warnings);
	}

	private static void put(Map<String, String> facts, String name, String value) {
		if (value.matches(SHORT_TEXT)) facts.put(name, value);
	}

	private static List<SlideChannel> channels(WsiLevel full, List<String> warnings) {
		List<String> paths = full.paths();
		if (full.first().kind() == PixelKind.RGB) {
			if (paths.size() > 1)
				warnings.add("The slide was taken in " + paths.size() + " ways (optical paths); the first one is shown.");
			return List.of(SlideChannel.named("RGB"));
		}
		List<SlideChannel> channels = new ArrayList<>();
		for (String path : paths)
			channels.add(SlideChannel.named(name(full, path, channels.size() + 1)));
		return channels;
	}

	private static String name(WsiLevel full, String path, int number) {
		for (WsiInstance instance : full.instances())
			for (DicomDataset item : instance.dataset().items(Tag.OPTICAL_PATH_SEQUENCE)) {
				String words = item.string(Tag.OPTICAL_PATH_DESCRIPTION, "").strip();
				if (item.string(Tag.OPTICAL_PATH_IDENTIFIER, "").equals(path) && words.matches(SHORT_TEXT)) return words;
			}
		return full.paths().size() == 1 ? "Grey" : "Path " + number;
	}

	/** Along x and y. */
	private static double[] spacingUm(DicomDataset dataset) {
		DicomDataset measures = dataset.item(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE)
				.flatMap(shared -> shared.item(Tag.PIXEL_MEASURES_SEQUENCE)).orElse(dataset);
		double[] rowAndColumn = measures.doubles(Tag.PIXEL_SPACING);
		boolean known = rowAndColumn.length == 2 && rowAndColumn[0] > 0 && rowAndColumn[1] > 0;
		return known
				? new double[]{1000 * rowAndColumn[1], 1000 * rowAndColumn[0], Double.NaN}
				: new double[]{Double.NaN, Double.NaN, Double.NaN};
	}

	private static double objective(DicomDataset dataset) {
		return dataset.item(Tag.OPTICAL_PATH_SEQUENCE).map(path -> path.number(Tag.OBJECTIVE_LENS_POWER, Double.NaN))
				.orElse(Double.NaN);
	}

	private static ImageIdentity identity(WsiLevel full, int channels, double[] spacing) {
		DicomDataset dataset = full.first().dataset();
		boolean colour = full.first().kind() == PixelKind.RGB;
		ImageSize size = new ImageSize(full.first().width(), full.first().height(), full.planes(), colour ? 3 : channels, 1);
		List<String> instances = full.instances().stream().map(i -> i.dataset().string(Tag.SOP_INSTANCE_UID, "")).sorted()
				.toList();
		return new ImageIdentity(SlideIdentity.KIND, size, dataset.string(Tag.STUDY_INSTANCE_UID).orElse(null),
				dataset.string(Tag.SERIES_INSTANCE_UID).orElse(null), instances,
				dataset.string(Tag.FRAME_OF_REFERENCE_UID).orElse(null),
				spacing, spacing[0] > 0 ? "um" : "px", spacing[0] > 0 ? "PixelSpacing" : null, null, List.of());
	}
}
