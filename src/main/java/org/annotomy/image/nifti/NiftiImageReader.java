package org.annotomy.image.nifti;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipException;

import org.annotomy.image.FileVolume;
import org.annotomy.image.ImageFormatException;
import org.annotomy.image.ImageReader;
import org.annotomy.image.MedicalImage;
import org.annotomy.image.PixelBudget;
import org.annotomy.image.RawLayout;
import org.annotomy.image.RawPixels;
import org.annotomy.image.SampleType;
import org.annotomy.image.ValueScale;
import org.annotomy.task.Progress;

import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.NativeType;

/** Opens {@code .nii}, {@code .nii.gz} and pairs of {@code .hdr} and {@code .img}; the fourth axis is time, the fifth makes channels. */
public final class NiftiImageReader implements ImageReader {

	private static final int RGB24 = 128;
	private static final int RGBA32 = 2304;
	private static final int FIRST_POSSIBLE_OFFSET = 352;

	@Override
	public String formatName() {
		return "NIfTI";
	}

	@Override
	public boolean recognises(Path fileOrFolder) throws IOException {
		if (!Files.isRegularFile(fileOrFolder)) return false;
		Path header = NiftiFiles.header(fileOrFolder);
		byte[] start = NiftiFiles.start(header);
		return NiftiHeader.isNifti(start) || NiftiHeader.isHeader(start) && NiftiFiles.pixels(header).isPresent();
	}

	@Override
	public List<MedicalImage> read(Path chosen, Progress progress) throws IOException {
		Path file = NiftiFiles.header(chosen);
		NiftiHeader header = NiftiHeader.parse(NiftiFiles.start(file));
		RawLayout layout = layout(header);
		Path pixelFile = header.single()
				? file
				: NiftiFiles.pixels(file).orElseThrow(() -> new ImageFormatException(
						"NIfTI: the .img file with the pixels is not beside the header. Copy both together."));
		FileVolume volume = new FileVolume(file, "NIfTI", pixels(pixelFile, header, layout, progress));
		NiftiPlace place = new NiftiPlace(header, layout.nx(), layout.ny(), layout.nz());
		volume.place(place.voxelToPatient(), place.spacingMm());
		place.warnings().forEach(volume::warn);
		volume.scale(scale(header, layout));
		volume.frameTimeMs(header.frameTimeMs());
		volume.alsoRead(List.of(pixelFile));
		return List.of(volume.toImage());
	}

	private static PlanarImg<? extends NativeType<?>, ?> pixels(Path file, NiftiHeader header, RawLayout layout,
			Progress progress)
			throws IOException {
		long offset = offset(header);
		if (NiftiFiles.isPacked(file)) PixelBudget.requireCompressed(layout, Files.size(file));
		else PixelBudget.requireStored(layout, Files.size(file) - offset);
		try (InputStream in = NiftiFiles.open(file)) {
			in.skipNBytes(offset);
			PlanarImg<? extends NativeType<?>, ?> pixels = RawPixels.read(in, layout, progress);
			in.read();
			return pixels;
		} catch (ZipException | EOFException e) {
			throw new ImageFormatException("NIfTI: the compressed file is damaged or cut off.", e);
		}
	}

	private static long offset(NiftiHeader header) throws ImageFormatException {
		double offset = header.voxOffset();
		if (header.single() && offset == 0) return header.version() == 1 ? FIRST_POSSIBLE_OFFSET : NiftiHeader.BYTES_2 + 4;
		double first = header.single() ? header.version() == 1 ? NiftiHeader.BYTES_1 : NiftiHeader.BYTES_2 : 0;
		if (!(offset >= first && offset <= Integer.MAX_VALUE))
			throw new ImageFormatException("NIfTI: the pixels cannot begin at byte " + offset + ".");
		return (long) offset;
	}

	private static RawLayout layout(NiftiHeader header) throws ImageFormatException {
		int[] n = new int[8];
		for (int axis = 1; axis < 8; axis++)
			n[axis] = header.size(axis);
		if (n[6] > 1 || n[7] > 1)
			throw new ImageFormatException("NIfTI: the file has a sixth or seventh axis, which is not supported.");
		boolean colour = header.datatype() == RGB24 || header.datatype() == RGBA32;
		if (!colour) return RawLayout.planar(type(header.datatype()), header.order(), n[1], n[2], n[5], n[3], n[4]);
		if (n[5] > 1) throw new ImageFormatException("NIfTI: colour with several components per voxel is not supported.");
		return RawLayout.colour(header.datatype() == RGB24 ? 3 : 4, n[1], n[2], n[3], n[4]);
	}

	private static SampleType type(int datatype) throws ImageFormatException {
		return switch (datatype) {
			case 2 -> SampleType.UINT8;
			case 4 -> SampleType.INT16;
			case 8 -> SampleType.INT32;
			case 16 -> SampleType.FLOAT32;
			case 64 -> SampleType.FLOAT64;
			case 256 -> SampleType.INT8;
			case 512 -> SampleType.UINT16;
			case 768 -> SampleType.UINT32;
			case 1024 -> SampleType.INT64;
			case 1280 -> SampleType.UINT64;
			case 1 -> throw unsupported("single bits");
			case 32, 1792, 2048 -> throw unsupported("complex numbers");
			case 1536 -> throw unsupported("numbers of 128 bits");
			default -> throw unsupported("an unknown type (" + datatype + ")");
		};
	}

	private static ImageFormatException unsupported(String what) {
		return new ImageFormatException("NIfTI: voxels that are " + what + " are not supported.");
	}

	private static ValueScale scale(NiftiHeader header, RawLayout layout) {
		boolean scaled = header.slope() != 0 && Double.isFinite(header.slope()) && !layout.colour();
		if (!scaled) return ValueScale.IDENTITY;
		return new ValueScale(header.slope(), Double.isFinite(header.intercept()) ? header.intercept() : 0, "");
	}
}
