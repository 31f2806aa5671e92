package org.annotomy.ui;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Robot;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.imageio.ImageIO;
import javax.swing.JTabbedPane;
import javax.swing.JTable;

import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.Plane;
import org.annotomy.annotation.shape.EllipseShape;
import org.annotomy.display.fusion.CheckPicture;
import org.annotomy.geometry.Affine;
import org.annotomy.geometry.Box;
import org.annotomy.geometry.Point;
import org.annotomy.geometry.Position;
import org.annotomy.imagej.fusion.SlideCheck;
import org.annotomy.imagej.linking.GroupLayouts;
import org.annotomy.imagej.linking.OpenGroup;
import org.annotomy.imagej.registration.ImagePair;
import org.annotomy.imagej.registration.LandmarkPoints;
import org.annotomy.imagej.registration.LandmarkRegistration;
import org.annotomy.imagej.registration.Registrations;
import org.annotomy.imagej.registration.VolumeRegistration;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.imagej.session.Marking;
import org.annotomy.imagej.slide.SlideCanvas;
import org.annotomy.imagej.slide.SlideImage;
import org.annotomy.imagej.view.SliceView;
import org.annotomy.linking.group.SyncSettings;
import org.annotomy.linking.layout.LayoutCatalog;
import org.annotomy.registration.AffineMap;
import org.annotomy.registration.LandmarkFit;
import org.annotomy.sample.BreastPhantom;
import org.annotomy.sample.ChestCtSeries;
import org.annotomy.sample.ChestPet;
import org.annotomy.sample.ChestPhantom;
import org.annotomy.sample.EchoCine;
import org.annotomy.sample.breast.MammogramView;
import org.annotomy.sample.heart.EchoView;
import org.annotomy.sample.histology.HistologyRecipe;
import org.annotomy.sample.histology.Section;
import org.annotomy.task.Progress;
import org.annotomy.ui.desk.PanelFrame;
import org.annotomy.ui.linking.GroupDesk;
import org.annotomy.ui.linking.LayoutDesk;

