package org.annotomy.imagej;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.awt.geom.Area;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;

import org.annotomy.image.DisplayLayer;
import org.annotomy.image.DisplayLayer.Colours;
import org.annotomy.image.DisplayLayer.Cover;
import org.annotomy.image.DisplayLayer.Kind;
import org.annotomy.image.DisplayLayer.Picture;
import org.annotomy.image.Supplement;
import org.annotomy.image.ValueScale;
import org.annotomy.image.Window;
import org.junit.Test;

import ij.ImagePlus;
import net.imglib2.type.numeric.integer.UnsignedByteType;

/** Layers as ImageJ paints them: over the pixels of their plane, never in them, each kind with a switch. */
public class FileLayersTest {

	private static final int INK = 0xffff0000;

	private static ImagePlus image() {
		Synthetic synthetic = new Synthetic();
		synthetic.scale = new ValueScale(1, 0, "");
		synthetic.windows = List.of(new Window(127.5, 255, "", Window.Function.LINEAR_EXACT));
		List<byte[]> planes = List.of(new byte[16], new byte[16]);
		planes.get(0)[5] = 100;
		DisplayLayer drawn = new DisplayLayer("drawn", Kind.OVERLAY,
				plane -> plane == 0 ? new Picture(-1, 2, 2, 1, new byte[]{3}, INK) : null);
		Cover cover = new Cover(new Area(new Rectangle2D.Double(0, 0, 3, 4)), 0x404040);
		DisplayLayer shutter = new DisplayLayer("shutter", Kind.SHUTTER, plane -> cover);
		Colours values = new Colours(90, 10, new int[]{0xff00ff00, 0xff0000ff});
		DisplayLayer colours = new DisplayLayer("colours", Kind.COLOUR, plane -> values);
		return ImagePlusFactory.open(synthetic.image(new UnsignedByteType(), planes, 4, 4, 1, 2, 1)
				.withSupplement(new Supplement(List.of(colours, drawn, shutter), List.of(), List.of())));
	}

	private static int[] painted(ImagePlus image, int slice) {
		image.setSlice(slice);
		BufferedImage canvas = new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB);
		canvas.getGraphics().drawImage(image.getProcessor().convertToRGB().createImage(), 0, 0, null);
		for (ij.gui.Roi roi : image.getOverlay().toArray()) {
			roi.setImage(image);
			roi.drawOverlay(canvas.getGraphics());
		}
		return canvas.getRGB(0, 0, 4, 4, null, 0, 4);
	}

	private static final int B = 0xff000000;
	private static final int S = 0xff404040;

	@Test
	public void layersAreOverThePixelsOfTheirPlane() {
		ImagePlus image = image();
		assertArrayEquals(new int[]{B, B, B, S, B, 0xff0000ff, B, S, INK, B, B, S, B, B, B, S}, painted(image, 1));
		assertArrayEquals(new int[]{B, B, B, S, B, B, B, S, B, B, B, S, B, B, B, S}, painted(image, 2));
		image.setSlice(1);
		assertEquals("pixels hold no layer", 100, image.getProcessor().get(1, 1));
		assertEquals(0, image.getProcessor().get(0, 2));
		image.setRoi(0, 2, 1, 1);
		assertEquals(0, image.getStatistics().mean, 0);
	}

	@Test
	public void eachKindHasASwitch() {
		ImagePlus image = image();
		FileLayers layers = FileLayers.of(image).orElseThrow();
		assertEquals(List.of("colours", "drawn", "shutter"), layers.names());
		layers.setShown(Kind.SHUTTER, false);
		layers.setShown(Kind.OVERLAY, false);
		assertArrayEquals(new int[]{B, B, B, B, B, 0xff0000ff, B, B, B, B, B, B, B, B, B, B}, painted(image, 1));
		layers.setShown(Kind.COLOUR, false);
		int grey = 0xff646464;
		assertArrayEquals(new int[]{B, B, B, B, B, grey, B, B, B, B, B, B, B, B, B, B}, painted(image, 1));
		layers.setShown(Kind.OVERLAY, true);
		assertEquals(INK, painted(image, 1)[8]);
		assertTrue(layers.isShown(Kind.OVERLAY) && !layers.isShown(Kind.SHUTTER));
	}
}
