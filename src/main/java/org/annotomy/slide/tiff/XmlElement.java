package org.annotomy.slide.tiff;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.annotomy.image.ImageFormatException;

/** An element of the XML that a scanner writes into its file, with all below it. Namespaces are left out. */
final class XmlElement {

	private static final int MAX_ELEMENTS = 200_000;

	private final String name;
	private final Map<String, String> attributes = new HashMap<>();
	private final List<XmlElement> children = new ArrayList<>();
	private final StringBuilder text = new StringBuilder();

	private XmlElement(XMLStreamReader reader) {
		name = reader.getLocalName();
		for (int i = 0; i < reader.getAttributeCount(); i++)
			attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
	}

	/**
	 * A reader that resolves neither entities nor DTDs.
	 *
	 * @param bytes UTF-8, whatever they say; zeros at their end are left out
	 */
	static XMLStreamReader reader(byte[] bytes) throws XMLStreamException {
		int length = bytes.length;
		while (length > 0 && bytes[length - 1] == 0)
			length--;
		XMLInputFactory factory = XMLInputFactory.newInstance();
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		String text = new String(bytes, 0, length, StandardCharsets.UTF_8);
		return factory.createXMLStreamReader(new StringReader(text.startsWith("\uFEFF") ? text.substring(1) : text));
	}

	/**
	 * The root of a document.
	 *
	 * @param bytes as for {@link #reader}
	 * @throws ImageFormatException if it is no XML, or larger than can be
	 */
	static XmlElement parse(byte[] bytes) throws ImageFormatException {
		try {
			return parse(reader(bytes));
		} catch (XMLStreamException e) {
			throw new ImageFormatException("The file's description of the slide is broken XML.", e);
		}
	}

	private static XmlElement parse(XMLStreamReader reader) throws XMLStreamException, ImageFormatException {
		Deque<XmlElement> open = new ArrayDeque<>();
		XmlElement root = null;
		int count = 0;
		while (reader.hasNext())
			switch (reader.next()) {
			case XMLStreamConstants.START_ELEMENT -> {
				if (++count > MAX_ELEMENTS)
					throw new ImageFormatException("The file's description of the slide has too many parts.");
				XmlElement element = new XmlElement(reader);
				if (open.isEmpty()) root = element;
				else open.peek().children.add(element);
				open.push(element);
			}
			case XMLStreamConstants.END_ELEMENT -> open.pop();
			case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
				if (!open.isEmpty()) open.peek().text.append(reader.getText());
			}
			default -> {
				// comments and the like
			}
			}
		if (root == null) throw new ImageFormatException("The file's description of the slide is empty.");
		return root;
	}

	String name() {
		return name;
	}

	/** Without spaces around it. */
	String text() {
		return text.toString().strip();
	}

	/** Null if there is none. */
	String attribute(String key) {
		return attributes.get(key);
	}

	/** @throws ImageFormatException if there is no such whole number from 0 to 2^53 */
	long number(String key) throws ImageFormatException {
		double number = real(key);
		if (!(number >= 0 && number <= 0x1p53))
			throw new ImageFormatException("The file's description of the slide lacks a number, or it cannot be.");
		return (long) number;
	}

	/** NaN if there is no such number. */
	double real(String key) {
		try {
			return Double.parseDouble(attributes.getOrDefault(key, "NaN").strip());
		} catch (NumberFormatException e) {
			return Double.NaN;
		}
	}

	/** All children in their order; not to be changed. */
	List<XmlElement> children() {
		return children;
	}

	/** Children of that name. */
	List<XmlElement> all(String child) {
		return children.stream().filter(element -> element.name.equals(child)).toList();
	}

	/** The first child of that name, then that one's first child of the next name, and so on; null if there is none. */
	XmlElement at(String... path) {
		XmlElement element = this;
		for (String step : path) {
			List<XmlElement> found = element.all(step);
			if (found.isEmpty()) return null;
			element = found.get(0);
		}
		return element;
	}
}
