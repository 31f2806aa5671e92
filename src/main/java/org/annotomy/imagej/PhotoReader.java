package org.annotomy.imagej;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

import org.annotomy.image.FileVolume;
import org.annotomy.image.ImageFormatException;
import org.annotomy.image.PixelBudget;
import org.annotomy.image.Planes;
import org.annotomy.image.RawLayout;
import org.annotomy.task.Progress;

import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;

/**
 * Reads PNG, JPEG, GIF and BMP. Grey stays grey with 8 or 16 bits, and so does colour in which every pixel is grey; 16-bit colour becomes
 * channels; the rest is ARGB on white. The frames of an animation are time points.
 */
final class PhotoReader {

	private static final int MOST_FRAMES = 1 << 14;

	private final Path file;
	private final String format;

	PhotoReader(Path file, String format) {
		this.file = file;
		this.format = format;
	}

	FileVolume read(Progress progress) throws IOException {
		try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
			Iterator<ImageReader> readers = in == null ? null : ImageIO.getImageReadersByFormatName(format);
			if (readers == null || !readers.hasNext())
				throw new ImageFormatException(format + ": this Java cannot read the file.");
			ImageReader reader = readers.next();
			try {
				reader.setInput(in, false, true);
				return read(reader, progress);
			} finally {
				reader.dispose();
			}
		} catch (ImageFormatException e) {
			throw e;
		} catch (IOException | RuntimeException e) {
			if (e instanceof org.annotomy.task.CancelledException cancelled) throw cancelled;
			throw new ImageFormatException(
					format + ": the file is damaged or uses something that Java cannot read, such as CMYK colour.", e);
		} catch (OutOfMemoryError e) {
			throw new ImageFormatException(format + ": there is not enough free memory for the image. Close other images first.",
					e);
		}
	}

	private FileVolume read(ImageReader reader, Progress progress) throws IOException {
		PixelBudget.requireMemory(RawLayout.colour(4, reader.getWidth(0), reader.getHeight(0), 1, 1));
		int frames = format.equals("GIF") ? reader.getNumImages(true) : 1;
		if (frames > 1) return animation(new GifFrames(reader, frames), progress);
		return single(reader.read(0));
	}

	private FileVolume animation(GifFrames gif, Progress progress) throws IOException {
		if (gif.count() > MOST_FRAMES) throw new ImageFormatException("GIF: the file has more than " + MOST_FRAMES + " frames.");
		PixelBudget.requireMemory(RawLayout.colour(4, gif.width(), gif.height(), 1, gif.count()));
		List<int[]> frames = new ArrayList<>();
		for (int i = 0; i < gif.count(); i++) {
			progress.checkCancelled();
			progress.update((double) i / gif.count(), "Reading pixels");
			frames.add(gif.next());
		}
		FileVolume volume = frames.stream().allMatch(PhotoReader::isGrey)
				? volume(frames.stream().map(PhotoReader::grey).toList(), gif.width(), gif.height(), 1, frames.size())
				: volume(frames, gif.width(), gif.height(), 1, frames.size());
		volume.frameTimeMs(gif.frameTimeMs());
		return volume;
	}

	private FileVolume single(BufferedImage image) {
		int width = image.getWidth();
		int height = image.getHeight();
		ColorModel model = image.getColorModel();
		boolean wide = image.getRaster().getDataBuffer().getDataType() == DataBuffer.TYPE_USHORT
				&& !(model instanceof IndexColorModel);
		if (wide && !model.hasAlpha())
			return volume(shorts(image.getRaster()), width, height, image.getRaster().getNumBands(), 1);
		if (image.getType() == BufferedImage.TYPE_BYTE_GRAY)
			return volume(List.of(bytes(image.getRaster())), width, height, 1, 1);
		int[] argb = onWhite(image);
		boolean mayBeGrey = format.equals("JPEG") || format.equals("GIF") || model instanceof IndexColorModel;
		return volume(List.of(mayBeGrey && isGrey(argb) ? grey(argb) : argb), width, height, 1, 1);
	}

	private FileVolume volume(List<?> planes, int width, int height, int channels, int frames) {
		Object first = planes.get(0);
		if (first instanceof byte[])
			return new FileVolume(file, format, Planes.wrap(new UnsignedByteType(), planes, width, height, channels, 1, frames));
		if (first instanceof short[])
			return new FileVolume(file, format, Planes.wrap(new UnsignedShortType(), planes, width, height, channels, 1, frames));
		return new FileVolume(file, format, Planes.wrap(new ARGBType(), planes, width, height, channels, 1, frames));
	}

	private static byte[] bytes(Raster raster) {
		return (byte[]) raster.getDataElements(0, 0, raster.getWidth(), raster.getHeight(), null);
	}

	private static List<short[]> shorts(Raster raster) {
		List<short[]> bands = new ArrayList<>();
		int[] row = new int[raster.getWidth()];
		for (int band = 0; band < raster.getNumBands(); band++) {
			short[] plane = new short[raster.getWidth() * raster.getHeight()];
			for (int y = 0, i = 0; y < raster.getHeight(); y++) {
				raster.getSamples(0, y, row.length, 1, band, row);
				for (int value : row)
					plane[i++] = (short) value;
			}
			bands.add(plane);
		}
		return bands;
	}

	private static int[] onWhite(BufferedImage image) {
		int width = image.getWidth();
		int height = image.getHeight();
		if (!image.getColorModel().hasAlpha()) return image.getRGB(0, 0, width, height, null, 0, width);
		BufferedImage opaque = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
		Graphics2D graphics = opaque.createGraphics();
		graphics.setColor(Color.WHITE);
		graphics.fillRect(0, 0, width, height);
		graphics.drawImage(image, 0, 0, null);
		graphics.dispose();
		return opaque.getRGB(0, 0, width, height, null, 0, width);
	}

	private static boolean isGrey(int[] argb) {
		for (int pixel : argb)
			if ((pixel >> 16 & 0xff) != (pixel & 0xff) || (pixel >> 8 & 0xff) != (pixel & 0xff)) return false;
		return true;
	}

	private static byte[] grey(int[] argb) {
		byte[] grey = new byte[argb.length];
		for (int i = 0; i < argb.length; i++)
			grey[i] = (byte) argb[i];
		return grey;
	}
}
