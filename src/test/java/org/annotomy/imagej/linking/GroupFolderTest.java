package org.annotomy.imagej.linking;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.annotomy.command.segment.SegmentBench;
import org.annotomy.geometry.Affine;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.image.ImageReaders;
import org.annotomy.imagej.registration.LandmarkPoints;
import org.annotomy.imagej.registration.LandmarkRegistration;
import org.annotomy.imagej.registration.ImagePair;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.imagej.session.Protocols;
import org.annotomy.imagej.session.SessionOpener;
import org.annotomy.imagej.session.SessionOptions;
import org.annotomy.linking.group.GroupFile;
import org.annotomy.registration.LandmarkFit;
import org.annotomy.sample.histology.HistologyRecipe;
import org.annotomy.sample.histology.Section;
import org.annotomy.store.StoreOptions;
import org.annotomy.task.CancelledException;
import org.annotomy.task.Progress;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** A group file with a volume and two slides, whose folder changes before it is opened again. */
public class GroupFolderTest {

	@Rule
	public final TemporaryFolder temporary = new TemporaryFolder();

	private final List<AnnotationSession> open = new ArrayList<>();
	private Path folder;
	private Path file;
	private Path sidecar;

	@Before
	public void save() throws Exception {
		folder = Files.createDirectories(temporary.getRoot().toPath().resolve("study/images"));
		file = folder.getParent().resolve("case.annotomy-group.json");
		GroupBench.write(folder.resolve("volume.nrrd"), new VolumeSize(20, 20, 8), Affine.IDENTITY);
		new HistologyRecipe(3000, 2000, 5).write(folder.resolve("he" + HistologyRecipe.ENDING));
		new HistologyRecipe(3000, 2000, 5, Section.IHC).write(folder.resolve("ihc" + HistologyRecipe.ENDING));
		for (String name : List.of("volume.nrrd", "he" + HistologyRecipe.ENDING, "ihc" + HistologyRecipe.ENDING))
			open.add(SegmentBench.open(folder.resolve(name), "default").session());
		OpenGroup group = OpenGroup.gather("case", open);
		ImagePair sections = ImagePair.of(open.get(2).image(), open.get(1).image());
		LandmarkRegistration.register(sections,
				LandmarkPoints.ofText(sections, "900 900; 2000 900; 900 1500", "910 905; 2010 905; 910 1505"),
				LandmarkFit.RIGID, 0, null, Progress.NONE);
		assertEquals(1, group.group().alignments().size());
		group.save(file);
		open.get(1).save(Progress.NONE);
		sidecar = Path.of(open.get(1).source().sidecar() + ".geojson");
		close();
	}

	@After
	public void close() throws Exception {
		for (AnnotationSession session : open)
			session.close();
		open.clear();
	}

	private OpenGroup reopen(Path from) throws Exception {
		return reopen(from, Progress.NONE);
	}

	private OpenGroup reopen(Path from, Progress progress) throws Exception {
		Protocols protocols = Protocols.find();
		SessionOptions options = new SessionOptions(protocols.require("default"), SessionOptions.Recovery.ASK,
				StoreOptions.of("r-1"));
		OpenGroup group = new GroupOpener(new SessionOpener(ImageReaders.discover(), protocols, options))
				.open(from, progress);
		open.addAll(group.sessions().values());
		return group;
	}

	/** The folder as a whole: nothing in the file says where it was. */
	@Test
	public void aMovedFolderOpensAsItWas() throws Exception {
		Path moved = temporary.getRoot().toPath().resolve("elsewhere/on another disk");
		Files.createDirectories(moved.getParent());
		Files.move(folder.getParent(), moved);
		OpenGroup group = reopen(moved.resolve(file.getFileName()));
		assertEquals(3, group.sessions().size());
		assertEquals(List.of(), group.notes());
		assertEquals(Set.of("H&E", "IHC", ""), roles(group));
		assertEquals("landmarks, rigid", group.group().alignments().get(0).words());
	}

	private static Set<String> roles(OpenGroup group) {
		return Set.copyOf(group.group().members().stream().map(m -> m.facts().get("Role")).toList());
	}

	/** What was renamed is told, by its key and not by its file's name, and stays; saving again keeps it and what it was aligned to. */
	@Test
	public void aRenamedSlideIsToldAndKept() throws Exception {
		Path renamed = folder.resolve("renamed" + HistologyRecipe.ENDING);
		Files.move(folder.resolve("ihc" + HistologyRecipe.ENDING), renamed);
		OpenGroup group = reopen(file);
		assertEquals(2, group.sessions().size());
		assertEquals(group.notes().toString(), 1, group.notes().size());
		assertTrue(group.notes().get(0),
				group.notes().get(0).contains("IHC") && group.notes().get(0).contains("It stays in the group"));
		assertFalse(group.notes().get(0).contains("ihc.annotomy"));
		group.save(null);
		assertEquals(3, GroupFile.read(file).members().size());
		assertEquals(1, GroupFile.read(file).alignments().size());
		close();
		Files.move(renamed, folder.resolve("ihc" + HistologyRecipe.ENDING));
		assertEquals("back where it was", 3, reopen(file).sessions().size());
	}

	/** Another slide under the old name is not taken for it. */
	@Test
	public void anotherSlideInItsPlaceIsTold() throws Exception {
		new HistologyRecipe(3000, 2000, 6, Section.IHC).write(folder.resolve("ihc" + HistologyRecipe.ENDING));
		OpenGroup group = reopen(file);
		assertEquals(2, group.sessions().size());
		assertEquals(group.notes().toString(), 1, group.notes().size());
	}

	/** Annotations that cannot be read are told with what is wrong; the other images open, and the file keeps all. */
	@Test
	public void annotationsThatCannotBeOpenedAreToldAndTheOthersOpen() throws Exception {
		Files.writeString(sidecar, "this is no annotation file");
		OpenGroup group = reopen(file);
		assertEquals(2, group.sessions().size());
		assertEquals(group.notes().toString(), 1, group.notes().size());
		assertTrue(group.notes().get(0), group.notes().get(0).contains("H&E") && group.notes().get(0).contains("annotations"));
		group.save(null);
		assertEquals(3, GroupFile.read(file).members().size());
	}

	/** What was opened before the user cancelled is closed again: its annotations are not held. */
	@Test
	public void cancellingClosesWhatWasOpened() throws Exception {
		Progress impatient = new Progress() {

			private boolean late;

			@Override
			public void update(double fraction, String doing) {
				late = late || fraction > 0.5;
			}

			@Override
			public boolean isCancelled() { return late; }
		};
		assertThrows(CancelledException.class, () -> reopen(file, impatient));
		OpenGroup group = reopen(file);
		assertEquals(group.notes().toString(), 3, group.sessions().size());
		assertEquals(List.of(), group.notes());
	}

	@Test
	public void withoutAnyImageItSaysSo() throws Exception {
		for (String name : List.of("volume.nrrd", "he" + HistologyRecipe.ENDING, "ihc" + HistologyRecipe.ENDING))
			Files.delete(folder.resolve(name));
		String message = assertThrows(IOException.class, () -> reopen(file)).getMessage();
		assertTrue(message, message.contains("None of the 3 images"));
	}
}
