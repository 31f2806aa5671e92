package org.annotomy.imagej.labelmap;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.model.Segment;
import org.annotomy.geometry.Axis;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.image.FastGzip;
import org.annotomy.image.nifti.NiftiWriter;
import org.annotomy.imagej.FileDraft;
import org.annotomy.imagej.segment.SegmentStyle;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.interchange.segnrrd.SegNrrdWriter;
import org.annotomy.segmentation.segment.LabelSlices;
import org.annotomy.task.Progress;

import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileSaver;

/**
 * Writes the segments of an image into a file of another program, at its first time point. Each file is written beside its place and moved
 * there when it is whole.
 */
public final class SegmentationExport {

	private static final int BYTE_LABELS = 255;
	private static final int BUFFER = 1 << 16;

	private final AnnotationSession session;
	private final AnnotationDocument document;
	private final VolumeSize size;
	private final LabelSlices slices;
	private final Format format;
	private final Path file;

	/** By the ending of the file's name. */
	private enum Format {
		SEG_NRRD(".seg.nrrd"), NIFTI_PACKED(".nii.gz"), NIFTI(".nii"), TIFF(".tif"), TIFF_LONG(".tiff");

		private final String ending;

		Format(String ending) {
			this.ending = ending;
		}

		static Format of(Path file) {
			String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
			for (Format format : values())
				if (name.endsWith(format.ending)) return format;
			throw new IllegalArgumentException(
					"Segments are written as .seg.nrrd, .nii.gz, .nii or .tif; the file's name has none of these endings.");
		}
	}

	/** @throws IllegalArgumentException if the ending of the name is none of .seg.nrrd, .nii.gz, .nii, .tif; or there is no segment */
	public SegmentationExport(AnnotationSession session, Path file) {
		this.session = session;
		this.document = session.document();
		this.file = file;
		this.format = Format.of(file);
		this.size = session.segments().volume().size();
		this.slices = new LabelSlices(document, size, 0);
		if (document.segments().isEmpty()) throw new IllegalArgumentException("There is no segment to export.");
	}

	/** What the format cannot hold of what is there, a sentence each; to be told before writing. */
	public List<String> losses() {
		List<String> losses = new ArrayList<>();
		if (!document.objects().isEmpty())
			losses.add("Objects (points, outlines, measures) are not written: " + document.objects().size() + ".");
		if (format == Format.SEG_NRRD) return losses;
		if (document.blocks().keySet().stream().anyMatch(index -> index.t() > 0))
			losses.add("Only the first time point is written.");
		losses.add("Codes, attributes, states and authors of segments are not written; names and colours go into "
				+ LabelTable.beside(Path.of("X" + format.ending)).getFileName().toString() + ".");
		int layers = layers().size();
		if (layers > 1)
			losses.add("One file cannot hold segments that may overlap: " + layers + " files are written, one for each layer.");
		return losses;
	}

	/**
	 * Writes the file, or a file for each layer, and beside each a table of its labels.
	 *
	 * @param overwrite whether files that are there may be replaced
	 * @return what was written
	 * @throws IOException if a file is there already, or cannot be written
	 */
	public List<Path> write(boolean overwrite, Progress progress) throws IOException {
		if (format == Format.SEG_NRRD) {
			FileDraft.write(file, overwrite, draft -> {
				try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(draft), BUFFER)) {
					SegNrrdWriter.write(document, out, progress);
				}
			});
			return List.of(file);
		}
		List<Path> written = new ArrayList<>();
		List<Integer> layers = layers();
		for (int i = 0; i < layers.size(); i++) {
			int layer = layers.get(i);
			Path target = layers.size() == 1 ? file : ofLayer(i + 1);
			FileDraft.write(target, overwrite, draft -> labels(layer, draft, progress));
			FileDraft.write(LabelTable.beside(target), overwrite, draft -> Files.write(draft, LabelTable.write(table(layer))));
			written.add(target);
			written.add(LabelTable.beside(target));
		}
		return written;
	}

	private List<Integer> layers() {
		return document.segments().stream().map(Segment::layer).distinct().sorted().toList();
	}

	private Path ofLayer(int number) {
		String name = file.getFileName().toString();
		return file.resolveSibling(name.substring(0, name.length() - format.ending.length()) + "_layer" + number + format.ending);
	}

	private Map<Integer, LabelTable.Entry> table(int layer) {
		Map<Integer, LabelTable.Entry> table = new TreeMap<>();
		for (Segment s : document.segments())
			if (s.layer() == layer)
				table.put(s.value(), new LabelTable.Entry(s.name() == null ? "Segment " + s.value() : s.name(),
						SegmentStyle.rgb(s, document.protocol()), 1, s.visible()));
		return table;
	}

	private boolean isWide(int layer) {
		return document.segments().stream().anyMatch(s -> s.layer() == layer && s.value() > BYTE_LABELS);
	}

	private void labels(int layer, Path draft, Progress progress) throws IOException {
		if (format == Format.TIFF || format == Format.TIFF_LONG) {
			tiff(layer, draft, progress);
			return;
		}
		try (OutputStream plain = new BufferedOutputStream(Files.newOutputStream(draft), BUFFER);
				OutputStream out = format == Format.NIFTI_PACKED ? new FastGzip(plain) : plain) {
			NiftiWriter.writeLabels(out, size, session.source().voxelToPatient(), session.source().pixelSpacing(), isWide(layer),
					z -> slices.of(layer, Axis.Z, z), progress);
		}
	}

	private void tiff(int layer, Path draft, Progress progress) throws IOException {
		ImageStack stack = new ImageStack(size.nx(), size.ny());
		boolean wide = isWide(layer);
		for (int z = 0; z < size.nz(); z++) {
			progress.checkCancelled();
			progress.update((double) z / size.nz(), "Writing labels");
			short[] labels = slices.of(layer, Axis.Z, z);
			stack.addSlice("", wide ? labels : bytes(labels));
		}
		ImagePlus image = new ImagePlus("labels", stack);
		image.setCalibration(session.image().getCalibration().copy());
		image.getCalibration().disableDensityCalibration();
		image.setDisplayRange(0, wide ? Segment.MAX_VALUE : BYTE_LABELS);
		boolean done = size.nz() == 1
				? new FileSaver(image).saveAsTiff(draft.toString())
				: new FileSaver(image).saveAsTiffStack(draft.toString());
		if (!done) throw new IOException("The label map could not be written.");
	}

	private static byte[] bytes(short[] labels) {
		byte[] bytes = new byte[labels.length];
		for (int i = 0; i < bytes.length; i++)
			bytes[i] = (byte) labels[i];
		return bytes;
	}
}
