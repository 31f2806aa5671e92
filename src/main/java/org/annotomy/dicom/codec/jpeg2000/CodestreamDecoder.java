package org.annotomy.dicom.codec.jpeg2000;

import java.io.IOException;

import org.annotomy.image.ImageFormatException;

import com.github.jaiimageio.jpeg2000.impl.J2KImageReadParamJava;

import jj2000.j2k.codestream.HeaderInfo;
import jj2000.j2k.codestream.reader.BitstreamReaderAgent;
import jj2000.j2k.codestream.reader.HeaderDecoder;
import jj2000.j2k.decoder.DecoderSpecs;
import jj2000.j2k.image.DataBlk;
import jj2000.j2k.image.DataBlkInt;
import jj2000.j2k.quantization.dequantizer.Dequantizer;
import jj2000.j2k.roi.ROIDeScaler;
import jj2000.j2k.wavelet.synthesis.InverseWT;

/**
 * Decodes codestreams by the stages of JJ2000 that end with the inverse wavelet transform. The last steps are done here, because JJ2000's
 * reader rounds negative values towards 0 and guesses colours. Safe for use by several threads.
 */
public final class CodestreamDecoder {

	private CodestreamDecoder() {}

	/**
	 * Decodes the image, with the component transform undone.
	 *
	 * @param reduction how often to halve the size, 0 for the whole image; at most {@link Codestream#levels()}
	 * @throws ImageFormatException if the stream is broken
	 */
	public static DecodedImage decode(Codestream stream, int reduction) throws IOException {
		if (reduction < 0 || reduction > stream.levels())
			throw new IllegalArgumentException("The image cannot be halved " + reduction + " times.");
		byte[] bytes = stream.normalised();
		QuietLog quiet = new QuietLog();
		try {
			return new Tiles(stream, reduction, bytes).decode();
		} catch (VirtualMachineError | LinkageError e) {
			throw e;
		} catch (ImageFormatException e) {
			throw e;
		} catch (IOException | RuntimeException | Error e) {
			// JJ2000 throws Error for what is wrong with a stream.
			throw new ImageFormatException("The JPEG 2000 stream is broken.", e);
		} finally {
			quiet.end();
		}
	}

	/** One decoding, tile by tile. */
	private static final class Tiles {

		private final Codestream stream;
		private final int reduction;
		private final InverseWT wavelet;
		private final DecodedImage target;

		Tiles(Codestream stream, int reduction, byte[] bytes) throws IOException {
			this.stream = stream;
			this.reduction = reduction;
			SizeSegment size = stream.size();
			int width = reduced(size.x1()) - reduced(size.x0());
			int height = reduced(size.y1()) - reduced(size.y0());
			this.wavelet = wavelet(new ArrayIo(bytes), stream.levels() - reduction);
			this.target = new DecodedImage(width, height, size.components(), new int[width * height * size.components()]);
		}

		private static InverseWT wavelet(ArrayIo in, int resolution) throws IOException {
			J2KImageReadParamJava parameters = new J2KImageReadParamJava();
			parameters.setResolution(resolution);
			HeaderInfo info = new HeaderInfo();
			HeaderDecoder header = new HeaderDecoder(in, parameters, info);
			DecoderSpecs specs = header.getDecoderSpecs();
			int[] depths = new int[header.getNumComps()];
			for (int c = 0; c < depths.length; c++)
				depths[c] = header.getOriginalBitDepth(c);
			BitstreamReaderAgent packets = BitstreamReaderAgent.createInstance(in, header, parameters, specs, false, info);
			ROIDeScaler blocks = header.createROIDeScaler(header.createEntropyDecoder(packets, parameters), parameters, specs);
			Dequantizer coefficients = header.createDequantizer(blocks, depths, specs);
			InverseWT wavelet = InverseWT.createInstance(coefficients, specs);
			wavelet.setImgResLevel(packets.getImgRes());
			return wavelet;
		}

		private int reduced(int coordinate) {
			return coordinate + (1 << reduction) - 1 >> reduction;
		}

		DecodedImage decode() throws ImageFormatException {
			for (int y = 0; y < stream.size().rowsOfTiles(); y++)
				for (int x = 0; x < stream.size().columnsOfTiles(); x++) {
					wavelet.setTile(x, y);
					decodeTile(x, y);
				}
			return target;
		}

		private void decodeTile(int column, int row) throws ImageFormatException {
			SizeSegment size = stream.size();
			int x0 = reduced(Math.max(size.x0(), size.tileX0() + column * size.tileWidth()));
			int y0 = reduced(Math.max(size.y0(), size.tileY0() + row * size.tileHeight()));
			int x1 = reduced(Math.min(size.x1(), size.tileX0() + (column + 1) * size.tileWidth()));
			int y1 = reduced(Math.min(size.y1(), size.tileY0() + (row + 1) * size.tileHeight()));
			if (x1 <= x0 || y1 <= y0) return;
			Object[] planes = new Object[target.components()];
			for (int c = 0; c < planes.length; c++)
				planes[c] = plane(c, x1 - x0, y1 - y0);
			if (stream.hasComponentTransform()) undoTransform(planes);
			for (int c = 0; c < planes.length; c++)
				store(planes[c], c, x0 - reduced(size.x0()), y0 - reduced(size.y0()), x1 - x0);
		}

		/** {@code int[]} if coded reversibly, else {@code float[]}. */
		private Object plane(int component, int width, int height) {
			DataBlk block = wavelet.getInternCompData(new DataBlkInt(0, 0, width, height), component);
			Object data = block.getData();
			if (block.scanw == width && block.offset == 0 && java.lang.reflect.Array.getLength(data) == width * height)
				return data;
			Object plane = data instanceof int[] ? new int[width * height] : new float[width * height];
			for (int y = 0; y < height; y++)
				System.arraycopy(data, block.offset + y * block.scanw, plane, y * width, width);
			return plane;
		}

		private static void undoTransform(Object[] planes) throws ImageFormatException {
			if (planes[0] instanceof int[] y && planes[1] instanceof int[] u && planes[2] instanceof int[] v)
				ComponentTransform.undoReversible(y, u, v);
			else
				if (planes[0] instanceof float[] y && planes[1] instanceof float[] cb && planes[2] instanceof float[] cr)
					ComponentTransform.undoIrreversible(y, cb, cr);
				else
					throw CodingStyle.broken();
		}

		/** Rounds, shifts to the range of the codestream, and cuts off what lies outside. */
		private void store(Object plane, int component, int left, int top, int width) {
			int half = 1 << stream.precision() - 1;
			int shift = stream.isSigned() ? 0 : half;
			int min = stream.isSigned() ? -half : 0;
			int max = min + 2 * half - 1;
			int step = target.components();
			int rows = java.lang.reflect.Array.getLength(plane) / width;
			int fraction = wavelet.getFixedPoint(component);
			for (int y = 0; y < rows; y++) {
				int to = ((top + y) * target.width() + left) * step + component;
				for (int i = y * width; i < (y + 1) * width; i++, to += step) {
					int value = plane instanceof int[] ints ? ints[i] >> fraction : Math.round(((float[]) plane)[i]);
					target.samples()[to] = Math.max(min, Math.min(max, value + shift));
				}
			}
		}
	}
}
