package org.annotomy.training;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.depth.DepthGraph;
import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.Link;
import org.annotomy.annotation.shape.ShapeGeometry;
import org.locationtech.jts.io.WKBWriter;

/** Tells one state of labels from another: tiles of both must not be mixed. */
final class LabelsDigest {

	private LabelsDigest() {}

	/** The same for equal marks in any order of work; in hexadecimal. */
	static String of(AnnotationDocument document) {
		byte[] sum = new byte[16];
		for (AnnotationObject object : document.objects()) {
			String text = object.id() + "|" + object.classKey() + "|" + object.plane() + "|" + object.provenance().status() + "|"
					+ object.occlusion() + "|" + object.appearance().order();
			add(sum, md5(text, new WKBWriter().write(ShapeGeometry.of(object.shape()))));
		}
		for (Link link : document.links())
			if (DepthGraph.isOfDepth(link)) add(sum, md5(link.relation() + link.from() + link.to(), new byte[0]));
		return HexFormat.of().formatHex(sum);
	}

	private static void add(byte[] sum, byte[] digest) {
		for (int i = 0; i < sum.length; i++)
			sum[i] ^= digest[i];
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
