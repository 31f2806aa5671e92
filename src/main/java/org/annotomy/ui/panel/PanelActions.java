package org.annotomy.ui.panel;

/** What the buttons of the panel do that the panel itself cannot: they open windows or need the image. */
public interface PanelActions {

	/** Marks the drawn selection with the class of this key. */
	void mark(String classKey);

	/** Writes the sidecar now. */
	void save();

	/** Shows the measurements of all objects. */
	void measure();

	/** Checks the protocol and marks the work as complete, or takes it up again. */
	void toggleComplete();

	/** Asks for another protocol. */
	void changeProtocol();

	/** Lists the versions that are kept. */
	void versions();
}
