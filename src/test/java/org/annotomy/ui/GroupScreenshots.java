package org.annotomy.ui;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Robot;
import java.awt.Toolkit;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import javax.imageio.ImageIO;
import javax.swing.JTabbedPane;
import javax.swing.JTable;

import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.Plane;
import org.annotomy.annotation.shape.EllipseShape;
import org.annotomy.geometry.Box;
import org.annotomy.geometry.Position;
import org.annotomy.imagej.linking.Alignments;
import org.annotomy.imagej.linking.GroupLayouts;
import org.annotomy.imagej.linking.OpenGroup;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.imagej.session.Marking;
import org.annotomy.imagej.view.SliceView;
import org.annotomy.linking.group.SyncSettings;
import org.annotomy.linking.layout.LayoutCatalog;
import org.annotomy.sample.ChestPhantom;
import org.annotomy.ui.desk.PanelFrame;
import org.annotomy.ui.linking.GroupDesk;
import org.annotomy.ui.linking.LayoutDesk;

import ij.ImageJ;
import ij.WindowManager;

/** Makes the pictures of layouts and linked marks of the documentation from sample images. */
public final class GroupScreenshots {

	private static final int SETTLE_MS = 700;
	private static final double WIDEST = 860;

	private final Path images;
	private final Path work = Files.createTempDirectory("annotomy-groups");
	private final Robot robot = new Robot();

	private GroupScreenshots(Path images) throws Exception {
		this.images = Files.createDirectories(images);
	}

	/** @param args folder for the pictures */
	public static void main(String[] args) throws Exception {
		new ImageJ(ImageJ.NO_SHOW);
		GroupScreenshots pictures = new GroupScreenshots(Path.of(args[0]));
		pictures.mammograms();
		ChestPhantom phantom = ChestPhantom.standard();
		pictures.ctPlanes(phantom);
		pictures.pairs(phantom);
		pictures.sequences(phantom);
		System.exit(0);
	}

	private OpenGroup open(List<Path> paths, String protocol) throws Exception {
		List<AnnotationSession> sessions = new ArrayList<>();
		for (Path path : paths)
			sessions.add(DeskFixture.open(path, protocol));
		Hand.run(() -> PanelFrame.find().setVisible(false));
		OpenGroup group = Hand.ask(() -> OpenGroup.gather("sample", sessions));
		GroupDesk.seat(group);
		return group;
	}

	private void layout(OpenGroup group, String id) throws Exception {
		GroupLayouts.Applied applied = Hand
				.ask(() -> GroupLayouts.apply(group, LayoutCatalog.with(Path.of("none")).require(id), 0));
		LayoutDesk.show(group, applied);
	}

	private void close(OpenGroup group) throws Exception {
		List<AnnotationSession> sessions = new ArrayList<>(group.sessions().values());
		for (AnnotationSession session : sessions)
			Hand.run(() -> session.image().close());
		Hand.await("closed", () -> sessions.stream().allMatch(AnnotationSession::isClosed));
	}

	private void mammograms() throws Exception {
		OpenGroup four = open(GroupSamples.files(GroupSamples.mammograms(work.resolve("mg"), 0.3)), "mammography-birads");
		layout(four, "mammography-four-up");
		save(four, "layout-mammography.png");
		close(four);
	}

	private void ctPlanes(ChestPhantom phantom) throws Exception {
		OpenGroup one = open(List.of(GroupSamples.series(work.resolve("planes"), phantom, GroupSamples.CT)), "onco-chest-ct");
		layout(one, "ct-three-planes");
		Hand.run(() -> one.views().moveTo("ct", new Position(104, 110, 60)));
		save(one, "layout-ct-planes.png");
		close(one);
	}

