package org.annotomy.interchange.sidecar;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.annotomy.annotation.detection.DetectionKind;
import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.ObjectType;
import org.annotomy.annotation.shape.PolygonShape;
import org.annotomy.annotation.shape.RectangleShape;
import org.annotomy.annotation.shape.Shape;
import org.annotomy.geometry.Vertices;

/** What the texts say that very many features share ({@link DetectionParser}): each is decoded once. Safe for threads. */
final class SharedTexts {

	/** So many texts at most are remembered: in a file in which each Feature has another one, nothing is gained. */
	private static final int MOST = 100_000;

	private static final Vertices STRAIGHT = Vertices.of(DetectionParser.STAND_IN);
	private static final Vertices TURNED = turned();
	private static final Shape RECTANGLE = new RectangleShape(DetectionParser.RECTANGLE_STAND_IN, 0);

	/**
	 * What a text says.
	 *
	 * @param kind null if such features are no detections, or need to be looked at one by one
	 * @param turned whether the ring is to be turned round
	 */
	record Meaning(DetectionKind kind, boolean turned, SeenClasses classes) {}

	private static final Meaning OTHER = new Meaning(null, false, null);

	private static final class Text {

		private final byte[] bytes;
		private final int length;
		private final int hash;

		Text(byte[] bytes, int length, int hash) {
			this.bytes = bytes;
			this.length = length;
			this.hash = hash;
		}

		@Override
		public boolean equals(Object other) {
			return other instanceof Text text && Arrays.equals(bytes, 0, length, text.bytes, 0, text.length);
		}

		@Override
		public int hashCode() {
			return hash;
		}
	}

	private final Map<Text, Meaning> known = new ConcurrentHashMap<>();

	Meaning of(DetectionParser parsed) {
		int hash = 0;
		for (int i = 0; i < parsed.textLength(); i++)
			hash = 31 * hash + parsed.text()[i];
		Meaning meaning = known.get(new Text(parsed.text(), parsed.textLength(), hash));
		if (meaning != null) return meaning;
		byte[] copy = Arrays.copyOf(parsed.text(), parsed.textLength());
		meaning = decode(copy);
		if (known.size() < MOST) known.put(new Text(copy, copy.length, hash), meaning);
		return meaning;
	}

	private static Meaning decode(byte[] text) {
		FeatureBatch batch = new FeatureBatch();
		try {
			batch.read(text, 0, text.length, 0);
		} catch (IOException e) {
			return OTHER;
		}
		List<AnnotationObject> objects = batch.objects();
		boolean plain = objects.size() == 1 && batch.kept().isEmpty() && batch.findings().sentences().isEmpty();
		if (!plain || objects.get(0).type() == ObjectType.ANNOTATION) return OTHER;
		if (objects.get(0).shape().equals(RECTANGLE))
			return new Meaning(DetectionKind.of(objects.get(0)), false, batch.classes());
		if (!(objects.get(0).shape() instanceof PolygonShape polygon) || !polygon.isSimple()
				|| polygon.origin() == PolygonShape.Origin.SPLINE)
			return OTHER;
		Vertices shell = polygon.parts().get(0).shell();
		if (!shell.equals(STRAIGHT) && !shell.equals(TURNED)) return OTHER;
		return new Meaning(DetectionKind.of(objects.get(0)), shell.equals(TURNED), batch.classes());
	}

	private static Vertices turned() {
		double[] ring = DetectionParser.STAND_IN.clone();
		Rings.turn(ring);
		return Vertices.of(ring);
	}
}
