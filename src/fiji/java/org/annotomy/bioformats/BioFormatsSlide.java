package org.annotomy.bioformats;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.annotomy.identity.ImageIdentity;
import org.annotomy.identity.ImageSize;
import org.annotomy.image.ImageFormatException;
import org.annotomy.slide.AssociatedImage;
import org.annotomy.slide.FileImages;
import org.annotomy.slide.PixelKind;
import org.annotomy.slide.PyramidLevel;
import org.annotomy.slide.Slide;
import org.annotomy.slide.SlideFacts;
import org.annotomy.slide.SlideFile;
import org.annotomy.slide.SlideIdentity;
import org.annotomy.slide.Tile;
import org.annotomy.slide.TileAddress;

import loci.formats.IFormatReader;

/** A slide that Bio-Formats reads. */
final class BioFormatsSlide implements Slide {

	private static final long MAX_PICTURE = 100_000_000;

	private final ReaderPool readers;
	private final SeriesLayout layout;
	private final SlideFacts facts;

	private BioFormatsSlide(ReaderPool readers, SeriesLayout layout, SlideFacts facts) {
		this.readers = readers;
		this.layout = layout;
		this.facts = facts;
	}

	/** @param image number of the slide in the file, as {@link FileImages} counts them */
	static BioFormatsSlide open(KnownFormats formats, Path file, int image) throws IOException {
		LociMetadata metadata = LociMetadata.empty();
		ReaderPool readers = new ReaderPool(formats, file);
		try {
			readers.begin(metadata.store());
			return readers.use(reader -> {
				SeriesLayout layout = SeriesLayout.of(reader, metadata.names(), image);
				return new BioFormatsSlide(readers, layout, facts(file, reader, layout, metadata));
			});
		} catch (IOException | RuntimeException e) {
			readers.close();
			throw e;
		}
	}

	private static SlideFacts facts(Path file, IFormatReader reader, SeriesLayout layout, LociMetadata metadata)
			throws IOException {
		int slices = reader.getSizeZ();
		int timePoints = reader.getSizeT();
		double[] um = metadata.spacingUm(layout.series());
		if (slices == 1) um[2] = Double.NaN;
		PyramidLevel full = layout.levels().get(0);
		int colours = layout.kind() == PixelKind.RGB ? 3 : 1;
		ImageSize size = new ImageSize(full.width(), full.height(), slices, layout.channels() * colours, timePoints);
		List<String> warnings = new ArrayList<>();
		warnings.addAll(layout.images().warnings());
		if (layout.deepColour()) warnings.add("The colours have 16 bits; their upper 8 are shown.");
		try (SlideFile bytes = new SlideFile(file)) {
			ImageIdentity identity = SlideIdentity.of(size, um, SlideIdentity.ofPieces(bytes));
			return new SlideFacts(layout.images().title(file), layout.kind(), metadata.channels(layout.series(), layout),
					slices, timePoints, um[0], um[1], um[2], metadata.objective(layout.series()),
					Map.of("Modality", "SM", "Vendor", reader.getFormat()), identity,
					layout.images().sidecar(file), warnings);
		}
	}

	@Override
	public SlideFacts facts() {
		return facts;
	}

	@Override
	public List<PyramidLevel> levels() {
		return layout.levels();
	}

	@Override
	public Tile readTile(TileAddress at) throws IOException {
		PyramidLevel level = levelOf(at);
		int width = level.widthOf(at.column());
		int height = level.heightOf(at.row());
		int samples = layout.kind() == PixelKind.RGB ? 1 : layout.samples();
		return readers.use(reader -> {
			reader.setSeries(layout.series());
			reader.setResolution(at.level());
			int plane = reader.getIndex(at.z(), at.c() / samples, at.t());
			LociPixels pixels = LociPixels.read(reader, plane, at.column() * level.tileWidth(), at.row() * level.tileHeight(),
					width, height);
			return new Tile(width, height, pixels.as(layout.kind(), at.c() % samples));
		});
	}

	@Override
	public FileImages images() {
		return layout.images();
	}

	@Override
	public Set<String> associatedNames() {
		return layout.pictures().keySet();
	}

	@Override
	public AssociatedImage readAssociated(String name) throws IOException {
		Integer series = layout.pictures().get(name);
		if (series == null) return Slide.super.readAssociated(name);
		return readers.use(reader -> {
			reader.setSeries(series);
			reader.setResolution(0);
			int width = reader.getSizeX();
			int height = reader.getSizeY();
			if (width < 1 || height < 1 || (long) width * height > MAX_PICTURE)
				throw new ImageFormatException("The picture that comes with the slide is too large: " + width + " × " + height
						+ " pixels.");
			LociPixels pixels = LociPixels.read(reader, 0, 0, 0, width, height);
			return new AssociatedImage(width, height, (int[]) pixels.as(PixelKind.RGB, 0));
		});
	}

	@Override
	public void close() {
		readers.close();
	}
}
