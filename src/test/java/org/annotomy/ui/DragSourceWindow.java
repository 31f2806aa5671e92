package org.annotomy.ui;

import java.awt.Color;
import java.awt.EventQueue;
import java.awt.Graphics;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.Transferable;
import java.awt.event.MouseEvent;
import java.awt.event.MouseMotionAdapter;
import java.io.File;
import java.util.List;
import java.util.stream.Stream;

import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.SwingConstants;
import javax.swing.TransferHandler;

/** Another program, such as a file manager: a window from which files can be dragged with the mouse. Writes where it is once it is
 * seen, then what became of each drag. */
public final class DragSourceWindow extends TransferHandler {

	private static final long serialVersionUID = 1L;

	private final transient List<File> files;

	private DragSourceWindow(List<File> files) {
		this.files = files;
	}

	/** @param args where the window is to be, x and y, and the files */
	public static void main(String[] args) {
		EventQueue.invokeLater(() -> {
			JLabel label = new JLabel("files", SwingConstants.CENTER) {
				private static final long serialVersionUID = 1L;
				private boolean seen;

				@Override
				protected void paintComponent(Graphics g) {
					super.paintComponent(g);
					if (!seen) say(getLocationOnScreen().x + " " + getLocationOnScreen().y);
					seen = true;
				}
			};
			label.setOpaque(true);
			label.setBackground(Color.WHITE);
			label.setTransferHandler(new DragSourceWindow(Stream.of(args).skip(2).map(File::new).toList()));
			label.addMouseMotionListener(new MouseMotionAdapter() {
				@Override
				public void mouseDragged(MouseEvent e) {
					label.getTransferHandler().exportAsDrag(label, e, COPY);
				}
			});
			JFrame frame = new JFrame("files");
			frame.setUndecorated(true);
			frame.add(label);
			frame.setBounds(Integer.parseInt(args[0]), Integer.parseInt(args[1]), RealDragSession.SOURCE_WIDTH,
					RealDragSession.SOURCE_HEIGHT);
			frame.setVisible(true);
		});
	}

	private static void say(String words) {
		System.out.println(words);
		System.out.flush();
	}

	@Override
	public int getSourceActions(JComponent component) {
		return COPY;
	}

	@Override
	protected Transferable createTransferable(JComponent component) {
		return new FileList(files);
	}

	@Override
	protected void exportDone(JComponent component, Transferable content, int action) {
		say(action == COPY ? "copied" : "not taken");
	}

	/** Files as the clipboard and drags have them. */
	record FileList(List<File> files) implements Transferable {

		@Override
		public DataFlavor[] getTransferDataFlavors() { return new DataFlavor[]{DataFlavor.javaFileListFlavor}; }

		@Override
		public boolean isDataFlavorSupported(DataFlavor flavor) {
			return flavor.equals(DataFlavor.javaFileListFlavor);
		}

		@Override
		public Object getTransferData(DataFlavor flavor) { return files; }
	}
}
