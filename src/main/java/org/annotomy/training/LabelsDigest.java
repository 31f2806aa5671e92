package org.annotomy.training;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.shape.ShapeGeometry;
import org.locationtech.jts.io.WKBWriter;

/** Tells one state of labels from another: tiles of both must not be mixed. */
final class LabelsDigest {

	private LabelsDigest() {}

	/** The same for equal marks in any order of work; in hexadecimal. */
	static String of(AnnotationDocument document) {
		byte[] sum = new byte[16];
		for (AnnotationObject object : document.objects()) {
			String text = object.id() + "|" + object.classKey() + "|" + object.plane() + "|" + object.provenance().status();
			byte[] digest = md5(text, new WKBWriter().write(ShapeGeometry.of(object.shape())));
			for (int i = 0; i < sum.length; i++)
				sum[i] ^= digest[i];
		}
		return HexFormat.of().formatHex(sum);
	}

	/** Of a text; in hexadecimal. */
	static String of(String text) {
		return HexFormat.of().formatHex(md5(text, new byte[0]));
	}

	private static byte[] md5(String text, byte[] outline) {
		try {
			MessageDigest digest = MessageDigest.getInstance("MD5");
			digest.update(text.getBytes(StandardCharsets.UTF_8));
			return digest.digest(outline);
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException("Every Java has MD5.", e);
		}
	}
}
