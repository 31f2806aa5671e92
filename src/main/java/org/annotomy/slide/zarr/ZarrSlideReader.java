package org.annotomy.slide.zarr;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.annotomy.identity.ImageHash;
import org.annotomy.identity.ImageIdentity;
import org.annotomy.identity.ImageSize;
import org.annotomy.image.ImageFormatException;
import org.annotomy.slide.PixelKind;
import org.annotomy.slide.Slide;
import org.annotomy.slide.SlideFacts;
import org.annotomy.slide.SlideIdentity;
import org.annotomy.slide.SlideReader;
import org.annotomy.task.Progress;

/** Opens OME-Zarr images in folders, zip archives and on web servers; a group of labels is an image, too. */
public final class ZarrSlideReader implements SlideReader {

	private static final List<String> MARKS = List.of("zarr.json", ".zattrs", ".zgroup");

	@Override
	public String formatName() {
		return "OME-Zarr";
	}

	@Override
	public boolean recognises(Path path) throws IOException {
		Path folder = folder(path);
		boolean zip = Files.isRegularFile(folder) && folder.toString().toLowerCase(Locale.ROOT).matches(".*\\.(zarr\\.zip|ozx)");
		if (!zip && (!Files.isDirectory(folder) || MARKS.stream().noneMatch(mark -> Files.isRegularFile(folder.resolve(mark)))))
			return false;
		try (ZarrStore store = store(folder)) {
			ZarrGroup group = ZarrGroup.open(store, "");
			return group != null && group.leadsToImage();
		} catch (ImageFormatException e) {
			return false;
		}
	}

	/** Users also choose the file that describes a folder. */
	private static Path folder(Path path) {
		boolean mark = path.getFileName() != null && MARKS.contains(path.getFileName().toString());
		return mark && path.toAbsolutePath().getParent() != null ? path.toAbsolutePath().getParent() : path;
	}

	private static ZarrStore store(Path path) throws IOException {
		return Files.isDirectory(path) ? new FolderStore(path) : new ZipStore(path);
	}

	@Override
	public Slide open(Path path, Progress progress) throws IOException {
		Path folder = folder(path);
		return open(store(folder), folder.toAbsolutePath().getFileName().toString(), folder, ZarrSlideReader::hash);
	}

	/**
	 * Opens an image on a web server. It is known by its address.
	 *
	 * @param address of its folder
	 * @param sidecar the path X whose labels lie in {@code X.geojson} on this computer; null for none
	 * @throws ImageFormatException if there is no OME-Zarr image, or the server does not give it
	 * @throws org.annotomy.task.CancelledException if the user cancelled
	 */
	public static Slide open(WebAddress address, Path sidecar, Progress progress) throws IOException {
		progress.update(-1, "Asking the server");
		HttpStore store = new HttpStore(address, progress);
		ImageHash hash = SlideIdentity.ofAddress(address.uri());
		Slide slide = open(store, address.name(), sidecar, image -> hash);
		store.opened();
		return slide;
	}

	/** What an image is known by. */
	private interface Digest {
		ImageHash of(ZarrImage image) throws IOException;
	}

	private static Slide open(ZarrStore store, String title, Path sidecar, Digest digest) throws IOException {
		try {
			ZarrGroup group = ZarrGroup.open(store, "");
			if (group == null) throw new ImageFormatException("There is no Zarr data, or it has no description.");
			ZarrImage image = new ZarrImage(store, group.image(store));
			return new ZarrSlide(store, image, facts(group, image, title, sidecar, digest.of(image)));
		} catch (IOException | RuntimeException e) {
			store.close();
			throw e;
		}
	}

	private static SlideFacts facts(ZarrGroup group, ZarrImage image, String title, Path sidecar, ImageHash hash)
			throws IOException {
		Map<String, String> facts = new HashMap<>();
		facts.put("Modality", "SM");
		PixelKind kind = image.isColour() ? PixelKind.RGB : image.arrays().get(0).type().kind();
		double[] spacing = {image.spacingUm('x'), image.spacingUm('y'),
				image.size(0, 'z') > 1 ? image.spacingUm('z') : Double.NaN};
		ImageSize size = new ImageSize(image.size(0, 'x'), image.size(0, 'y'), image.size(0, 'z'), image.size(0, 'c'),
				image.size(0, 't'));
		ImageIdentity identity = SlideIdentity.of(size, spacing, List.of(hash));
		int wells = group.ome().object("plate").list("wells").size();
		List<String> warnings = wells > 1
				? List.of("This is a plate of " + wells + " wells; the first field of the first well is shown.")
				: List.of();
		return new SlideFacts(title, kind, image.channels(), size.z(), size.t(), spacing[0], spacing[1], spacing[2], Double.NaN,
				facts,
				identity, sidecar, warnings);
	}

	/** Of the stored chunks of level 0, the last axis fastest. */
	private static ImageHash hash(ZarrImage image) throws IOException {
		ZarrArray array = image.arrays().get(0);
		long[] counts = new long[array.axes()];
		long all = 1;
		for (int axis = 0; axis < counts.length; axis++)
			all *= counts[axis] = (array.size(axis) + array.chunk(axis) - 1) / array.chunk(axis);
		return SlideIdentity.ofTiles(all, index -> {
			long[] at = new long[counts.length];
			long rest = index;
			for (int axis = counts.length - 1; axis >= 0; axis--) {
				at[axis] = rest % counts[axis];
				rest /= counts[axis];
			}
			return array.stored(at);
		});
	}
}
