package org.annotomy.slide.mirax;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.annotomy.identity.ImageIdentity;
import org.annotomy.identity.ImageSize;
import org.annotomy.image.ImageFormatException;
import org.annotomy.slide.PixelKind;
import org.annotomy.slide.PyramidLevel;
import org.annotomy.slide.Slide;
import org.annotomy.slide.SlideChannel;
import org.annotomy.slide.SlideFacts;
import org.annotomy.slide.SlideFile;
import org.annotomy.slide.SlideIdentity;
import org.annotomy.slide.SlideReader;
import org.annotomy.slide.pyramid.Pyramids;
import org.annotomy.task.Progress;

/** Opens MIRAX slides: {@code X.mrxs}, which is only a preview, with the folder {@code X} beside it. */
public final class MiraxSlideReader implements SlideReader {

	private static final String ENDING = ".mrxs";

	@Override
	public String formatName() {
		return "MIRAX (MRXS)";
	}

	/** By its name: also without its folder it is no picture to annotate. */
	@Override
	public boolean recognises(Path file) {
		return file.getFileName() != null && file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(ENDING)
				&& Files.isRegularFile(file);
	}

	@Override
	public Slide open(Path file, Progress progress) throws IOException {
		String name = file.getFileName().toString();
		Path settings = file.resolveSibling(name.substring(0, name.length() - ENDING.length())).resolve(SlideDat.FILE);
		if (!Files.isRegularFile(settings))
			throw new ImageFormatException(
					"This MRXS file is the preview of a slide; the slide itself lies in the folder of the same name"
							+ " beside it, which is missing or lacks its Slidedat.ini. Copy that folder, too.");
		MiraxParts parts = MiraxParts.read(new SlideFile(settings));
		try {
			return Pyramids.completed(new MiraxSlide(parts, facts(file, parts)), settings, progress);
		} catch (IOException | RuntimeException e) {
			parts.close();
			throw e;
		}
	}

	private static SlideFacts facts(Path file, MiraxParts parts) throws IOException {
		SlideDat slide = parts.slide();
		ZoomLevel full = slide.levels.get(0);
		boolean colours = slide.filters.isEmpty();
		List<SlideChannel> channels = colours
				? List.of(SlideChannel.named("RGB"))
				: slide.filters.stream().map(MiraxFilter::channel).toList();
		PyramidLevel level = parts.levels().get(0);
		ImageSize size = new ImageSize(level.width(), level.height(), 1, colours ? 3 : channels.size(), 1);
		double[] spacing = {full.pixelWidthUm(), full.pixelHeightUm(), Double.NaN};
		StoredImages images = parts.images().get(0);
		ImageIdentity identity = SlideIdentity.of(size, spacing,
				List.of(SlideIdentity.ofTiles(images.count(), i -> parts.files().read(images.item((int) i)))));
		return new SlideFacts(file.getFileName().toString(), colours ? PixelKind.RGB : PixelKind.GREY_8, channels, 1, 1,
				full.pixelWidthUm(), full.pixelHeightUm(), Double.NaN, slide.objective,
				Map.of("Modality", "SM", "Vendor", "3DHISTECH", "Compression", full.format().name()), identity, file, List.of());
	}
}
