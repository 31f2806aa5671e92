package org.annotomy.ui.view;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.Window;
import java.util.List;
import java.util.stream.Stream;

import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.WindowConstants;

import org.annotomy.annotation.DocumentListener;
import org.annotomy.display.scene.Camera;
import org.annotomy.display.scene.Picture;
import org.annotomy.display.scene.Surface;
import org.annotomy.geometry.Affine;
import org.annotomy.geometry.Position;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.imagej.view.Crosshair;
import org.annotomy.imagej.view.OrthogonalViews;
import org.annotomy.imagej.view.SliceView;
import org.annotomy.ui.dialog.EventThread;

/** The window "Segments in 3D": the surfaces of a session's visible segments; follows every edit, and closes with the session. */
public final class SurfaceFrame extends JFrame {

	private static final long serialVersionUID = 1;
	private static final String TITLE = "Segments in 3D";
	private static final Dimension SIZE = new Dimension(640, 680);
	private static final Position LEFT = new Position(1, 0, 0);
	private static final Position BACK = new Position(0, 1, 0);
	private static final Position FEET = new Position(0, 0, -1);

	private final transient AnnotationSession session;
	private final transient SurfaceBuilder builder;
	private final transient DocumentListener edits;
	private final transient Runnable closing = this::dispose;
	private final transient Affine place;
	private final SurfaceCanvas canvas;
	private final JLabel state = new JLabel("Making surfaces…");
	private final JCheckBox seeThrough = new JCheckBox("See-through", true);
	private transient List<Surface> surfaces = List.of();

	private SurfaceFrame(AnnotationSession session) {
		super(TITLE);
		this.session = session;
		boolean inPatient = session.source().voxelToPatient() != null;
		place = inPatient ? session.source().voxelToPatient() : Affine.scaling(session.segments().volume().spacing());
		canvas = new SurfaceCanvas(inPatient ? Camera.fromFront() : Camera.alongSlices(), inPatient);
		canvas.onPick(this::jump);
		builder = new SurfaceBuilder(session, this::show, words -> state.setText("  " + words));
		edits = (edit, cause) -> builder.changed(edit);
		add(canvas, BorderLayout.CENTER);
		add(buttons(inPatient), BorderLayout.NORTH);
		state.setName("state");
		add(state, BorderLayout.SOUTH);
		setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
		setSize(SIZE);
	}

	/** Opens the window of a session, or brings it to the front. May be called from any thread. */
	public static void open(AnnotationSession session) {
		EventThread.run(() -> {
			SurfaceFrame open = find(session);
			if (open == null) {
				open = new SurfaceFrame(session);
				open.start();
			}
			open.setVisible(true);
			open.toFront();
		});
	}

	/** The open window of a session, or null. */
	public static SurfaceFrame find(AnnotationSession session) {
		return Stream.of(Window.getWindows())
				.filter(w -> w instanceof SurfaceFrame frame && frame.session == session && w.isDisplayable())
				.map(w -> (SurfaceFrame) w).findFirst().orElse(null);
	}

	private void start() {
		session.document().addListener(edits);
		session.onClose(closing);
		Window image = session.image().getWindow();
		if (image != null) setLocation(image.getX() + 40, image.getY() + 40);
		builder.start();
	}

	@Override
	public void dispose() {
		session.document().removeListener(edits);
		session.offClose(closing);
		builder.stop();
		super.dispose();
	}

	private JPanel buttons(boolean inPatient) {
		JPanel bar = new JPanel(new FlowLayout(FlowLayout.LEFT, 4, 2));
		bar.add(button("Fit", "Shows all of it", canvas::fit));
		if (inPatient) {
			bar.add(button("Front", "From in front", () -> canvas.from(LEFT, FEET)));
			bar.add(button("Back", "From behind", () -> canvas.from(LEFT.times(-1), FEET)));
			bar.add(button("Left", "From the patient's left", () -> canvas.from(BACK, FEET)));
			bar.add(button("Right", "From the patient's right", () -> canvas.from(BACK.times(-1), FEET)));
			bar.add(button("Feet", "From the feet, as axial slices are seen", () -> canvas.from(LEFT, BACK)));
		}
		seeThrough.setName("see-through");
		seeThrough.setToolTipText("Shows segments as translucent as on slices; else all are solid");
		seeThrough.setFocusable(false);
		seeThrough.addActionListener(e -> look());
		bar.add(seeThrough);
		return bar;
	}

	private static JButton button(String text, String tip, Runnable action) {
		JButton button = new JButton(text);
		button.setName(text);
		button.setToolTipText(tip);
		button.setFocusable(false);
		button.addActionListener(e -> action.run());
		return button;
	}

	private void show(List<Surface> made) {
		surfaces = made;
		int triangles = made.stream().mapToInt(s -> s.mesh().triangles()).sum();
		state.setText(made.isEmpty()
				? "No visible segments."
				: String.format("  %d segment%s, %,d triangles · drag turns · Shift+drag shifts · wheel zooms · click jumps",
						made.size(),
						made.size() == 1 ? "" : "s", triangles));
		look();
	}

	private void look() {
		canvas.show(seeThrough.isSelected() ? surfaces : surfaces.stream().map(s -> s.look(s.rgb(), 1)).toList());
	}

	/** Brings the place on display in all views. A surface runs between two voxels: the one meant lies behind it. */
	private void jump(Picture.Hit hit) {
		var spacing = place.spacing();
		double half = Math.min(spacing.xMm(), Math.min(spacing.yMm(), spacing.zMm())) / 2;
		Position voxel = place.inverse().apply(hit.place().plus(canvas.camera().forward().times(half)));
		canvas.mark(hit.place());
		OrthogonalViews.of(session.image()).map(OrthogonalViews::crosshair).ifPresentOrElse(crosshair -> move(crosshair, voxel),
				() -> SliceView.of(session.image()).ifPresent(view -> view.show((int) Math.round(voxel.z()))));
	}

	private static void move(Crosshair crosshair, Position voxel) {
		crosshair.moveTo(voxel);
	}

	/** What is drawn. */
	SurfaceCanvas canvas() {
		return canvas;
	}
}
