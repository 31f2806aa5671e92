package org.annotomy.ui.drop;

import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.Transferable;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.awt.dnd.DropTargetDropEvent;
import java.nio.file.Path;
import java.util.List;

/** A drop that was accepted, as somebody else is to see it: perhaps without some of its files. */
final class ForwardedDrop extends DropTargetDropEvent {

	private static final long serialVersionUID = 1L;

	private final transient Transferable content;

	ForwardedDrop(DropTargetDropEvent original, Transferable content) {
		super(original.getDropTargetContext(), original.getLocation(), original.getDropAction(), original.getSourceActions(),
				original.isLocalTransfer());
		this.content = content;
	}

	/** It was accepted before. */
	@Override
	public void acceptDrop(int dropAction) {
		// Twice is not allowed everywhere.
	}

	@Override
	public Transferable getTransferable() { return content; }

	@Override
	public DataFlavor[] getCurrentDataFlavors() { return content.getTransferDataFlavors(); }

	@Override
	public boolean isDataFlavorSupported(DataFlavor flavor) {
		return content.isDataFlavorSupported(flavor);
	}

	/** Some files. */
	static Transferable of(List<Path> files) {
		List<java.io.File> list = files.stream().map(Path::toFile).toList();
		return new Transferable() {
			@Override
			public DataFlavor[] getTransferDataFlavors() { return new DataFlavor[]{DataFlavor.javaFileListFlavor}; }

			@Override
			public boolean isDataFlavorSupported(DataFlavor flavor) {
				return flavor.equals(DataFlavor.javaFileListFlavor);
			}

			@Override
			public Object getTransferData(DataFlavor flavor) throws UnsupportedFlavorException {
				if (!isDataFlavorSupported(flavor)) throw new UnsupportedFlavorException(flavor);
				return list;
			}
		};
	}
}
