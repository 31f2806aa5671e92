package org.annotomy.command.segment;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import org.annotomy.annotation.model.Segment;
import org.annotomy.command.spec.CommandSpec;
import org.annotomy.command.spec.MenuConfig;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.image.ImageReaders;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.imagej.session.Protocols;
import org.annotomy.imagej.session.SessionOpener;
import org.annotomy.imagej.session.SessionOptions;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.segmentation.volume.Volumes;
import org.annotomy.store.StoreOptions;
import org.annotomy.task.Progress;
import org.scijava.command.Command;

import ij.ImagePlus;
import ij.measure.ResultsTable;

/** An annotated volume without a display, and commands run on it by their menu labels with options as texts, as macros give them. */
public final class SegmentBench {

	private final AnnotationSession session;
	private String notes = "";

	private SegmentBench(AnnotationSession session) {
		this.session = session;
	}

	/** Opens a series or file under a protocol of the program. */
	public static SegmentBench open(Path file, String protocol) throws Exception {
		Protocols protocols = Protocols.find();
		SessionOptions options = new SessionOptions(protocols.require(protocol), SessionOptions.Recovery.ASK,
				StoreOptions.of("r-1"));
		return new SegmentBench(
				new SessionOpener(ImageReaders.discover(), protocols, options).open(file, Progress.NONE).get(0));
	}

	/** Opens a volume of the formula's values, with voxels of 1 × 1 × 2.5 mm and voxel (0, 0, 0) at 10, 20, 30 mm. */
	public static SegmentBench open(Path folder, VolumeSize size, Volumes.Formula formula) throws Exception {
		return open(nrrd(folder.resolve("volume.nrrd"), size, formula), "default");
	}

	private static Path nrrd(Path file, VolumeSize size, Volumes.Formula formula) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		String header = String.format(Locale.ROOT, "NRRD0004\ntype: int16\ndimension: 3\nspace: left-posterior-superior\n"
				+ "sizes: %d %d %d\nspace directions: (1,0,0) (0,1,0) (0,0,2.5)\nspace origin: (10,20,30)\n"
				+ "endian: little\nencoding: raw\n\n", size.nx(), size.ny(), size.nz());
		bytes.write(header.getBytes(StandardCharsets.US_ASCII));
		for (int z = 0; z < size.nz(); z++)
			for (int y = 0; y < size.ny(); y++)
				for (int x = 0; x < size.nx(); x++) {
					int value = formula.at(x, y, z);
					bytes.write(value);
					bytes.write(value >> 8);
				}
		return Files.write(file, bytes.toByteArray());
	}

	public AnnotationSession session() {
		return session;
	}

	/** @return the table that the command gives, or null */
	public ResultsTable run(String label, String... options) throws Exception {
		CommandSpec spec = CommandSpec.of(MenuConfig.labelled(label).orElseThrow().argument());
		Command command = spec.newCommand();
		var image = spec.option("image").orElseThrow();
		ImagePlus shown = session.image();
		image.set(command, shown);
		for (String option : options) {
			String key = option.substring(0, option.indexOf('='));
			var found = spec.option(key).orElseThrow(() -> new AssertionError(label + " has no option " + key));
			found.set(command, found.parse(option.substring(key.length() + 1)));
		}
		command.run();
		notes = spec.outputsOf(command).stream().map(output -> output.value()).filter(String.class::isInstance)
				.map(String.class::cast).findFirst().orElse("");
		return spec.outputsOf(command).stream().map(output -> output.value()).filter(ResultsTable.class::isInstance)
				.map(ResultsTable.class::cast).findFirst().orElse(null);
	}

	/** What the last command said; empty for nothing. */
	public String notes() {
		return notes;
	}

	public Segment segment(String name) {
		return session.segments().require(name);
	}

	/** The voxels of a segment. */
	public Mask voxels(String name) {
		return session.segments().voxels().mask(segment(name));
	}

	public long count(String name) {
		return session.segments().voxels().count(segment(name));
	}

	/** How many steps undo can take back. */
	int steps() {
		return session.document().historyNames().size();
	}
}
