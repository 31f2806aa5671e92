package org.annotomy.imagej;

import java.awt.Color;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.WritableRaster;
import java.util.List;

import org.annotomy.image.DisplayLayer.Colours;
import org.annotomy.image.DisplayLayer.Cover;
import org.annotomy.image.DisplayLayer.Drawing;
import org.annotomy.image.DisplayLayer.Mark;
import org.annotomy.image.DisplayLayer.Picture;

import ij.ImagePlus;
import ij.gui.ImageCanvas;
import ij.gui.ImageRoi;
import ij.process.ImageProcessor;

/** The element of an ImageJ overlay through which {@link FileLayers} are painted. */
final class FileLayerRoi extends PaintedRoi {

	private static final String NAME = "file layers";

	private final transient FileLayers layers;
	private final int columns;
	private final int rows;
	private transient List<Mark> painted = List.of();
	private transient List<BufferedImage> pictures = List.of();

	FileLayerRoi(int width, int height, FileLayers layers) {
		super(width, height, NAME);
		this.layers = layers;
		this.columns = width;
		this.rows = height;
	}

	@Override
	public void draw(Graphics graphics) {
		ImageCanvas canvas = imp == null ? null : imp.getCanvas();
		boolean whole = canvas == null || canvas.getSrcRect().isEmpty();
		Rectangle source = whole ? new Rectangle(columns, rows) : canvas.getSrcRect();
		double zoom = canvas == null ? 1 : canvas.getMagnification();
		Graphics2D g = (Graphics2D) graphics.create();
		g.transform(new AffineTransform(zoom, 0, 0, zoom, -source.x * zoom, -source.y * zoom));
		paint(g, zoom);
		g.dispose();
	}

	/** Paints what lies on the plane on display, in pixels of the image. */
	void paint(Graphics2D g, double zoom) {
		for (Mark mark : layers.marks())
			if (mark instanceof Colours colours) g.drawImage(coloured(colours), 0, 0, null);
		List<BufferedImage> bits = pictures();
		for (int i = 0; i < bits.size(); i++)
			g.drawImage(bits.get(i), ((Picture) painted.get(i)).x(), ((Picture) painted.get(i)).y(), null);
		for (Mark mark : layers.marks())
			if (mark instanceof Drawing drawing) DrawingPainter.paint(g, drawing, zoom);
		for (Mark mark : layers.marks())
			if (mark instanceof Cover cover) {
				Area covered = new Area(new Rectangle(columns, rows));
				covered.subtract(cover.visible());
				g.setColor(new Color(cover.rgb()));
				g.fill(covered);
			}
	}

	/** The pictures of the plane, kept until another plane or other layers are shown. */
	private List<BufferedImage> pictures() {
		List<Mark> marks = layers.marks().stream().filter(Picture.class::isInstance).toList();
		if (!marks.equals(painted)) {
			painted = marks;
			pictures = marks.stream().map(mark -> image((Picture) mark)).toList();
		}
		return pictures;
	}

	/** One bit for each pixel. */
	private static BufferedImage image(Picture picture) {
		int argb = picture.argb();
		IndexColorModel ink = new IndexColorModel(1, 2, new byte[]{0, (byte) (argb >> 16)}, new byte[]{0, (byte) (argb >> 8)},
				new byte[]{0, (byte) argb}, new byte[]{0, (byte) (argb >>> 24)});
		BufferedImage image = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_BYTE_BINARY, ink);
		WritableRaster raster = image.getRaster();
		for (int y = 0; y < picture.height(); y++)
			for (int x = 0; x < picture.width(); x++)
				if (picture.isSet(x, y)) raster.setSample(x, y, 0, 1);
		return image;
	}

	private BufferedImage coloured(Colours colours) {
		ImagePlus image = layers.image();
		ImageProcessor plane = image.getProcessor();
		PixelValues values = PixelValues.of(image);
		BufferedImage coloured = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_ARGB);
		for (int y = 0; y < rows; y++)
			for (int x = 0; x < columns; x++) {
				int argb = colours.colour(values.toModality(plane.getf(x, y)));
				if (argb != 0) coloured.setRGB(x, y, argb);
			}
		return coloured;
	}

	/** For copies of the image: a plain picture of what is painted now, without what depends on values. */
	@Override
	public synchronized Object clone() {
		BufferedImage now = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_ARGB);
		Graphics2D g = now.createGraphics();
		paint(g, 1);
		g.dispose();
		ImageRoi copy = new ImageRoi(0, 0, now);
		copy.setName(NAME);
		return copy;
	}
}
