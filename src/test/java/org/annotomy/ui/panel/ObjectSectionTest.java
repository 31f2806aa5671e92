package org.annotomy.ui.panel;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.awt.Component;
import java.awt.Container;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import javax.swing.JLabel;
import javax.swing.JTable;
import javax.swing.JTextField;
import javax.swing.RowSorter.SortKey;
import javax.swing.SortOrder;
import javax.swing.table.TableRowSorter;

import org.annotomy.annotation.ObjectIds;
import org.annotomy.annotation.detection.Cells;
import org.annotomy.annotation.detection.DetectionSet;
import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.Appearance;
import org.annotomy.annotation.model.Plane;
import org.annotomy.annotation.shape.EllipseShape;
import org.annotomy.annotation.shape.RectangleShape;
import org.annotomy.command.segment.SegmentBench;
import org.annotomy.geometry.Box;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.imagej.session.AnnotationSession;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The table of objects with detections in it: sorted and filtered as Swing's own sorter would, and what the filter does to the selection. */
public class ObjectSectionTest {

	private static final int CELLS = 1500;

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private final ObjectSection section = new ObjectSection((words, refusal) -> {});
	private final List<AnnotationObject> cells = Cells.some(CELLS, 50, 4, 5);
	private AnnotationSession session;
	private JTable table;
	private JTextField filter;
	private JLabel hidden;

	@Before
	public void open() throws Exception {
		session = SegmentBench.open(folder.getRoot().toPath(), new VolumeSize(200, 200, 3), (x, y, z) -> x).session();
		session.document().edit("Some").put(named("b", 1)).put(named("a", 2)).put(named("B", 0))
				.put(AnnotationObject.builder(EllipseShape.inside(new Box(9, 9, 9, 9)), Plane.FIRST)
						.appearance(Appearance.DEFAULT.withVisible(false)).build())
				.addDetections(Cells.blocks(cells, 100)).apply();
		section.show(session);
		table = find(section.component(), "objects");
		filter = find(section.component(), "filter");
		hidden = find(section.component(), "hidden selected");
	}

	private static AnnotationObject named(String name, int slice) {
		return AnnotationObject.builder(RectangleShape.of(20, 20, 50, 50), Plane.slice(slice)).name(name).build();
	}

	@SuppressWarnings("unchecked")
	private static <T extends Component> T find(Container in, String name) {
		for (Component part : in.getComponents()) {
			if (name.equals(part.getName())) return (T) part;
			T inside = part instanceof Container container ? find(container, name) : null;
			if (inside != null) return inside;
		}
		return null;
	}

	private List<Integer> order() {
		return IntStream.range(0, table.getRowCount()).map(table::convertRowIndexToModel).boxed().toList();
	}

	/** Selected rows of the model. */
	private Set<Integer> selectedRows() {
		return Arrays.stream(table.getSelectedRows()).map(table::convertRowIndexToModel).boxed().collect(Collectors.toSet());
	}

	private void select(AnnotationObject... objects) {
		session.selection().set(Arrays.stream(objects).map(AnnotationObject::id).toList());
		section.refresh();
	}

	private AnnotationObject first(String classKey) {
		return session.document().detections().objects().stream().filter(o -> classKey.equals(o.classKey())).findFirst()
				.orElseThrow();
	}

	private int viewRow(AnnotationObject object) {
		return table.convertRowIndexToView(session.document().objects().indexOf(object));
	}

	@Test
	public void rowsStandAsSwingsOwnSorterWouldPutThem() {
		TableRowSorter<ObjectRows> twin = new TableRowSorter<>((ObjectRows) table.getModel());
		for (int column = 1; column < ObjectRows.DEPTH; column++)
			for (int times = 0; times < 2; times++) {
				table.getRowSorter().toggleSortOrder(column);
				twin.toggleSortOrder(column);
				List<Integer> expected = IntStream.range(0, twin.getViewRowCount()).map(twin::convertRowIndexToModel).boxed()
						.toList();
				assertEquals("column " + column + ", click " + times, expected, order());
				for (int view = 0; view < expected.size(); view += 7)
					assertEquals(view, table.convertRowIndexToView(expected.get(view)));
			}
	}