import ij.ImageJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.OvalRoi;
import ij.gui.PointRoi;
import ij.gui.Roi;

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

	private interface Pictures {
		void make() throws Exception;
	}

	/** @param args folder for the pictures, and which ones; without, all */
	public static void main(String[] args) throws Exception {
		new ImageJ(ImageJ.NO_SHOW);
		GroupScreenshots pictures = new GroupScreenshots(Path.of(args[0]));
		List<String> wanted = List.of(args).subList(1, args.length);
		ChestPhantom phantom = ChestPhantom.standard();
		Map<String, Pictures> all = new LinkedHashMap<>();
		all.put("mammograms", pictures::mammograms);
		all.put("two-views", pictures::twoViews);
		all.put("planes", () -> pictures.ctPlanes(phantom));
		all.put("pet-ct", () -> pictures.petCt(phantom));
		all.put("follow-up", () -> pictures.followUp(phantom));
		all.put("mr", () -> pictures.sequences(phantom));
		all.put("sections", pictures::sections);
		all.put("echo", pictures::echo);
		for (Map.Entry<String, Pictures> some : all.entrySet())
			if (wanted.isEmpty() || wanted.contains(some.getKey())) some.getValue().make();
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
		layout(group, id, 0);
	}

	private void layout(OpenGroup group, String id, int stage) throws Exception {
		GroupLayouts.Applied applied = Hand
				.ask(() -> GroupLayouts.apply(group, LayoutCatalog.with(Path.of("none")).require(id), stage));
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

	/** A mass in CC, the arc on which it must lie in MLO, and the tab that says so. */
	private void twoViews() throws Exception {
		BreastPhantom phantom = BreastPhantom.standard();
		OpenGroup four = open(phantom.write(work.resolve("two-views"), Progress.NONE), "mammography-birads");
		AnnotationSession cc = four.requireSession("mg-l-cc");
		AnnotationSession mlo = four.requireSession("mg-l-mlo");
		Hand.run(() -> {
			PanelFrame.find().setVisible(true);
			WindowManager.setCurrentWindow(cc.image().getWindow());
			PanelFrame.open();
			Hand.<JTabbedPane>find(PanelFrame.find(), "tabs").setSelectedIndex(2);
			nipple(mlo, phantom.nippleIn(MammogramView.L_MLO));
			nipple(cc, phantom.nippleIn(MammogramView.L_CC));
			Point mass = phantom.positionIn(MammogramView.L_CC, phantom.lesions().get(0));
			cc.selection().set(List.of(mark(cc, new OvalRoi(mass.x() - 55, mass.y() - 55, 110, 110), "mass")));
			mlo.selection().clear();
		});
		layout(four, "mammography-four-up");
		Hand.run(() -> Hand.<JTable>find(PanelFrame.find(), "links").setRowSelectionInterval(1, 1));
		save(four, "link-mammograms.png");
		close(four);
	}

	private static void nipple(AnnotationSession session, Point at) {
		mark(session, new PointRoi(at.x(), at.y()), "nipple");
	}

	private static UUID mark(AnnotationSession session, Roi roi, String classKey) {
		UUID id = new Marking(session).mark(roi, classKey, null, null, Map.of()).object().id();
		session.image().deleteRoi();
		return id;
	}

	private void ctPlanes(ChestPhantom phantom) throws Exception {
		OpenGroup one = open(List.of(GroupSamples.series(work.resolve("planes"), phantom, GroupSamples.CT)), "onco-chest-ct");
		layout(one, "ct-three-planes");
		Hand.run(() -> one.views().moveTo("ct", new Position(104, 110, 60)));
		save(one, "layout-ct-planes.png");
		close(one);
	}

	/** The sample PET/CT: fused in one step; a mark in the CT, its ghost, and the panel. */
	private void petCt(ChestPhantom phantom) throws Exception {
		Path root = work.resolve("pet-ct");
		new ChestCtSeries(phantom, "sample", true).write(root.resolve("ct"), Progress.NONE);
		ChestPet.standard().write(root.resolve("pet"), Progress.NONE);
		OpenGroup petCt = open(List.of(root.resolve("ct"), root.resolve("pet")), "onco-chest-ct");
		layout(petCt, "pet-ct");
		AnnotationSession session = petCt.requireSession("ct");
		Position lesion = phantom.grid().voxelToPatient().inverse().apply(phantom.centreLps(phantom.lesions().get(0)));
		Hand.run(() -> petCt.views().moveTo("ct", lesion));
		save(petCt, "layout-pet-ct.png");
		Hand.run(() -> {
			petCt.set(petCt.group().withSync(withGhosts(petCt.group().sync())));
			AnnotationObject mark = new Marking(session)
					.mark(EllipseShape.inside(new Box(lesion.x() - 7, lesion.y() - 7, 15, 15)),
							new Plane(-1, (int) Math.round(lesion.z()), 0), null, null, null, Map.of())
					.object();
			session.selection().set(List.of(mark.id()));
			PanelFrame.find().setVisible(true);
			WindowManager.setCurrentWindow(session.image().getWindow());
			PanelFrame.open();
			Hand.<JTabbedPane>find(PanelFrame.find(), "tabs").setSelectedIndex(2);
		});
		layout(petCt, "pet-ct", 1);
		Hand.run(() -> Hand.<JTable>find(PanelFrame.find(), "links").setRowSelectionInterval(1, 1));
		save(petCt, "linked-objects.png");
		close(petCt);
	}

	/** Baseline and follow-up of the sample patient, joined by a registration of their values. */
	private void followUp(ChestPhantom phantom) throws Exception {
		Path root = work.resolve("two");
		new ChestCtSeries(phantom, "sample", true).write(root.resolve("first"), Progress.NONE);
		new ChestCtSeries(phantom.later(), "follow-up", true).write(root.resolve("later"), Progress.NONE);
		OpenGroup two = open(List.of(root.resolve("first"), root.resolve("later")), "onco-chest-ct");
		VolumeRegistration.register(ImagePair.of(two.requireSession("ct-2").image(), two.requireSession("ct").image()),
				AffineMap.Kind.RIGID, null, null, Progress.NONE);
		layout(two, "baseline-follow-up");
		Position lesion = phantom.grid().voxelToPatient().inverse().apply(phantom.centreLps(phantom.lesions().get(0)));
		Hand.run(() -> two.views().moveTo("ct", lesion));
		save(two, "layout-follow-up.png");
		close(two);
	}

	/** Two sections of the sample block, registered by nuclei that both have; the second follows, turned. */
	private void sections() throws Exception {
		Path he = work.resolve("he" + HistologyRecipe.ENDING);
		Path ihc = work.resolve("ihc" + HistologyRecipe.ENDING);
		HistologyRecipe.STANDARD.write(he);
		HistologyRecipe.NEXT.write(ihc);
		OpenGroup two = open(List.of(he, ihc), "default");
		ImagePlus first = two.requireSession(two.group().members().get(0).key()).image();
		ImagePlus second = two.requireSession(two.group().members().get(1).key()).image();
		boolean swapped = first.getTitle().contains("next");
		ImagePair pair = swapped ? ImagePair.of(first, second) : ImagePair.of(second, first);
		Affine truth = Section.IHC.toFirst(60000, 45000);
		StringBuilder moving = new StringBuilder();
		StringBuilder fixed = new StringBuilder();
		for (int[] at : new int[][]{{18000, 14000}, {42000, 13000}, {20000, 33000}, {40000, 31000}, {30000, 22000}}) {
			Position there = truth.apply(at[0], at[1], 0);
			moving.append(at[0]).append(' ').append(at[1]).append("; ");
			fixed.append(there.x()).append(' ').append(there.y()).append("; ");
		}
		LandmarkRegistration.register(pair, LandmarkPoints.ofText(pair, moving.toString(), fixed.toString()),
				LandmarkFit.AFFINE, 0, null, Progress.NONE);
		layout(two, "he-ihc");
		SlideCanvas canvas = SlideImage.require(pair.fixed()).slideCanvas().orElseThrow();
		Hand.run(() -> canvas.show(new Point(30300, 21500), 0.03));
		awaitSharp(pair);
		robot.delay(3 * SETTLE_MS);
		save(two, "layout-he-ihc.png");
		Hand.run(() -> canvas.show(new Point(30300, 21500), 0.25));
		SlideCheck check = Hand.ask(() -> SlideCheck.start(pair, Registrations.require(pair, null, Progress.NONE),
				CheckPicture.CHECKERBOARD, 0.2));
		awaitSharp(pair);
		Hand.await("check drawn", check::isSharp);
		save(two, "slide-check.png");
		Hand.run(check::stop);
		close(two);
	}

	private static void awaitSharp(ImagePair pair) throws Exception {
		for (ImagePlus image : List.of(pair.fixed(), pair.moving()))
			Hand.await("sharp", () -> SlideImage.require(image).slideCanvas().orElseThrow().isSharp());
	}

	private void echo() throws Exception {
		List<Path> films = new ArrayList<>();
		for (EchoView view : EchoView.values()) {
			Path film = work.resolve(view + ".dcm");
			EchoCine.standard(view).write(film);
			films.add(film);
		}
		OpenGroup three = open(films, "default");
		layout(three, "echo-three-views");
		save(three, "layout-echo.png");
		close(three);
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
		Hand.run(() -> five.views().moveTo("mr-t1", new Position(168, 112, 60)));
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
			for (Window window : Window.getWindows())
				if ("layout bar".equals(window.getName()) && window.isShowing() && all.width > 0.75 * window.getWidth()
						&& all.y - window.getY() - window.getHeight() < 40)
					all = all.union(window.getBounds());
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
