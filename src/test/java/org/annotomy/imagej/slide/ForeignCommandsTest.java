package org.annotomy.imagej.slide;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import org.annotomy.slide.PatternSlide;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

import com.sun.management.ThreadMXBean;

import ij.IJ;
import ij.ImagePlus;
import ij.process.ImageProcessor;

/**
 * What commands of other plugins do to an image, on a slide whose number of pixels overflows to one that looks bearable (70,000 × 70,000 →
 * 605,032,704): refused in one sentence, without allocating.
 */
public class ForeignCommandsTest {

	private static final int SIDE = 70_000;
	private static final long MOST_BYTES = 64L << 20;
	private static final String REFUSED = "does not work on a whole slide: use Extract Region... to get a part of it as an ordinary image.";

	private SlideImage slide;

	/** What a plugin asks for. */
	@FunctionalInterface
	private interface Call {
		Object on(ImagePlus image, ImageProcessor pixels);
	}

	@Before
	public void open() throws Exception {
		slide = SlideImage.open(new PatternSlide(SIDE, SIDE));
	}

	@After
	public void close() {
		slide.close();
	}

	private static Map<String, Call> calls() {
		Map<String, Call> calls = new LinkedHashMap<>();
		calls.put("getPixels", (i, p) -> p.getPixels());
		calls.put("getPixelsCopy", (i, p) -> p.getPixelsCopy());
		calls.put("getIntArray", (i, p) -> p.getIntArray());
		calls.put("getFloatArray", (i, p) -> p.getFloatArray());
		calls.put("duplicate", (i, p) -> p.duplicate());
		calls.put("crop", (i, p) -> p.crop());
		calls.put("convertToByte", (i, p) -> p.convertToByte(true));
		calls.put("convertToFloat", (i, p) -> p.convertToFloat());
		calls.put("convertToFloatProcessor", (i, p) -> p.convertToFloatProcessor());
		calls.put("convertToShortProcessor", (i, p) -> p.convertToShortProcessor());
		calls.put("convertToColorProcessor", (i, p) -> p.convertToColorProcessor().getPixels());
		calls.put("toFloat", (i, p) -> p.toFloat(0, null));
		calls.put("getStatistics", (i, p) -> p.getStatistics());
		calls.put("getStats", (i, p) -> p.getStats());
		calls.put("getHistogram", (i, p) -> p.getHistogram());
		calls.put("getBufferedImage", (i, p) -> p.getBufferedImage());
		calls.put("resize", (i, p) -> p.resize(100));
		calls.put("bin", (i, p) -> p.bin(2));
		calls.put("rotateLeft", (i, p) -> p.rotateLeft());
		calls.put("rotateRight", (i, p) -> p.rotateRight());
		calls.put("add", (i, p) -> done(() -> p.add(3)));
		calls.put("subtract", (i, p) -> done(() -> p.subtract(3)));
		calls.put("multiply", (i, p) -> done(() -> p.multiply(3)));
		calls.put("and", (i, p) -> done(() -> p.and(3)));
		calls.put("or", (i, p) -> done(() -> p.or(3)));
		calls.put("xor", (i, p) -> done(() -> p.xor(3)));
		calls.put("gamma", (i, p) -> done(() -> p.gamma(0.5)));
		calls.put("log", (i, p) -> done(p::log));
		calls.put("sqrt", (i, p) -> done(p::sqrt));
		calls.put("min", (i, p) -> done(() -> p.min(3)));
		calls.put("max", (i, p) -> done(() -> p.max(3)));
		calls.put("smooth", (i, p) -> done(p::smooth));
		calls.put("sharpen", (i, p) -> done(p::sharpen));
		calls.put("findEdges", (i, p) -> done(p::findEdges));
		calls.put("medianFilter", (i, p) -> done(p::medianFilter));
		calls.put("erode", (i, p) -> done(p::erode));
		calls.put("dilate", (i, p) -> done(p::dilate));
		calls.put("noise", (i, p) -> done(() -> p.noise(3)));
		calls.put("blurGaussian", (i, p) -> done(() -> p.blurGaussian(3)));
		calls.put("invert", (i, p) -> done(p::invert));
		calls.put("threshold", (i, p) -> done(() -> p.threshold(3)));
		calls.put("autoThreshold", (i, p) -> done(p::autoThreshold));
		calls.put("translate", (i, p) -> done(() -> p.translate(3, 3)));
		calls.put("fill", (i, p) -> done(p::fill));
		calls.put("fillRect", (i, p) -> done(() -> p.fillRect(0, 0, 10, 10)));
		calls.put("fillOval", (i, p) -> done(() -> p.fillOval(0, 0, 10, 10)));
		calls.put("drawLine", (i, p) -> done(() -> p.drawLine(0, 0, 10, 10)));
		calls.put("drawDot", (i, p) -> done(() -> p.drawDot(4, 4)));
		calls.put("putPixelValue", (i, p) -> done(() -> p.putPixelValue(4, 4, 1)));
		calls.put("putRow", (i, p) -> done(() -> p.putRow(0, 0, new int[4], 4)));
		calls.put("putColumn", (i, p) -> done(() -> p.putColumn(0, 0, new int[4], 4)));
		calls.put("image duplicate", (i, p) -> i.duplicate());
		calls.put("image crop", (i, p) -> i.crop());
		calls.put("image flatten", (i, p) -> i.flatten());
		calls.put("image getBufferedImage", (i, p) -> i.getBufferedImage());
		calls.put("stack pixels", (i, p) -> i.getStack().getPixels(1));
		calls.put("stack processor", (i, p) -> i.getStack().getProcessor(1).getPixels());
		calls.put("image stack pixels", (i, p) -> i.getImageStack().getPixels(1));
		calls.put("image statistics", (i, p) -> ij.process.ImageStatistics.getStatistics(p));
		calls.put("channel splitter", (i, p) -> ij.plugin.ChannelSplitter.split(i));
		calls.put("gaussian", (i, p) -> done(() -> new ij.plugin.filter.GaussianBlur().blurGaussian(p, 2, 2, 0.01)));
		calls.put("converter", (i, p) -> done(() -> new ij.process.ImageConverter(i).convertToGray8()));
		calls.put("colour to HSB", (i, p) -> ((ij.process.ColorProcessor) p).getHSBStack());
		calls.put("colour to HSB of 32 bits", (i, p) -> ((ij.process.ColorProcessor) p).getHSB32Stack());
		calls.put("colour to RGB bytes", (i, p) -> ((ij.process.ColorProcessor) p).getChannel(1));
		calls.put("colour brightness", (i, p) -> ((ij.process.ColorProcessor) p).getBrightness());
		calls.put("file", (i, p) -> new ij.io.FileSaver(i).serialize());
		return calls;
	}