	/** PET/CT with a mark, its ghosts and the panel; baseline and follow-up under an offset. */
	private void pairs(ChestPhantom phantom) throws Exception {
		Path root = work.resolve("pairs");
		Path ct = GroupSamples.series(root, phantom, GroupSamples.CT);
		OpenGroup petCt = open(List.of(ct, GroupSamples.series(root, phantom, GroupSamples.PET)), "onco-chest-ct");
		layout(petCt, "pet-ct");
		String key = "ct";
		AnnotationSession session = petCt.requireSession(key);
		Position lesion = phantom.grid().voxelToPatient().inverse().apply(phantom.centreLps(phantom.lesions().get(0)));
		Hand.run(() -> {
			petCt.set(petCt.group().withSync(withGhosts(petCt.group().sync())));
			petCt.views().moveTo(key, lesion);
			AnnotationObject mark = new Marking(session)
					.mark(EllipseShape.inside(new Box(lesion.x() - 7, lesion.y() - 7, 15, 15)),
							new Plane(-1, (int) Math.round(lesion.z()), 0), null, null, null, Map.of())
					.object();
			session.selection().set(List.of(mark.id()));
		});
		save(petCt, "layout-pet-ct.png");
		Hand.run(() -> {
			PanelFrame.find().setVisible(true);
			WindowManager.setCurrentWindow(session.image().getWindow());
			PanelFrame.open();
			Hand.<JTabbedPane>find(PanelFrame.find(), "tabs").setSelectedIndex(2);
		});
		layout(petCt, "pet-ct");
		Hand.run(() -> Hand.<JTable>find(PanelFrame.find(), "links").setRowSelectionInterval(1, 1));
		save(petCt, "linked-objects.png");
		close(petCt);
		OpenGroup two = open(List.of(ct, GroupSamples.series(root, phantom, GroupSamples.LATER)), "onco-chest-ct");
		Hand.run(() -> Alignments.offset(two, "ct", "ct-2", Position.ORIGIN));
		layout(two, "baseline-follow-up");
		Hand.run(() -> two.views().moveTo("ct", lesion));
		save(two, "layout-follow-up.png");
		close(two);
	}

	private static SyncSettings withGhosts(SyncSettings sync) {
		return new SyncSettings(sync.scroll(), sync.pan(), sync.zoom(), sync.crosshair(), sync.window(), sync.referenceLines(),
				SyncSettings.Ghosts.ALL);
	}

	private void sequences(ChestPhantom phantom) throws Exception {
		List<Path> series = new ArrayList<>();
		for (GroupSamples.Kind kind : GroupSamples.MR)
			series.add(GroupSamples.series(work.resolve("mr"), phantom, kind));
		OpenGroup five = open(series, "default");
		layout(five, "mr-brain");
		Hand.run(() -> five.views().moveTo("mr-t1", new Position(60, 60, 30)));
		save(five, "layout-mr.png");
		close(five);
	}

	/** What the windows of a group, and the panel, take of the screen. */
	private void save(OpenGroup group, String name) throws Exception {
		Hand.run(() -> {});
		robot.delay(SETTLE_MS);
		Rectangle area = Hand.ask(() -> {
			Rectangle all = new Rectangle(0, 0, -1, -1);
			for (SliceView view : group.views().all())
				if (view.image().getWindow() != null && view.image().getWindow().isVisible())
					all = all.union(view.image().getWindow().getBounds());
			return PanelFrame.find().isVisible() ? all.union(PanelFrame.find().getBounds()) : all;
		});
		BufferedImage all = robot
				.createScreenCapture(area.intersection(new Rectangle(Toolkit.getDefaultToolkit().getScreenSize())));
		double scale = Math.min(0.625, WIDEST / all.getWidth());
		BufferedImage small = new BufferedImage((int) (all.getWidth() * scale), (int) (all.getHeight() * scale),
				BufferedImage.TYPE_INT_RGB);
		Graphics2D g = small.createGraphics();
		g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
		g.drawImage(all, 0, 0, small.getWidth(), small.getHeight(), null);
		g.dispose();
		ImageIO.write(small, "png", images.resolve(name).toFile());
	}
}
