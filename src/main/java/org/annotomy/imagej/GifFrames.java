package org.annotomy.imagej;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Arrays;

import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadata;

import org.annotomy.image.PixelBudget;
import org.annotomy.image.RawLayout;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/** The frames of an animated GIF: each is drawn upon what the ones before left (GIF89a, graphic control extension). */
final class GifFrames {

	private static final int MS_PER_DELAY = 10;

	private final ImageReader reader;
	private final int count;
	private final BufferedImage canvas;
	private int next;
	private int delay;

	GifFrames(ImageReader reader, int count) throws IOException {
		this.reader = reader;
		this.count = count;
		Node screen = child(tree(reader.getStreamMetadata()), "LogicalScreenDescriptor");
		int width = Math.max(attribute(screen, "logicalScreenWidth", 0), reader.getWidth(0));
		int height = Math.max(attribute(screen, "logicalScreenHeight", 0), reader.getHeight(0));
		PixelBudget.requireMemory(RawLayout.colour(4, width, height, 1, 1));
		this.canvas = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
	}

	int count() {
		return count;
	}

	int width() {
		return canvas.getWidth();
	}

	int height() {
		return canvas.getHeight();
	}

	/** Of the first frame; NaN if it has none. Known once a frame was read. */
	double frameTimeMs() {
		return delay > 0 ? delay * MS_PER_DELAY : Double.NaN;
	}

	/** The next frame as opaque ARGB; where nothing was drawn it is black. */
	int[] next() throws IOException {
		Node metadata = tree(reader.getImageMetadata(next));
		Node place = child(metadata, "ImageDescriptor");
		Node control = child(metadata, "GraphicControlExtension");
		if (next == 0) delay = attribute(control, "delayTime", 0);
		BufferedImage frame = reader.read(next++);
		int x = attribute(place, "imageLeftPosition", 0);
		int y = attribute(place, "imageTopPosition", 0);
		int[] before = pixels();
		Graphics2D graphics = canvas.createGraphics();
		graphics.drawImage(frame, x, y, null);
		int[] shown = pixels();
		String disposal = text(control, "disposalMethod");
		if (disposal.equals("restoreToBackgroundColor")) {
			graphics.setComposite(AlphaComposite.Clear);
			graphics.fillRect(x, y, frame.getWidth(), frame.getHeight());
		}
		graphics.dispose();
		if (disposal.equals("restoreToPrevious")) canvas.setRGB(0, 0, width(), height(), before, 0, width());
		return Arrays.stream(shown).map(argb -> argb >>> 24 == 0 ? 0xff000000 : 0xff000000 | argb).toArray();
	}

	private int[] pixels() {
		return canvas.getRGB(0, 0, width(), height(), null, 0, width());
	}

	private static Node tree(IIOMetadata metadata) {
		return metadata == null ? null : metadata.getAsTree(metadata.getNativeMetadataFormatName());
	}

	private static Node child(Node tree, String name) {
		for (Node node = tree == null ? null : tree.getFirstChild(); node != null; node = node.getNextSibling())
			if (node.getNodeName().equals(name)) return node;
		return null;
	}

	private static String text(Node node, String name) {
		NamedNodeMap attributes = node == null ? null : node.getAttributes();
		Node attribute = attributes == null ? null : attributes.getNamedItem(name);
		return attribute == null ? "" : attribute.getNodeValue();
	}

	private static int attribute(Node node, String name, int otherwise) {
		String text = text(node, name);
		return text.matches("\\d{1,9}") ? Integer.parseInt(text) : otherwise;
	}
}