	@Test
	public void theFilterLooksAtNameClassAndKind() {
		filter.setText("tum");
		assertEquals(cells.stream().filter(cell -> cell.classKey().equals("tumor")).count(), table.getRowCount());
		filter.setText("B");
		assertEquals("either case", List.of(0, 2), order());
		table.getRowSorter().setSortKeys(List.of(new SortKey(3, SortOrder.ASCENDING)));
		assertEquals("sorted by slice", List.of(2, 0), order());
		filter.setText("");
		assertEquals(CELLS + 4, table.getRowCount());
		table.getRowSorter().setSortKeys(null);
		assertEquals(IntStream.range(0, CELLS + 4).boxed().toList(), order());
	}

	@Test
	public void whatComesLaterIsFilteredAndSortedToo() {
		filter.setText("stroma");
		int before = table.getRowCount();
		AnnotationObject one = first("tumor");
		session.document().edit("Change class").put(one.toBuilder().classKey("stroma").build()).apply();
		session.document().edit("More").put(named("stroma", 1)).apply();
		section.refresh();
		assertEquals(before + 2, table.getRowCount());
	}

	@Test
	public void whatTheFilterHidesStaysSelectedAndThatIsSaid() {
		AnnotationObject tumor = first("tumor");
		AnnotationObject stroma = first("stroma");
		select(tumor, stroma);
		Set<Integer> both = selectedRows();
		assertEquals(2, both.size());
		assertFalse(hidden.isVisible());
		filter.setText("tumor");
		assertEquals(Set.of(tumor.id(), stroma.id()), Set.copyOf(session.selection().set()));
		assertEquals(1, table.getSelectedRowCount());
		assertTrue(hidden.isVisible());
		assertEquals("1 more object is selected, and hidden by the filter.", hidden.getText());
		filter.setText("");
		assertEquals(both, selectedRows());
		assertFalse(hidden.isVisible());
	}

	@Test
	public void aClickChoosesAnewAndOneWithControlAddsToWhatIsHidden() {
		AnnotationObject tumor = first("tumor");
		AnnotationObject stroma = first("stroma");
		AnnotationObject named = session.document().individualObjects().get(0);
		select(stroma);
		filter.setText("tumor");
		table.changeSelection(viewRow(tumor), 1, true, false);
		assertEquals(Set.of(tumor.id(), stroma.id()), Set.copyOf(session.selection().set()));
		section.refresh();
		filter.setText("b");
		table.changeSelection(viewRow(named), 1, false, false);
		assertEquals(Set.of(named.id()), Set.copyOf(session.selection().set()));
	}

	private void giveAll(String classKey) {
		DetectionSet all = DetectionSet.ofKind(session.document().detections(), kind -> true);
		session.document().edit("Change class").change(all, cell -> cell.toBuilder().classKey(classKey).build()).apply();
		section.refresh();
	}

	@Test
	public void thousandsThatChangeTheirClassStaySelectedAndAreFilteredAnew() {
		session.selection().set(session.document().detections().objects().stream().map(AnnotationObject::id).toList());
		section.refresh();
		giveAll("stroma");
		assertEquals(CELLS, table.getSelectedRowCount());
		assertEquals("stroma", table.getValueAt(CELLS, 2));
		filter.setText("stroma");
		assertEquals(CELLS, table.getRowCount());
		giveAll("tumor");
		assertEquals(0, table.getRowCount());
		filter.setText("");
		assertEquals(CELLS, table.getSelectedRowCount());
	}

	@Test
	public void thousandsStaySelectedBehindAFilter() {
		List<UUID> all = new ArrayList<>();
		session.document().detections().objects().forEach(cell -> all.add(cell.id()));
		session.selection().set(ObjectIds.of(all, session.document()));
		section.refresh();
		assertEquals(CELLS, table.getSelectedRowCount());
		filter.setText("tumor");
		assertEquals(CELLS, session.selection().set().size());
		assertEquals("all that are seen", table.getRowCount(), table.getSelectedRowCount());
		table.getRowSorter().toggleSortOrder(2);
		assertEquals(CELLS, session.selection().set().size());
		assertEquals(table.getRowCount(), table.getSelectedRowCount());
	}
}