	private static Object done(Runnable action) {
		action.run();
		return null;
	}

	@Test
	public void whatNeedsAllPixelsIsRefusedInOneSentence() throws Exception {
		StringBuilder wrong = new StringBuilder();
		for (Map.Entry<String, Call> call : calls().entrySet()) {
			AtomicReference<String> said = new AtomicReference<>("");
			long[] bytes = new long[1];
			Thread plugin = new Thread(() -> {
				ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
				long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
				said.set(outcome(call.getValue()));
				bytes[0] = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
			});
			plugin.start();
			plugin.join();
			if (!said.get().endsWith(REFUSED) || bytes[0] > MOST_BYTES)
				wrong.append(call.getKey()).append(": ").append(said.get()).append(", ").append(bytes[0] >> 20).append(" MB\n");
		}
		assertEquals("", wrong.toString());
	}

	private String outcome(Call call) {
		IJ.redirectErrorMessages();
		IJ.getErrorMessage();
		try {
			Object result = call.on(slide, slide.getProcessor());
			return "returned " + result;
		} catch (RuntimeException | Error e) {
			String told = IJ.getErrorMessage();
			return "Macro canceled".equals(e.getMessage()) && told != null ? told : e.toString();
		}
	}

	@Test
	public void singlePixelsAndRowsAreThere() {
		ImageProcessor pixels = slide.getProcessor();
		assertEquals(PatternSlide.colour(50_000, 60_000), pixels.getPixel(50_000, 60_000) & 0xffffff);
		int[] row = new int[4];
		pixels.getRow(50_000, 60_000, row, 4);
		assertEquals(PatternSlide.colour(50_003, 60_000), row[3] & 0xffffff);
		pixels.getColumn(50_000, 60_000, row, 4);
		assertEquals(PatternSlide.colour(50_000, 60_003), row[3] & 0xffffff);
		assertTrue(pixels.getLine(100, 100, 120, 100).length > 19);
	}
}
