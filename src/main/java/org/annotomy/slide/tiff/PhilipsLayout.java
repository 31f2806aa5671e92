package org.annotomy.slide.tiff;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.annotomy.image.ImageFormatException;
import org.annotomy.slide.AssociatedImage;
import org.annotomy.slide.Slide;

/**
 * TIFF exported by Philips' scanners, as OpenSlide's notes on the format say: levels are padded to whole tiles, so that only the pixel
 * spacings in the XML say how large they are. Label and macro are pages, or JPEG in the XML. Nothing else is taken from it.
 */
final class PhilipsLayout {

	private static final int START = 4096;
	private static final int MAX_BYTES = 64 << 20;
	private static final Pattern SPACING = Pattern.compile("\\s*\"?([0-9.eE+-]{1,30})\"?\\s+\"?([0-9.eE+-]{1,30})\"?\\s*");
	private static final Pattern LENS = Pattern.compile("(?:^|-)levels=(\\d{1,3})(?:,|-|$)");
	private static final int STRONGEST = 200;

	private final TiffLayout layout = new TiffLayout();
	private final List<XmlElement> scanned;
	private final XmlElement slide;

	private PhilipsLayout(XmlElement root) throws ImageFormatException {
		scanned = objects(attribute(root, "PIM_DP_SCANNED_IMAGES"));
		List<XmlElement> slides = scanned.stream().filter(image -> isType(image, "WSI")).toList();
		if (slides.size() != 1)
			throw new ImageFormatException("The file's description names " + slides.size() + " slides instead of one.");
		slide = slides.get(0);
	}

	static boolean isPhilips(TiffDirectory page) throws IOException {
		return page.text(TiffTag.SOFTWARE, 64).startsWith("Philips")
				&& page.text(TiffTag.DESCRIPTION, START).contains("DPUfsImport");
	}

	static TiffLayout of(TiffIndex index) throws IOException {
		TiffDirectory first = index.pages().get(0);
		PhilipsLayout philips = new PhilipsLayout(XmlElement.parse(first.raw(TiffTag.DESCRIPTION, MAX_BYTES)));
		List<TiffImage> levels = new ArrayList<>();
		for (TiffDirectory page : index.pages()) {
			if (page.has(TiffTag.TILE_WIDTH)) levels.add(new TiffImage(page, false));
			else philips.addPicture(page);
		}
		philips.addLevels(levels);
		philips.describe(first);
		return philips.layout;
	}

	/** The attribute of an object; null if it has none. */
	private static XmlElement attribute(XmlElement object, String name) {
		for (XmlElement attribute : object.all("Attribute"))
			if (name.equals(attribute.attribute("Name"))) return attribute;
		return null;
	}

	private static List<XmlElement> objects(XmlElement attribute) {
		XmlElement array = attribute == null ? null : attribute.at("Array");
		return array == null ? List.of() : array.all("DataObject");
	}

	private static boolean isType(XmlElement image, String type) {
		return text(image, "PIM_DP_IMAGE_TYPE").equals(type);
	}

	private static String text(XmlElement object, String name) {
		XmlElement attribute = attribute(object, name);
		return attribute == null ? "" : attribute.text();
	}

	/** Width and height of a pixel in mm; null if they are not there. */
	private static double[] spacing(XmlElement object) {
		Matcher matcher = SPACING.matcher(text(object, "DICOM_PIXEL_SPACING"));
		if (!matcher.matches()) return null;
		double height = StatedNumber.positive(matcher.group(1));
		double width = StatedNumber.positive(matcher.group(2));
		return width > 0 && height > 0 ? new double[]{width, height} : null;
	}

	private void addLevels(List<TiffImage> images) throws ImageFormatException {
		List<double[]> spacings = objects(attribute(slide, "PIIM_PIXEL_DATA_REPRESENTATION_SEQUENCE")).stream()
				.filter(object -> "PixelDataRepresentation".equals(object.attribute("ObjectType"))).map(PhilipsLayout::spacing)
				.toList();
		if (images.isEmpty() || spacings.size() != images.size() || spacings.contains(null))
			throw new ImageFormatException("The file's description does not say how large the pixels of each level are.");
		TiffImage full = images.get(0);
		List<LevelImage> levels = new ArrayList<>(List.of(full));
		for (int i = 1; i < images.size(); i++) {
			double across = spacings.get(i)[0] / spacings.get(0)[0];
			double down = spacings.get(i)[1] / spacings.get(0)[1];
			long downsample = Math.max(1, Math.round((across + down) / 2));
			int width = (int) (full.width() / downsample);
			int height = (int) (full.height() / downsample);
			LevelImage before = levels.get(levels.size() - 1);
			if (width < 1 || height < 1 || width >= before.width()) break;
			TiffImage image = images.get(i);
			if (image.width() < width || image.height() < height || image.kind() != full.kind()
					|| image.samples() != full.samples())
				throw new ImageFormatException("The levels of the slide are not those that the file's description names.");
			levels.add(new ClippedImage(image, width, height));
		}
		layout.add(levels);
		layout.split();
	}

	private void addPicture(TiffDirectory page) throws IOException {
		String said = page.text(TiffTag.DESCRIPTION, 16);
		if (said.startsWith("Label")) layout.associated.putIfAbsent(Slide.LABEL, new PagePicture(page));
		if (said.startsWith("Macro")) layout.associated.putIfAbsent(Slide.MACRO, new PagePicture(page));
	}

	private void describe(TiffDirectory first) {
		layout.isSlide = true;
		layout.facts.put("Vendor", "Philips");
		double[] spacing = spacing(slide);
		if (spacing != null) {
			layout.pixelWidthUm = 1000 * spacing[0];
			layout.pixelHeightUm = 1000 * spacing[1];
		}
		layout.objective = lens(text(slide, "DICOM_DERIVATION_DESCRIPTION"));
		addCoded(first, Slide.LABEL, "LABELIMAGE");
		addCoded(first, Slide.MACRO, "MACROIMAGE");
	}

	/** What was converted from another format names its lens first among the levels; a name of a file may follow, which is not looked at. */
	private static double lens(String derivation) {
		Matcher matcher = LENS.matcher(derivation.split("sourceFilename", 2)[0]);
		int lens = matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
		return lens > 0 && lens <= STRONGEST ? lens : Double.NaN;
	}

	/** The XML is read again when the picture is asked for: it may be large. */
	private void addCoded(TiffDirectory first, String kind, String type) {
		if (scanned.stream().noneMatch(image -> isType(image, type) && attribute(image, "PIM_DP_IMAGE_DATA") != null)) return;
		layout.associated.putIfAbsent(kind, () -> {
			PhilipsLayout again = new PhilipsLayout(XmlElement.parse(first.raw(TiffTag.DESCRIPTION, MAX_BYTES)));
			for (XmlElement image : again.scanned)
				if (isType(image, type)) return AssociatedImage.ofJpeg(decoded(text(image, "PIM_DP_IMAGE_DATA")));
			throw new ImageFormatException("The picture that comes with the slide is not there any more.");
		});
	}

	private static byte[] decoded(String base64) throws ImageFormatException {
		try {
			return Base64.getMimeDecoder().decode(base64);
		} catch (IllegalArgumentException e) {
			throw new ImageFormatException("The picture that comes with the slide is broken.", e);
		}
	}
}
