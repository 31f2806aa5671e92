package org.annotomy.ui;

import java.awt.Component;
import java.awt.Container;
import java.awt.Dialog;
import java.awt.EventQueue;
import java.awt.Window;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import javax.swing.AbstractButton;

import ij.IJ;

/** A user's hand: events on components, as the window system would send them, so that no test hangs on who has the focus. */
final class Hand {

	private static final long LIMIT_S = 20;

	private Hand() {}

	static void run(Runnable task) throws Exception {
		EventQueue.invokeAndWait(task);
	}

	/** What the event dispatch thread says. */
	static <T> T ask(Callable<T> question) throws Exception {
		FutureTask<T> task = new FutureTask<>(question);
		EventQueue.invokeAndWait(task);
		return task.get();
	}

	/** Waits until something holds, asking on the event dispatch thread. */
	static void await(String what, Callable<Boolean> holds) throws Exception {
		long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_S);
		while (!ask(holds)) {
			if (System.nanoTime() > end) throw new IllegalStateException("waited in vain until " + what);
			LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
		}
	}

	/** Presses and releases a key on a component. @param modifiers such as {@link InputEvent#SHIFT_DOWN_MASK}, or 0 */
	static void type(Component on, int code, char character, int modifiers) throws Exception {
		run(() -> press(on, code, character, modifiers));
		run(() -> release(on, code, character, 0));
	}

	static void press(Component on, int code, char character, int modifiers) {
		on.dispatchEvent(new KeyEvent(on, KeyEvent.KEY_PRESSED, System.currentTimeMillis(), modifiers, code, character));
	}

	static void release(Component on, int code, char character, int modifiers) {
		on.dispatchEvent(new KeyEvent(on, KeyEvent.KEY_RELEASED, System.currentTimeMillis(), modifiers, code, character));
	}

	/** Drags with the left button along x0, y0, x1, y1 …; ImageJ is told of the modifiers as its own key listener would. */
	static void drag(Component on, int modifiers, int... xy) throws Exception {
		run(() -> {
			modifierKeys(modifiers);
			int held = modifiers | InputEvent.BUTTON1_DOWN_MASK;
			mouse(on, MouseEvent.MOUSE_PRESSED, held, xy[0], xy[1], MouseEvent.BUTTON1);
			for (int i = 2; i < xy.length; i += 2)
				mouse(on, MouseEvent.MOUSE_DRAGGED, held, xy[i], xy[i + 1], MouseEvent.NOBUTTON);
			mouse(on, MouseEvent.MOUSE_RELEASED, modifiers, xy[xy.length - 2], xy[xy.length - 1], MouseEvent.BUTTON1);
			modifierKeys(0);
		});
	}

	static void click(Component on, int modifiers, int x, int y) throws Exception {
		drag(on, modifiers, x, y);
	}

	/** A second press, soon after a click, that is drawn away. */
	static void doubleDrag(Component on, int... xy) throws Exception {
		click(on, 0, xy[0], xy[1]);
		run(() -> {
			on.dispatchEvent(
					new MouseEvent(on, MouseEvent.MOUSE_PRESSED, System.currentTimeMillis(), InputEvent.BUTTON1_DOWN_MASK,
							xy[0], xy[1], 2, false, MouseEvent.BUTTON1));
			for (int i = 2; i < xy.length; i += 2)
				mouse(on, MouseEvent.MOUSE_DRAGGED, InputEvent.BUTTON1_DOWN_MASK, xy[i], xy[i + 1], MouseEvent.NOBUTTON);
			mouse(on, MouseEvent.MOUSE_RELEASED, 0, xy[xy.length - 2], xy[xy.length - 1], MouseEvent.BUTTON1);
		});
	}

	/** Clicks twice at the same place. */
	static void doubleClick(Component on, int modifiers, int x, int y) throws Exception {
		click(on, modifiers, x, y);
		run(() -> {
			for (int id : new int[]{MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED})
				on.dispatchEvent(
						new MouseEvent(on, id, System.currentTimeMillis(), modifiers, x, y, 2, false, MouseEvent.BUTTON1));
		});
	}

	static void rightClick(Component on, int x, int y) throws Exception {
		run(() -> {
			on.dispatchEvent(new MouseEvent(on, MouseEvent.MOUSE_PRESSED, System.currentTimeMillis(),
					InputEvent.BUTTON3_DOWN_MASK, x, y, 1, true, MouseEvent.BUTTON3));
			mouse(on, MouseEvent.MOUSE_RELEASED, 0, x, y, MouseEvent.BUTTON3);
		});
	}

	private static void mouse(Component on, int id, int modifiers, int x, int y, int button) {
		on.dispatchEvent(new MouseEvent(on, id, System.currentTimeMillis(), modifiers, x, y, 1, false, button));
	}

	private static void modifierKeys(int modifiers) {
		set((modifiers & InputEvent.SHIFT_DOWN_MASK) != 0, KeyEvent.VK_SHIFT);
		set((modifiers & InputEvent.ALT_DOWN_MASK) != 0, KeyEvent.VK_ALT);
	}

	private static void set(boolean down, int key) {
		if (down) IJ.setKeyDown(key);
		else IJ.setKeyUp(key);
	}

	/** Clicks on a component with what may open a modal dialog, without waiting for its end. */
	static void clickOn(Component on) {
		EventQueue.invokeLater(() -> mouse(on, MouseEvent.MOUSE_CLICKED, 0, 1, 1, MouseEvent.BUTTON1));
	}

	/** The window with this title, once it shows. */
	static Window window(String title) throws Exception {
		await("a window " + title + " shows", () -> find(title) != null);
		return ask(() -> find(title));
	}

	private static Window find(String title) {
		for (Window window : Window.getWindows())
			if (window.isShowing() && window instanceof Dialog dialog && title.equals(dialog.getTitle())) return window;
		return null;
	}

	/** Presses the button with this text, which may open a modal dialog, without waiting for its end. */
	static void press(Container container, String text) throws Exception {
		AbstractButton button = ask(() -> button(container, text));
		if (button == null) throw new IllegalStateException("no button " + text);
		EventQueue.invokeLater(button::doClick);
	}

	private static AbstractButton button(Container container, String text) {
		for (Component part : container.getComponents()) {
			if (part instanceof AbstractButton button && text.equals(button.getText())) return button;
			AbstractButton inside = part instanceof Container parent ? button(parent, text) : null;
			if (inside != null) return inside;
		}
		return null;
	}

	/** The component of this name. */
	@SuppressWarnings("unchecked")
	static <T extends Component> T find(Container container, String name) {
		T found = (T) search(container, name);
		if (found == null) throw new IllegalStateException("no component " + name);
		return found;
	}

	private static Component search(Container container, String name) {
		for (Component part : container.getComponents()) {
			if (name.equals(part.getName())) return part;
			Component inside = part instanceof Container parent ? search(parent, name) : null;
			if (inside != null) return inside;
		}
		return null;
	}
}
