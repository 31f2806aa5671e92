package org.annotomy.imagej.linking;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.file.Path;
import java.util.List;

import org.annotomy.command.segment.SegmentBench;
import org.annotomy.geometry.Position;
import org.annotomy.imagej.fusion.Fusion;
import org.annotomy.imagej.view.ExtraView;
import org.annotomy.imagej.view.SliceView;
import org.annotomy.linking.layout.Layout;
import org.annotomy.linking.layout.Layout.Cell;
import org.annotomy.linking.layout.LayoutCatalog;
import org.annotomy.sample.ChestCtSeries;
import org.annotomy.sample.ChestPet;
import org.annotomy.sample.ChestPhantom;
import org.annotomy.sample.chest.Lesion;
import org.annotomy.task.Progress;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

import ij.gui.OvalRoi;
import ij.measure.ResultsTable;

/** The sample PET over its CT, in windows of a layout, without a display. */
public class FusedViewsTest {

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private final ChestPhantom phantom = ChestPhantom.of(128, 128, 80, 2.8, 4);
	private final Lesion metastasis = phantom.lesions().get(5);
	private SegmentBench ct;
	private SegmentBench pet;
	private OpenGroup group;

	@Before
	public void open() throws Exception {
		Path root = folder.getRoot().toPath();
		new ChestCtSeries(phantom, "fused", true).write(root.resolve("ct"), Progress.NONE);
		new ChestPet(ChestPhantom.of(88, 88, 72, 4.07, 4.4), "fused").write(root.resolve("pet"), Progress.NONE);
		ct = SegmentBench.open(root.resolve("ct"), "default");
		pet = SegmentBench.open(root.resolve("pet"), "default");
		group = OpenGroup.gather("pet-ct", List.of(ct.session(), pet.session()));
	}

	@After
	public void close() throws Exception {
		ct.session().close();
		pet.session().close();
	}

	private GroupLayouts.Applied apply() {
		Layout layout = GroupLayouts.suggest(group, LayoutCatalog.with(Path.of("nowhere")));
		assertEquals("pet-ct", layout.id());
		return GroupLayouts.apply(group, layout, 0);
	}

	private SliceView fused(GroupLayouts.Applied applied, String plane) {
		Cell cell = applied.shown().cells().stream().filter(c -> c.fused() != null && c.plane().equals(plane)).findFirst()
				.orElseThrow();
		return FusedViews.open(group, applied.match(), cell);
	}

	/** In one step: the place of a finding in all views, and both images measured there in HU and SUV. */
	@Test
	public void aFindingIsMeasuredInBothInAFusedView() throws Exception {
		GroupLayouts.Applied applied = apply();
		assertEquals(List.of(), applied.notes());
		for (String plane : List.of("axial", "coronal")) {
			SliceView view = fused(applied, plane);
			assertSame("made once", view.image(), fused(applied, plane).image());
			assertFalse("the CT alone stays alone", Fusion.of(ct.session().image()).isPresent());
			Position voxel = phantom.grid().voxelToPatient().inverse().apply(phantom.centreLps(metastasis));
			group.views().moveTo(GroupBench.key(ct), voxel);
			assertEquals(plane, Math.round(view.across().along(voxel)), view.slice());
			var at = view.plane().pixelOf(voxel);
			double r = 8 / view.pixelSpacing().xMm();
			view.image().setRoi(new OvalRoi(at.x() - r, at.y() - r, 2 * r, 2 * r));
			ResultsTable measured = org.annotomy.imagej.fusion.FusedMeasures.of(view.image());
			assertEquals("HU", measured.getStringValue("Unit", 0));
			assertEquals("g/ml", measured.getStringValue("Unit", 1));
			assertEquals(metastasis.hu(), measured.getValue("Mean", 0), 5);
			assertEquals("the middle of a large lesion is not blurred away", ChestPet.suv(metastasis),
					measured.getValue("Mean", 1), 0.04 * ChestPet.suv(metastasis));
		}
	}

	@Test
	public void theTableTellsWhatLiesOverWhat() {
		ResultsTable table = GroupLayouts.table(apply());
		assertEquals(6, table.size());
		assertEquals("", table.getStringValue("Over it", 0));
		assertEquals("pt, hot iron", table.getStringValue("Over it", 2));
	}

	/** A view that is open follows what is said of the two images, and back. */
	@Test
	public void alignmentsMoveTheUpperImage() {
		SliceView view = fused(apply(), "axial");
		Fusion fusion = Fusion.of(view.image()).orElseThrow();
		assertEquals(0, fusion.toLower().apply(Position.ORIGIN).norm(), 1e-9);
		Alignments.offset(group, GroupBench.key(pet), GroupBench.key(ct), new Position(5, 0, 0));
		assertEquals(5, fusion.toLower().apply(Position.ORIGIN).x(), 1e-9);
		group.takeBackAlignment();
		assertEquals(0, fusion.toLower().apply(Position.ORIGIN).norm(), 1e-9);
	}

	@Test
	public void viewsEndWithTheirImage() throws Exception {
		SliceView view = fused(apply(), "axial");
		assertEquals(List.of(view), ExtraView.of(ct.session()));
		assertTrue(ViewMemories.of(group).isEmpty());
		ct.session().close();
		assertEquals(List.of(), ExtraView.of(ct.session()));
	}

	@Test
	public void imagesThatNobodyAlignedAreNotFused() throws Exception {
		Path root = folder.getRoot().toPath();
		new ChestPet(ChestPhantom.of(44, 44, 36, 8.14, 8.8), "another frame").write(root.resolve("other"), Progress.NONE);
		SegmentBench other = SegmentBench.open(root.resolve("other"), "default");
		group = OpenGroup.gather("two frames", List.of(ct.session(), other.session()));
		GroupLayouts.Applied applied = apply();
		String message = assertThrows(IllegalArgumentException.class, () -> fused(applied, "axial")).getMessage();
		assertTrue(message, message.contains("Register them"));
		assertEquals(List.of(), ExtraView.of(ct.session()));
		other.session().close();
	}
}
