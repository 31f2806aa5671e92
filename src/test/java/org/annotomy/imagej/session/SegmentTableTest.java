package org.annotomy.imagej.session;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.nio.file.Path;

import org.annotomy.dicom.SyntheticSlice;
import org.annotomy.image.ImageReaders;
import org.annotomy.store.StoreOptions;
import org.annotomy.task.Progress;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class SegmentTableTest {

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private boolean hasVolumes(double... z) throws Exception {
		Path files = folder.newFolder().toPath();
		SyntheticSlice.write(files, z, slice -> slice);
		SessionOptions options = new SessionOptions(Protocols.find().require("default"), SessionOptions.Recovery.DISCARD,
				StoreOptions.of("r-1"));
		AnnotationSession session = new SessionOpener(ImageReaders.discover(), Protocols.find(), options)
				.open(files, Progress.NONE).get(0);
		try {
			session.segments().add("One", null);
			assertEquals(z.length, session.source().slices());
			return SegmentTable.of(session).columnExists("Volume (ml)");
		} finally {
			session.close();
		}
	}

	@Test
	public void unevenSlicesHaveNoVolumes() throws Exception {
		assertTrue(hasVolumes(0, 1, 2, 3, 4));
		assertFalse("a voxel has no single volume (docs/volumes.md)", hasVolumes(0, 1, 2.4, 3.1, 4.7));
	}
}
