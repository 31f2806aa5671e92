package org.annotomy.slide.tiff;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.annotomy.identity.ImageIdentity;
import org.annotomy.identity.ImageSize;
import org.annotomy.image.ImageFormatException;
import org.annotomy.slide.FileImages;
import org.annotomy.slide.PixelKind;
import org.annotomy.slide.Slide;
import org.annotomy.slide.SlideFacts;
import org.annotomy.slide.SlideFile;
import org.annotomy.slide.SlideIdentity;
import org.annotomy.slide.SlideReader;
import org.annotomy.task.Progress;

/** Opens pyramids in TIFF and BigTIFF files: plain ones, Aperio SVS, OME-TIFF, Leica SCN, Hamamatsu NDPI, Philips TIFF,
 * Ventana BIF and Trestle. */
public final class TiffSlideReader implements SlideReader {

	/** Of TIFF files that only scanners' programs write. */
	private static final List<String> SCANNERS_ENDINGS = List.of(".svs", ".ndpi", ".scn", ".bif");

	@Override
	public String formatName() {
		return "TIFF pyramid, Aperio SVS, OME-TIFF, Leica SCN, Hamamatsu NDPI, Philips TIFF, Ventana BIF, Trestle";
	}

	/** Those with coarser levels. */
	@Override
	public boolean recognises(Path file) throws IOException {
		if (!Files.isRegularFile(file) || !isTiff(file)) return false;
		try (SlideFile bytes = new SlideFile(file)) {
			TiffIndex index = TiffIndex.read(bytes);
			try (TiffLayout layout = layout(index, FileImages.USUAL)) {
				return layout.isSlide && layout.levels.size() > 1;
			}
		} catch (ImageFormatException e) {
			return false;
		}
	}

	/**
	 * Whether a scanner's program wrote the file in a form of its own, which other readers would take for something else; by its name if it is
	 * cut off or broken.
	 */
	static boolean isOfScanner(Path file) throws IOException {
		if (!Files.isRegularFile(file) || !isTiff(file)) return false;
		try (SlideFile bytes = new SlideFile(file)) {
			TiffIndex index = TiffIndex.read(bytes);
			TiffDirectory first = index.pages().get(0);
			return first.has(NdpiLayout.FLAG) || ScnLayout.isScn(first) || PhilipsLayout.isPhilips(first)
					|| BifLayout.scan(index) != null;
		} catch (ImageFormatException e) {
			String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
			return SCANNERS_ENDINGS.stream().anyMatch(name::endsWith);
		}
	}

	/** Whether the file begins as TIFF and BigTIFF files do. */
	static boolean isTiff(Path file) throws IOException {
		try (InputStream in = Files.newInputStream(file)) {
			byte[] start = in.readNBytes(4);
			if (start.length < 4) return false;
			String mark = new String(start, java.nio.charset.StandardCharsets.ISO_8859_1);
			return mark.equals("II*\0") || mark.equals("MM\0*") || mark.equals("II+\0") || mark.equals("MM\0+");
		}
	}

	/**
	 * Whether the file holds a slide by its kind, or an image of at least so many pixels that is none of a stack; both also without coarser
	 * levels.
	 *
	 * @throws ImageFormatException if it is broken or not supported
	 */
	public static boolean holds(Path file, long minPixels) throws IOException {
		if (!isTiff(file)) return false;
		try (SlideFile bytes = new SlideFile(file); TiffLayout layout = layout(TiffIndex.read(bytes), FileImages.USUAL)) {
			long pixels = (long) layout.first().width() * layout.first().height();
			return layout.isSlide || !layout.isStack && pixels >= minPixels;
		}
	}

	@Override
	public Slide open(Path file, Progress progress) throws IOException {
		return open(file, FileImages.USUAL, progress);
	}

	@Override
	public Slide open(Path file, int image, Progress progress) throws IOException {
		SlideFile bytes = new SlideFile(file);
		try {
			TiffIndex index = TiffIndex.read(bytes);
			return open(file, bytes, layout(index, image));
		} catch (IOException | RuntimeException e) {
			bytes.close();
			throw e;
		}
	}

	private static Slide open(Path file, SlideFile bytes, TiffLayout layout) throws IOException {
		try {
			return new TiffSlide(bytes, facts(file, bytes, layout), layout);
		} catch (IOException | RuntimeException e) {
			layout.close();
			throw e;
		}
	}

	private static TiffLayout layout(TiffIndex index, int image) throws IOException {
		TiffDirectory first = index.pages().get(0);
		if (OmeXml.isOme(first)) return OmeLayout.of(index, image);
		if (ScnLayout.isScn(first)) return ScnLayout.of(index, image);
		FileImages.require(image, 1);
		if (first.has(NdpiLayout.FLAG)) return NdpiLayout.of(index);
		if (AperioLayout.isAperio(first)) return AperioLayout.of(index);
		if (PhilipsLayout.isPhilips(first)) return PhilipsLayout.of(index);
		if (TrestleLayout.isTrestle(index)) return TrestleLayout.of(index);
		TiffDirectory scan = BifLayout.scan(index);
		return scan == null ? PlainLayout.of(index) : BifLayout.of(index, scan);
	}

	private static SlideFacts facts(Path file, SlideFile bytes, TiffLayout layout) throws IOException {
		LevelImage image = layout.first();
		int orientation = image.directory().number(TiffTag.ORIENTATION, 1);
		if (orientation > 1 && orientation <= 8) {
			layout.facts.put("StoredOrientation", String.valueOf(orientation));
			layout.warnings.add(
					"The file asks to be shown turned or mirrored; it is shown as it is stored, as other slide programs do.");
		}
		if (layout.kind() == PixelKind.RGB && image.directory().number(TiffTag.BITS, 1) == 16)
			layout.warnings.add("The colours have 16 bits; their upper 8 are shown.");
		layout.facts.put("Modality", "SM");
		layout.facts.put("Compression", TiffCompression.words(image.directory().number(TiffTag.COMPRESSION, 1)));
		int channels = layout.kind() == PixelKind.RGB ? 3 : layout.channels.size();
		ImageSize size = new ImageSize(image.width(), image.height(), layout.slices, channels, layout.timePoints);
		double[] spacing = {layout.pixelWidthUm, layout.pixelHeightUm, layout.sliceSpacingUm};
		ImageIdentity identity = SlideIdentity.of(size, spacing, SlideIdentity.hashes(bytes, image.chunks(), image::stored));
		layout.warnings.addAll(layout.images.warnings());
		Path base = base(file, layout);
		return new SlideFacts(layout.images.title(file), layout.kind(), layout.channels, layout.slices, layout.timePoints,
				layout.pixelWidthUm, layout.pixelHeightUm, layout.sliceSpacingUm, layout.objective, layout.facts, identity,
				layout.images.sidecar(base), layout.warnings);
	}

	/** Of a slide in several files the one with the first plane, whichever was chosen. */
	private static Path base(Path file, TiffLayout layout) {
		return layout.others.isEmpty() ? file : layout.first().directory().bytes().file().path();
	}
}
