package org.annotomy.interchange.transform;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.annotomy.geometry.Affine;
import org.annotomy.geometry.Position;
import org.annotomy.geometry.Turn;
import org.annotomy.identity.ImageIdentity;
import org.annotomy.identity.ImageSize;
import org.annotomy.json.JsonException;
import org.annotomy.registration.AffineMap;
import org.annotomy.registration.ImageFrame;
import org.annotomy.registration.Landmarks;
import org.annotomy.registration.Registration;
import org.annotomy.registration.ThinPlateSpline;
import org.annotomy.registration.Transform;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class TransformFileTest {

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private static final ImageIdentity CT = dicom("1.2.3", "1.2.3.9");
	private static final ImageIdentity MR = dicom("1.2.4", "1.2.4.9");

	private static ImageIdentity dicom(String series, String frame) {
		return new ImageIdentity("dicom", new ImageSize(64, 64, 20, 1, 1), "1.2", series, List.of(), frame,
				new double[]{1, 1, 2}, "mm", "PixelSpacing", Affine.IDENTITY, List.of());
	}

	private static final ThinPlateSpline SPLINE = new ThinPlateSpline(
			new Landmarks(
					List.of(new Position(0, 0, 0), new Position(10, 1.0 / 3, 0), new Position(2, 9, 0), new Position(11, 10, 0)),
					List.of(new Position(1, 0, 0), new Position(11, 0, 0), new Position(2, 10, 0), new Position(14, 10, 0)),
					true),
			0.25);

	@Test
	public void whatIsWrittenIsRead() throws IOException {
		AffineMap rigid = AffineMap.of(Turn.around(new Position(1, 2, 3), Turn.versor(0.1, 0.2, 1.0 / 3)));
		AffineMap sheared = AffineMap.of(Affine.ofRows(1, 0.1, 0, 1e-9, 0, 1.3, 0, 5, 0, 0, 1, 1234567.125));
		for (Transform transform : List.of(rigid, sheared, SPLINE, SPLINE.inverse(), sheared.then(SPLINE).then(rigid))) {
			Registration saved = registration(transform);
			Path file = folder.getRoot().toPath().resolve("below/x" + TransformFile.SUFFIX);
			TransformFile.write(saved, file);
			assertEquals(saved, TransformFile.read(file));
		}
	}

	private static Registration registration(Transform transform) {
		return new Registration(new Registration.Side(MR, ImageFrame.Kind.PATIENT),
				new Registration.Side(CT, ImageFrame.Kind.PATIENT), transform, "by hand",
				Map.of("fiducialRegistrationErrorMm", 1.25));
	}

	@Test
	public void joinsItsImagesBothWays() {
		AffineMap shift = AffineMap.translation(new Position(1, 2, 3));
		Registration saved = registration(shift);
		assertEquals(shift, saved.between(MR, CT).orElseThrow());
		assertEquals(new Position(-1, -2, -3), saved.between(CT, MR).orElseThrow().apply(Position.ORIGIN));
		assertEquals("another series in the same frame of reference", shift,
				saved.between(dicom("1.2.99", "1.2.4.9"), CT).orElseThrow());
		assertTrue(saved.between(CT, CT).isEmpty());
		assertTrue(saved.between(dicom("1.2.99", "1.2.99.9"), CT).isEmpty());
	}

	@Test
	public void brokenFilesAreRefusedInWords() {
		String good = TransformFile.toJson(registration(Transform.identity()));
		assertRefused("version 2", good.replace("\"annotomyTransform\" : 1", "\"annotomyTransform\" : 2"));
		assertRefused("unknown type of transform", good.replace("\"rigid\"", "\"wobbly\""));
		assertRefused("unknown frame", good.replace("\"patient\"", "\"table\""));
		assertRefused("12 numbers", good.replaceFirst("\"matrix\" : \\[\\s*1,", "\"matrix\" : ["));
		assertRefused("its matrix is", good.replaceFirst("\"matrix\" : \\[\\s*1,", "\"matrix\" : [ 1.5,"));
		assertRefused("unknown member", good.replace("\"method\"", "\"methods\""));
		assertRefused("line", good.substring(0, good.length() / 2));
		String nested = "{\"type\":\"inverse\",\"of\":".repeat(100) + "1" + "}".repeat(100);
		assertRefused("", good.replaceFirst("(?s)\"transform\" : \\{.*?\\}", "\"transform\" : " + nested));
	}

	private static void assertRefused(String part, String json) {
		String message = assertThrows(JsonException.class, () -> TransformFile.parse(json)).getMessage();
		assertTrue(message, message.contains(part));
	}
}
