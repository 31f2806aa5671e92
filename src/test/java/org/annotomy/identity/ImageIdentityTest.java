package org.annotomy.identity;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;

import java.util.List;

import org.annotomy.geometry.Affine;
import org.annotomy.geometry.Position;
import org.junit.Test;

public class ImageIdentityTest {

	private static ImageIdentity identity(double spacing) {
		Affine place = Affine.of(new Position(1, 2, 3), new Position(spacing, 0, 0), new Position(0, spacing, 0),
				new Position(0, 0, 1));
		return new ImageIdentity("wsi", new ImageSize(9, 8, 1, 3, 1), "1.2", "1.2.3", List.of("1.2.3.4"), null,
				new double[]{spacing, spacing, Double.NaN}, "um", null, place, List.of(new ImageHash("pixels", "sha256", "ab")));
	}

	/** A tile export and a region cut out of a slide are known again by it in the next session. */
	@Test
	public void equalIdentitiesAreWrittenAlike() {
		assertEquals(identity(0.25), identity(0.25));
		assertEquals(identity(0.25).toString(), identity(0.25).toString());
		assertNotEquals(identity(0.25).toString(), identity(0.5).toString());
	}
}
