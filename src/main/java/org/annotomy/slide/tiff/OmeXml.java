package org.annotomy.slide.tiff;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.annotomy.image.ImageFormatException;
import org.annotomy.slide.Slide;

/** What the OME-XML in the description of the first page says of the images (OME model 2016-06). Entities and DTDs are not resolved. */
final class OmeXml {

	/** Attributes of an element, with the UUID below it and the name of the file that has it if it is a TiffData. */
	record Element(Map<String, String> attributes) {

		String get(String name, String otherwise) {
			return attributes.getOrDefault(name, otherwise);
		}

		int number(String name, int otherwise) throws ImageFormatException {
			String text = attributes.get(name);
			if (text == null) return otherwise;
			try {
				return Integer.parseInt(text.strip());
			} catch (NumberFormatException e) {
				throw new ImageFormatException("The OME-XML of the file is broken: " + name + " is no whole number.", e);
			}
		}

		/** NaN if there is no such number. */
		double real(String name) {
			try {
				return Double.parseDouble(get(name, "NaN").strip());
			} catch (NumberFormatException e) {
				return Double.NaN;
			}
		}

		/** A length in µm, NaN if it is not there or in pixels. */
		double micrometres(String name) {
			double factor = switch (get(name + "Unit", "µm").strip()) {
				case "µm", "\u03bcm", "um" -> 1;
				case "nm" -> 1e-3;
				case "mm" -> 1e3;
				case "cm" -> 1e4;
				case "m" -> 1e6;
				case "Å" -> 1e-4;
				default -> Double.NaN;
			};
			double value = real(name) * factor;
			return value > 0 ? value : Double.NaN;
		}
	}

	/** One image of the file. */
	static final class Image {
		Element image = new Element(Map.of());
		Element pixels = new Element(Map.of());
		/** Which of the objectives it was taken with; empty if it does not say. */
		String objective = "";
		final List<Element> channels = new ArrayList<>();
		final List<Element> data = new ArrayList<>();

		/** Empty if it has none. */
		String name() {
			return image.get("Name", "");
		}

		/** Which of the pictures beside a slide it is, by its name; null if it is a slide. */
		String picture() {
			String name = name().toLowerCase(Locale.ROOT);
			for (String kind : List.of(Slide.LABEL, Slide.MACRO, Slide.THUMBNAIL))
				if (name.contains(kind)) return kind;
			return null;
		}
	}

	private static final int MAX_BYTES = 64 << 20;
	private static final int START = 1024;

	final List<Image> images = new ArrayList<>();
	/** UUID of the file; empty if it has none. */
	String uuid = "";
	/** Magnifications of the objectives by their ids, in the order of the file; NaN where it is not known. */
	private final Map<String, Double> objectives = new LinkedHashMap<>();

	private OmeXml() {}

	/** The images but for pictures beside a slide; the first one if all are such. */
	List<Image> slides() {
		List<Image> slides = images.stream().filter(image -> image.picture() == null).toList();
		return slides.isEmpty() ? images.subList(0, Math.min(1, images.size())) : slides;
	}

	static boolean isOme(TiffDirectory page) throws IOException {
		if (!page.has(TiffTag.DESCRIPTION)) return false;
		String start = page.text(TiffTag.DESCRIPTION, START);
		return start.contains("<OME") && start.contains("openmicroscopy.org");
	}

	static OmeXml of(TiffDirectory page) throws IOException {
		try {
			OmeXml xml = new OmeXml();
			XMLStreamReader reader = XmlElement.reader(page.raw(TiffTag.DESCRIPTION, MAX_BYTES));
			while (reader.hasNext())
				if (reader.next() == XMLStreamConstants.START_ELEMENT) xml.element(reader);
			return xml;
		} catch (XMLStreamException e) {
			throw new ImageFormatException("The OME-XML of the file is broken.", e);
		}
	}

	private void element(XMLStreamReader reader) throws XMLStreamException {
		String name = reader.getLocalName();
		Element element = new Element(attributes(reader));
		if (name.equals("OME")) uuid = element.get("UUID", "");
		if (name.equals("Objective")) objectives.put(element.get("ID", ""), element.real("NominalMagnification"));
		if (name.equals("Image")) {
			images.add(new Image());
			last().image = element;
		}
		if (images.isEmpty()) return;
		switch (name) {
			case "Pixels" -> last().pixels = element;
			case "ObjectiveSettings" -> last().objective = element.get("ID", "");
			case "Channel" -> last().channels.add(element);
			case "TiffData" -> last().data.add(element);
			case "UUID" -> {
				List<Element> data = last().data;
				if (!data.isEmpty()) {
					data.get(data.size() - 1).attributes().put("FileName", element.get("FileName", ""));
					data.get(data.size() - 1).attributes().put("UUID", reader.getElementText().strip());
				}
			}
			default -> {
				// of no importance here
			}
		}
	}

	/** Of the objective that an image names, else of the first one that is known; NaN if none is. */
	double magnification(Image image) {
		double named = objectives.getOrDefault(image.objective, Double.NaN);
		return named > 0 ? named : objectives.values().stream().filter(known -> known > 0).findFirst().orElse(Double.NaN);
	}

	private Image last() {
		return images.get(images.size() - 1);
	}

	private static Map<String, String> attributes(XMLStreamReader reader) {
		Map<String, String> attributes = new HashMap<>();
		for (int i = 0; i < reader.getAttributeCount(); i++)
			attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
		return attributes;
	}
}
