package org.annotomy.interchange.sidecar;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;

import org.annotomy.annotation.detection.DetectionKind;
import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.shape.PolygonShape;
import org.annotomy.geometry.Vertices;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;

/**
 * The text that Features of a kind share, as {@link FeatureEncoder} writes it, cut where id, ring and measurements belong.
 *
 * @param pieces one more than there are cuts
 */
record KindText(byte[][] pieces) {

	/** @param turned for outlines whose direction is that of holes: their rings are written the other way round */
	static KindText of(DetectionKind kind, boolean turned, FeatureEncoder encoder) throws IOException {
		AnnotationObject pattern = kind.pattern();
		if (pattern.shape() instanceof PolygonShape polygon) {
			double[] ring = DetectionParser.STAND_IN.clone();
			if (turned) Rings.turn(ring);
			pattern = pattern.toBuilder().shape(PolygonShape.of(Vertices.of(ring), polygon.origin())).build();
		}
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (JsonGenerator out = FeatureChunk.FACTORY.createGenerator(bytes, JsonEncoding.UTF8)) {
			encoder.write(pattern, out, new Decimals(), false);
		}
		byte[] text = bytes.toByteArray();
		DetectionParser parser = new DetectionParser();
		if (parser.parse(text, 0) < 0 || parser.values().length != kind.measurements().size())
			throw new IllegalStateException("A detection was not written as it is read.");
		int[] cuts = parser.cuts();
		byte[][] pieces = new byte[cuts.length / 2 + 1][];
		for (int i = 0; i < pieces.length; i++)
			pieces[i] = Arrays.copyOfRange(text, i == 0 ? 0 : cuts[2 * i - 1],
					i == pieces.length - 1 ? text.length : cuts[2 * i]);
		return new KindText(pieces);
	}
}
