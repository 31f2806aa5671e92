package org.annotomy.imagej.linking;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.annotomy.command.segment.SegmentBench;
import org.annotomy.geometry.Affine;
import org.annotomy.geometry.Position;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.imagej.session.AnnotationSession;

/** Volumes of one space, of different orientation, spacing and size, without a display. Values are the distance from a place, in mm. */
public final class GroupBench {

	/** Where all volumes have their value 0. */
	public static final Position CENTRE = new Position(30, 40, 50);

	private final List<SegmentBench> benches = new ArrayList<>();

	/** Axial slices 2.5 mm apart; sagittal ones 3 mm apart of other pixels; oblique ones. The same space, if nobody says otherwise. */
	public GroupBench(Path folder) throws Exception {
		add(folder, "axial", new VolumeSize(60, 70, 24), Affine.ofRows(1, 0, 0, 0, 0, 1, 0, 5, 0, 0, 2.5, 20));
		add(folder, "sagittal", new VolumeSize(80, 64, 20), Affine.ofRows(0, 0, 3, 2, 0.9, 0, 0, 3, 0, -1.1, 0, 85));
		double c = Math.cos(0.4);
		double s = Math.sin(0.4);
		add(folder, "oblique", new VolumeSize(64, 64, 30), Affine.ofRows(c, 0, -2 * s, 20, 0, 1, 0, 8, s, 0, 2 * c, 15));
	}

	private void add(Path folder, String name, VolumeSize size, Affine place) throws Exception {
		benches.add(SegmentBench.open(write(folder.resolve(name + ".nrrd"), size, place), "default"));
	}

	/** A volume of a file whose values are distances from {@link #CENTRE}. */
	public static Path write(Path file, VolumeSize size, Affine place) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		StringBuilder directions = new StringBuilder();
		for (int axis = 0; axis < 3; axis++) {
			Position step = place.step(axis);
			directions.append(String.format(Locale.ROOT, " (%s,%s,%s)", step.x(), step.y(), step.z()));
		}
		Position origin = place.origin();
		bytes.write(String.format(Locale.ROOT,
				"NRRD0004\ntype: uint8\ndimension: 3\nspace: left-posterior-superior\nsizes: %d %d %d\nspace directions:%s\n"
						+ "space origin: (%s,%s,%s)\nencoding: raw\n\n",
				size.nx(), size.ny(), size.nz(), directions, origin.x(), origin.y(), origin.z())
				.getBytes(StandardCharsets.US_ASCII));
		for (int z = 0; z < size.nz(); z++)
			for (int y = 0; y < size.ny(); y++)
				for (int x = 0; x < size.nx(); x++)
					bytes.write((int) Math.min(255, Math.round(4 * place.apply(x, y, z).distanceTo(CENTRE))));
		return Files.write(file, bytes.toByteArray());
	}

	public SegmentBench axial() {
		return benches.get(0);
	}

	public SegmentBench sagittal() {
		return benches.get(1);
	}

	public SegmentBench oblique() {
		return benches.get(2);
	}

	/** A group of all, in one space. The keys are image, image-2, image-3. */
	public OpenGroup group() {
		OpenGroup group = OpenGroup.gather("bench", sessions());
		Alignments.offset(group, key(axial()), key(sagittal()), Position.ORIGIN);
		Alignments.offset(group, key(axial()), key(oblique()), Position.ORIGIN);
		return group;
	}

	public static String key(SegmentBench bench) {
		return OpenGroup.require(bench.session().image()).keyOf(bench.session()).orElseThrow();
	}

	public List<AnnotationSession> sessions() {
		return benches.stream().map(SegmentBench::session).toList();
	}

	public void close() throws Exception {
		for (SegmentBench bench : benches)
			bench.session().close();
	}
}
