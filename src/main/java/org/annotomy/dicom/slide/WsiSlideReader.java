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
import org.annotomy.image.ImageFormatException;
import org.annotomy.slide.PixelKind;
import org.annotomy.slide.Slide;
import org.annotomy.slide.SlideChannel;
import org.annotomy.slide.SlideFacts;
import org.annotomy.slide.SlideIdentity;
import org.annotomy.slide.SlideReader;
import org.annotomy.task.Progress;

/** Opens whole slides in DICOM, and other images in tiles such as segmentations of them: of a file, all files of its series in the same folder. */
public final class WsiSlideReader implements SlideReader {

	/** VL Whole Slide Microscopy and Confocal Microscopy Tiled Pyramidal Image Storage. */
	public static final Set<String> SOP_CLASSES = Set.of("1.2.840.10008.5.1.4.1.1.77.1.6", "1.2.840.10008.5.1.4.1.1.77.1.9");

	/** How many files of a folder are looked at before it counts as holding no slide. */
	private static final int LOOKED_AT = 100;
	/** Of these, and of classes that the standard does not know, an instance may be in tiles: parametric and height maps, segmentations. */
	private static final Set<String> MAY_BE_IN_TILES = Set.of("1.2.840.10008.5.1.4.1.1.30", "1.2.840.10008.5.1.4.1.1.66.4",
			"1.2.840.10008.5.1.4.1.1.66.7", "1.2.840.10008.5.1.4.1.1.66.8", "1.2.840.10008.5.1.4.1.1.77.1.8");

	/** Whether the object is of a class of slides. */
	static boolean isWhole(DicomDataset dataset) {
		return SOP_CLASSES.contains(dataset.string(Tag.SOP_CLASS_UID, ""));
	}

	/** Whether a header must be read up to Total Pixel Matrix Columns before it is known if it {@link #isSlide is a slide}. */
	public static boolean mayBeInTiles(DicomDataset dataset) {
		String sopClass = dataset.string(Tag.SOP_CLASS_UID, "");
		return MAY_BE_IN_TILES.contains(sopClass) || DicomUids.sopClass(sopClass).isEmpty();
	}

	/** Whether a file is opened as a slide: by its class, or because its frames are tiles of one large image. */
	public static boolean isSlide(DicomDataset dataset) {
		return isWhole(dataset) || dataset.has(Tag.TOTAL_PIXEL_MATRIX_COLUMNS);
	}

	@Override
	public String formatName() {
		return "DICOM whole slide";
	}

	@Override
	public boolean recognises(Path fileOrFolder) throws IOException {
		if (Files.isRegularFile(fileOrFolder)) return WsiSeries.isPart(fileOrFolder);
		if (!Files.isDirectory(fileOrFolder)) return false;
		for (Path file : FilesBelow.of(fileOrFolder, 1, LOOKED_AT, path -> true))
			if (WsiSeries.isPart(file)) return true;
		return false;
	}

	@Override
	public Slide open(Path fileOrFolder, Progress progress) throws IOException {
		WsiSeries series = WsiSeries.open(fileOrFolder, progress);
		try {
			return new WsiSlide(series, facts(series, fileOrFolder));
		} catch (RuntimeException e) {
			series.close();
			throw new ImageFormatException("The DICOM file is broken.", e);
		}
	}

	private static SlideFacts facts(WsiSeries series, Path chosen) {
		WsiLevel full = series.levels().get(0);
		DicomDataset dataset = full.first().dataset();
		List<String> warnings = new ArrayList<>(full.first().warnings());
		warnings.addAll(series.warnings());
		if (series.otherSeries() > 0)
			warnings.add("The folder holds " + (series.otherSeries() + 1)
					+ " slides or other images in tiles; one is shown. Open a file of another to see it.");
		List<SlideChannel> channels = WsiChannels.of(full, warnings);
		String modality = dataset.string(Tag.MODALITY, "SM");
		if (!modality.matches("[A-Z]{2,10}")) modality = "SM";
		Map<String, String> facts = new HashMap<>(Map.of("Modality", modality));
		put(facts, "Vendor", dataset.string(Tag.MANUFACTURER, ""));
		put(facts, "Compression", DicomUids.transferSyntax(full.first().transferSyntax()).orElse(""));
		double[] spacing = spacingUm(dataset);
		Path folder = Files.isDirectory(chosen) ? chosen : chosen.toAbsolutePath().getParent();
		return new SlideFacts(modality + " slide", full.first().kind(), channels, full.planes(), 1, spacing[0], spacing[1],
				Double.NaN,
				objective(dataset), facts, identity(full, channels.size(), spacing), folder.resolve(SeriesFileName.of(dataset)),
				warnings);
	}

	private static void put(Map<String, String> facts, String name, String value) {
		if (value.matches(WsiChannels.SHORT_TEXT)) facts.put(name, value);
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
