package org.annotomy.ui.slide;

import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

import javax.swing.JComponent;
import javax.swing.JList;
import javax.swing.JPopupMenu;
import javax.swing.JScrollPane;
import javax.swing.ListSelectionModel;

import org.annotomy.slide.FileImages;

/** The images of a slide's file by name, of which a click opens one; scrolled if they are many. */
final class ImagesMenu extends JPopupMenu {

	private static final long serialVersionUID = 1L;

	private static final int MOST_ROWS = 16;

	/** @param open hears the index of the chosen one; not of the one that is open */
	ImagesMenu(FileImages images, IntConsumer open) {
		// The canvas is a heavyweight: so is the menu, else it would lie below.
		setLightWeightPopupEnabled(false);
		JList<String> list = new JList<>(IntStream.range(0, images.count()).mapToObj(images::words).toArray(String[]::new));
		list.setName("images of the file");
		list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
		list.setVisibleRowCount(Math.min(MOST_ROWS, images.count()));
		list.setSelectedIndex(images.shown());
		list.ensureIndexIsVisible(images.shown());
		list.addMouseListener(new MouseAdapter() {
			@Override
			public void mouseReleased(MouseEvent e) {
				setVisible(false);
				int index = list.locationToIndex(e.getPoint());
				if (index != images.shown()) open.accept(index);
			}
		});
		add(new JScrollPane(list));
	}

	/** Opens above the button. */
	void show(JComponent button) {
		show(button, 0, -getPreferredSize().height);
	}
}
