package org.annotomy.image.metaimage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.annotomy.geometry.Affine;
import org.annotomy.geometry.Position;
import org.annotomy.image.FileVolume;
import org.annotomy.image.ImageFormatException;
import org.annotomy.image.ImageReader;
import org.annotomy.image.MedicalImage;
import org.annotomy.image.Placement;
import org.annotomy.image.RawLayout;
import org.annotomy.image.SampleType;
import org.annotomy.image.ValueScale;
import org.annotomy.task.Progress;

/** Opens {@code .mha} and {@code .mhd}; a fourth axis is time. Coordinates are LPS already. */
public final class MetaImageReader implements ImageReader {

	private static final int LOOKED_AT = 4096;

	@Override
	public String formatName() {
		return "MetaImage";
	}

	/** By the name and by lines that every such header has, in an order of their own. */
	@Override
	public boolean recognises(Path fileOrFolder) throws IOException {
		if (!Files.isRegularFile(fileOrFolder)) return false;
		String name = fileOrFolder.getFileName().toString().toLowerCase(Locale.ROOT);
		if (!name.endsWith(".mha") && !name.endsWith(".mhd")) return false;
		try (InputStream in = Files.newInputStream(fileOrFolder)) {
			String start = new String(in.readNBytes(LOOKED_AT), StandardCharsets.ISO_8859_1);
			return start.contains("NDims") || start.contains("ObjectType");
		}
	}

	@Override
	public List<MedicalImage> read(Path file, Progress progress) throws IOException {
		MetaHeader header = MetaHeader.read(file);
		int[] sizes = header.sizes();
		MetaData data = new MetaData(file, header);
		FileVolume volume = new FileVolume(file, "MetaImage", data.read(layout(header, sizes), progress));
		place(header, sizes, volume);
		volume.scale(scale(header));
		String modality = header.field("Modality");
		if (modality != null && modality.matches("MET_MOD_[A-Z]{2}"))
			volume.fact("Modality", modality.substring("MET_MOD_".length()));
		volume.alsoRead(data.files());
		return List.of(volume.toImage());
	}

	private static RawLayout layout(MetaHeader header, int[] sizes) throws ImageFormatException {
		int[] n = {1, 1, 1, 1};
		for (int i = 0; i < sizes.length; i++)
			if (i < n.length) n[i] = sizes[i];
			else if (sizes[i] > 1) throw new ImageFormatException("MetaImage: more than four axes are not supported.");
		int channels = header.integer("ElementNumberOfChannels", 1);
		if (channels < 1) throw new ImageFormatException("MetaImage: " + channels + " channels are not possible.");
		SampleType type = header.type();
		if (channels == 1) return RawLayout.planar(type, header.byteOrder(), n[0], n[1], 1, n[2], n[3]);
		if (type == SampleType.UINT8 && (channels == 3 || channels == 4))
			return RawLayout.colour(channels, n[0], n[1], n[2], n[3]);
		return RawLayout.interleaved(type, header.byteOrder(), channels, n[0], n[1], n[2], n[3]);
	}

	private static void place(MetaHeader header, int[] sizes, FileVolume volume) throws ImageFormatException {
		int axes = sizes.length;
		double[] spacing = header.numbers(axes, "ElementSpacing", "ElementSize");
		double[] known = {Double.NaN, Double.NaN, Double.NaN};
		for (int i = 0; i < Math.min(3, axes) && spacing != null; i++) {
			double step = Math.abs(spacing[i]);
			known[i] = step > 0 && Double.isFinite(step) ? step : Double.NaN;
		}
		Affine place = axes < 3 ? null : place(header, axes, known, volume);
		volume.place(place, known);
		if (axes > 3 && spacing != null) volume.frameTimeMs(spacing[3]);
	}

	/** Row i of TransformMatrix is the direction of axis i. Null if the header has none, or nonsense. */
	private static Affine place(MetaHeader header, int axes, double[] spacing, FileVolume volume) throws ImageFormatException {
		double[] matrix = header.numbers(axes * axes, "TransformMatrix", "Orientation", "Rotation");
		double[] offset = header.numbers(axes, "Offset", "Origin", "Position");
		if (matrix == null || offset == null || Double.isNaN(spacing[0] + spacing[1] + spacing[2])) {
			volume.warn("The file does not say how its voxels lie in the patient, so left and right are unknown.");
			return null;
		}
		Position[] steps = new Position[3];
		for (int i = 0; i < 3; i++)
			steps[i] = new Position(matrix[i * axes], matrix[i * axes + 1], matrix[i * axes + 2]).times(spacing[i]);
		Optional<Affine> place = Placement.of(new Position(offset[0], offset[1], offset[2]), steps[0], steps[1], steps[2]);
		if (place.isEmpty())
			volume.warn("The directions of the file's axes contradict each other, so its place in the patient is unknown.");
		return place.orElse(null);
	}

	private static ValueScale scale(MetaHeader header) throws ImageFormatException {
		double[] slope = header.numbers(1, "ElementToIntensityFunctionSlope");
		double[] intercept = header.numbers(1, "ElementToIntensityFunctionOffset");
		double a = slope == null || slope[0] == 0 || !Double.isFinite(slope[0]) ? 1 : slope[0];
		double b = intercept == null || !Double.isFinite(intercept[0]) ? 0 : intercept[0];
		return new ValueScale(a, b, "");
	}
}
