package org.annotomy.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.depth.DepthGraph;
import org.annotomy.annotation.protocol.AnnotationClass;
import org.annotomy.geometry.Box;
import org.annotomy.json.Json;
import org.annotomy.json.JsonObject;
import org.annotomy.slide.PyramidLevel;
import org.annotomy.slide.Slide;
import org.annotomy.slide.render.PlaneChoice;
import org.annotomy.slide.render.RegionReader;
import org.annotomy.slide.render.SlideLook;
import org.annotomy.slide.render.SlideView;
import org.annotomy.task.Progress;
import org.annotomy.task.Workers;

/**
 * Cuts an annotated slide into tiles with masks and a COCO file. A folder gets {@code images/} and {@code masks/} (PNG, one file a tile, named by its
 * place), {@code classes.json} (what the numbers in masks mean), {@code tiles.csv} and {@code annotations.coco.json}. Marks are cut at the
 * border of a tile. Tiles are made by several threads, each needing memory for a tile; work that was stopped goes on where it was.
 */
public final class TileExport {

	private final Slide slide;
	private final RegionReader regions;
	private final PlaneChoice plane;
	private final SlideLook look;
	private final AnnotationDocument document;
	private final TileSettings settings;
	private final List<AnnotationClass> classes;
	private final DepthGraph depth;

	/**
	 * @param plane focus plane and time point
	 * @param look how the tiles look
	 * @throws IllegalArgumentException if the protocol lacks a class of the settings; the message lists those it has
	 */
	public TileExport(Slide slide, RegionReader regions, PlaneChoice plane, SlideLook look, AnnotationDocument document,
			TileSettings settings) {
		this.slide = slide;
		this.regions = regions;
		this.plane = plane;
		this.look = look;
		this.document = document.copy();
		this.depth = DepthGraph.of(document.links());
		this.settings = settings;
		this.classes = settings.classes().stream().map(this::require).toList();
		if (settings.inside() != null) require(settings.inside());
	}

	private AnnotationClass require(String key) {
		return document.protocol().findClass(key)
				.orElseThrow(() -> new IllegalArgumentException("The protocol \"" + document.protocol().title()
						+ "\" has no class \""
						+ key + "\". It has: "
						+ String.join(", ", document.protocol().classes().stream().map(AnnotationClass::key).toList()) + "."));
	}

	/**
	 * What came of it.
	 *
	 * @param tiles how many there are in the folder
	 * @param leftOut how many were left out as the settings say
	 * @param resumed how many were there already
	 */
	public record Outcome(int tiles, int leftOut, int resumed) {}

	/**
	 * @param region in pixels of level 0: tiles that touch it
	 * @param folder new, empty, or that of the same export that was stopped
	 * @throws IllegalArgumentException if the folder holds something else
	 * @throws IOException if the slide cannot be read or a file not be written; what is done is kept
	 * @throws org.annotomy.task.CancelledException if the user cancelled; what is done is kept
	 */
	public Outcome write(Path folder, Box region, Progress progress) throws IOException {
		PyramidLevel full = slide.levels().get(0);
		List<Box> tiles = TileGrid.tiles(full.width(), full.height(), region, settings);
		claim(folder, region);
		Path log = folder.resolve("tiles.log");
		MarksAt marks = new MarksAt(document, settings.classes(), plane.z(), plane.t());
		MarksAt containers = settings.inside() == null
				? null
				: new MarksAt(document, List.of(settings.inside()), plane.z(), plane.t());
		boolean withMasks = settings.masks() != TileSettings.Masks.NONE;
		TileFiles files = new TileFiles(folder, settings.size(), withMasks);
		int resumed;
		try (TileLog done = new TileLog(log)) {
			resumed = done.count();
			Workers.forEach(tiles.size(), progress, "Writing tiles", i -> {
				if (!done.isDone(i)) done.add(tile(i, tiles.get(i), marks, containers, files));
			});
		}
		int kept = new TileIndex(folder, settings, classes).write(log);
		return new Outcome(kept, tiles.size() - kept, resumed);
	}

	private TileRecord tile(int index, Box tile, MarksAt marks, MarksAt containers, TileFiles files) throws IOException {
		if (containers != null
				&& TileLabels.covered(new TileLabels(tile, containers, settings.size()).mask(false)) < settings.leastInside())
			return TileRecord.leftOut(index, tile);
		TileLabels labels = new TileLabels(tile, marks, settings.size());
		if (labels.marks().isEmpty() && !settings.keepEmpty()) return TileRecord.leftOut(index, tile);
		String name = TileRecord.name(tile);
		files.picture(name, regions.picture(
				new SlideView(tile.x(), tile.y(), settings.downsample(), settings.size(), settings.size()), plane, look));
		boolean instances = settings.masks() == TileSettings.Masks.INSTANCES;
		short[] mask = labels.mask(instances);
		if (settings.masks() != TileSettings.Masks.NONE) files.mask(name, mask, instances);
		CocoDepth depth = new CocoDepth(labels.marks(), this.depth);
		return new TileRecord(index, name, tile.x(), tile.y(), TileLabels.covered(mask),
				labels.marks().stream().map(mark -> depth.into(mark, CocoMark.of(mark, settings.size()))).toList());
	}

	/** A folder belongs to one export: tiles of another one must not get between. */
	private void claim(Path folder, Box region) throws IOException {
		Files.createDirectories(folder);
		Path note = folder.resolve("classes.json");
		String text = Json.writeIndented(note(region));
		if (Files.exists(note)) {
			if (!Files.readString(note).equals(text))
				throw new IllegalArgumentException("The folder holds an export with other settings or of other labels. "
						+ "Choose another folder, or empty this one.");
			return;
		}
		try (var inside = Files.list(folder)) {
			if (inside.anyMatch(file -> !WholeFile.isUnfinished(file)))
				throw new IllegalArgumentException("The folder is not empty. Choose a new or empty folder for the tiles.");
		}
		WholeFile.replace(note, to -> Files.writeString(to, text));
	}

	private JsonObject note(Box region) {
		JsonObject.Builder values = JsonObject.builder().put("background", 0);
		for (int i = 0; i < classes.size(); i++)
			values.put(classes.get(i).key(), i + 1);
		return JsonObject.builder().put("values", values.build()).put("settings", settings.json())
				.put("region", JsonObject.builder().put("x", region.x()).put("y", region.y()).put("width", region.width())
						.put("height", region.height()).build())
				.put("protocol", document.protocol().stamp().id()).put("labels", LabelsDigest.of(document))
				.put("slide", LabelsDigest.of(slide.facts().identity() + "|" + plane + "|" + look)).build();
	}
}
