package org.annotomy.ui.drop;

import java.awt.Component;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.Transferable;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.awt.dnd.DnDConstants;
import java.awt.dnd.DropTarget;
import java.awt.dnd.DropTargetDragEvent;
import java.awt.dnd.DropTargetDropEvent;
import java.awt.dnd.DropTargetEvent;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.annotomy.image.ImageReaders;

/**
 * Takes from what is dropped on a component what opens here, and leaves all else to what took drops before. A component that took none
 * before is ours: there everything opens here.
 */
final class StudyDropTarget extends DropTarget {

	private static final long serialVersionUID = 1L;

	private final transient Consumer<List<Path>> opener;
	private final DropTarget before;

	private StudyDropTarget(Component component, DropTarget before, Consumer<List<Path>> opener) {
		super(component, DnDConstants.ACTION_COPY, null, true);
		this.before = before;
		this.opener = opener;
	}

	/** Does nothing if that was done already. @param opener gets what opens here */
	static void install(Component component, Consumer<List<Path>> opener) {
		if (component == null || component.getDropTarget() instanceof StudyDropTarget) return;
		new StudyDropTarget(component, component.getDropTarget(), opener);
	}

	/** Takes it away again; what was there before takes the drops. */
	static void remove(Component component) {
		if (component.getDropTarget() instanceof StudyDropTarget ours) component.setDropTarget(ours.before);
	}

	@Override
	public synchronized void dragEnter(DropTargetDragEvent event) {
		if (before != null) before.dragEnter(event);
		else event.acceptDrag(DnDConstants.ACTION_COPY);
	}

	@Override
	public synchronized void dragOver(DropTargetDragEvent event) {
		if (before != null) before.dragOver(event);
		else event.acceptDrag(DnDConstants.ACTION_COPY);
	}

	@Override
	public synchronized void dropActionChanged(DropTargetDragEvent event) {
		if (before != null) before.dropActionChanged(event);
	}

	@Override
	public synchronized void dragExit(DropTargetEvent event) {
		if (before != null) before.dragExit(event);
	}

	@Override
	public synchronized void drop(DropTargetDropEvent event) {
		event.acceptDrop(DnDConstants.ACTION_COPY);
		Transferable content = event.getTransferable();
		List<Path> files = files(content);
		DropChoice choice = before == null ? new DropChoice(files, List.of()) : DropChoice.of(files, ImageReaders.discover());
		if (choice.ours().isEmpty()) {
			leave(event, content);
			return;
		}
		if (choice.theirs().isEmpty()) event.dropComplete(true);
		else leave(event, ForwardedDrop.of(choice.theirs()));
		opener.accept(choice.ours());
	}

	private void leave(DropTargetDropEvent event, Transferable content) {
		if (before != null) before.drop(new ForwardedDrop(event, content));
		else event.dropComplete(false);
	}

	/** None if something else was dropped, such as a text or an address. */
	private static List<Path> files(Transferable content) {
		List<Path> files = new ArrayList<>();
		try {
			if (!content.isDataFlavorSupported(DataFlavor.javaFileListFlavor)) return files;
			for (Object file : (List<?>) content.getTransferData(DataFlavor.javaFileListFlavor))
				files.add(((File) file).toPath());
			return files;
		} catch (UnsupportedFlavorException | IOException | RuntimeException e) {
			return List.of();
		}
	}
}
