package org.annotomy.command.view;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

import org.annotomy.annotation.model.Segment;
import org.annotomy.command.SessionCommand;
import org.annotomy.geometry.Affine;
import org.annotomy.geometry.TriangleMesh;
import org.annotomy.imagej.segment.SegmentStyle;
import org.annotomy.interchange.mesh.MeshFormat;
import org.annotomy.interchange.mesh.NamedMesh;
import org.annotomy.segmentation.surface.MeshReduction;
import org.annotomy.segmentation.surface.SegmentSurfaces;
import org.annotomy.task.Progress;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Surfaces of segments as files. */
@Plugin(type = Command.class, visible = false, label = "Save Surface...", description = "Writes the surfaces of segments to a file for other programs, in millimetres where they lie in the patient (LPS), or along the image's axes if nobody knows.")
public final class SaveSurfaceCommand extends SessionCommand {

	@Parameter(label = "Segments", persist = false, description = "Names or ids of segments, separated by semicolons; empty: all that are visible.")
	private String segments = "";

	@Parameter(label = "File", persist = false, style = "save", description = "Ends in .stl, .ply (with colours) or .obj (with names).")
	private File file;

	@Parameter(label = "Rounds of smoothing", persist = false, min = "0", max = "200", description = "0: the steps between voxels stay; 10 to 20 take them away. The volume stays the same.")
	private int smoothing_rounds = 10;

	@Parameter(label = "Triangles kept (%)", persist = false, min = "1", max = "100", description = "Of each surface, at least; below 100 flat parts get larger triangles.")
	private double triangles_percent = 100;

	@Parameter(label = "Largest error (mm)", persist = false, min = "0", max = "1000", description = "When triangles go: no vertex comes to lie farther from the triangles that it stands for.")
	private double largest_error_mm = 0.5;

	@Override
	protected void execute() throws Exception {
		MeshFormat format = MeshFormat.of(file.toPath());
		List<Segment> chosen = chosen();
		Affine place = session().source().voxelToPatient();
		SegmentSurfaces surfaces = new SegmentSurfaces(document(), session().plane().t(), session().segments().volume().spacing(),
				place);
		List<NamedMesh> meshes = new ArrayList<>();
		for (int i = 0; i < chosen.size(); i++) {
			Progress part = progress().part(0.9 * i / chosen.size(), 0.9 * (i + 1) / chosen.size());
			TriangleMesh whole = surfaces.exact(chosen.get(i), smoothing_rounds, part.part(0, 0.5));
			int kept = (int) Math.ceil(whole.triangles() * triangles_percent / 100);
			TriangleMesh mesh = MeshReduction.of(whole, kept, largest_error_mm, part.part(0.5, 1));
			String name = chosen.get(i).name() == null ? "segment" : chosen.get(i).name();
			if (!mesh.isEmpty()) meshes.add(new NamedMesh(name, SegmentStyle.rgb(chosen.get(i), document().protocol()), mesh));
		}
		if (meshes.isEmpty())
			throw new IllegalArgumentException("The segments have no voxels at this time point, and so no surface.");
		write(format, meshes, place == null ? "image axes" : "LPS");
	}

	private List<Segment> chosen() {
		if (segments.isBlank()) return document().segments().stream().filter(Segment::visible).toList();
		List<Segment> chosen = new ArrayList<>();
		for (String name : segments.split(";"))
			chosen.add(session().segments().require(name.trim()));
		return chosen;
	}

	/** Another file first, so that a full disk leaves what was there. */
	private void write(MeshFormat format, List<NamedMesh> meshes, String frame) throws IOException {
		Path target = file.toPath().toAbsolutePath();
		Path unfinished = Files.createTempFile(target.getParent(), "surface", ".tmp");
		try {
			try (OutputStream out = Files.newOutputStream(unfinished)) {
				format.write(meshes, frame, out);
			}
			Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
		} finally {
			Files.deleteIfExists(unfinished);
		}
	}
}
