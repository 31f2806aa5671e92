package org.annotomy.ui.study;

import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import javax.swing.JTextArea;

import org.annotomy.task.CancelledException;
import org.annotomy.task.Progress;

/**
 * Does one piece of work at a time off the event dispatch thread and tells of it: what is done, how far it is, a button to cancel, and what
 * came of it. All methods are called on the event dispatch thread.
 */
public final class TaskLine {

	private static final Color PROBLEM = new Color(0xc03020);
	private static final int STEPS = 1000;

	private final JPanel panel = new JPanel(new BorderLayout(8, 0));
	private final JTextArea words = new JTextArea(2, 40);
	private final Color normal = words.getForeground();
	private final JProgressBar bar = new JProgressBar(0, STEPS);
	private final JButton cancel = new JButton("Cancel");
	private final ExecutorService worker = Executors.newSingleThreadExecutor(TaskLine::daemon);
	private Running running;
	private Runnable waiting;

	public TaskLine() {
		words.setName("words");
		words.setEditable(false);
		words.setFocusable(false);
		words.setOpaque(false);
		words.setLineWrap(true);
		words.setWrapStyleWord(true);
		words.setFont(new JLabel().getFont());
		cancel.setName("cancel");
		cancel.addActionListener(e -> cancel());
		bar.setName("progress");
		bar.setPreferredSize(new Dimension(160, bar.getPreferredSize().height));
		JPanel right = new JPanel();
		right.add(bar);
		right.add(cancel);
		panel.setBorder(BorderFactory.createEmptyBorder(2, 8, 4, 4));
		panel.add(words, BorderLayout.CENTER);
		panel.add(right, BorderLayout.EAST);
		showIdle();
	}

	private static Thread daemon(Runnable task) {
		Thread thread = new Thread(task, "Annotomy study browser");
		thread.setDaemon(true);
		return thread;
	}

	public JComponent component() {
		return panel;
	}

	/** Whether work is under way that the user has asked for. */
	public boolean isBusy() {
		return running != null && !running.quiet;
	}

	/**
	 * Begins work that the user has asked for; refused in words while other such work is under way.
	 *
	 * @param done gets the result, on the event dispatch thread
	 */
	public <T> void run(String doing, Work<T> work, Consumer<T> done) {
		if (isBusy()) {
			tell("Something else is still under way. Wait, or cancel it.", true);
			return;
		}
		cancel();
		tell(doing, false);
		begin(new Running(false), work, done);
	}

	/** Begins work beside: it waits for work that the user has asked for, and gives way to any other that begins after it. */
	public <T> void runQuietly(Work<T> work, Consumer<T> done) {
		if (isBusy()) {
			waiting = () -> runQuietly(work, done);
			return;
		}
		cancel();
		begin(new Running(true), work, done);
	}

	private <T> void begin(Running task, Work<T> work, Consumer<T> done) {
		running = task;
		if (!task.quiet) showBusy();
		worker.execute(() -> {
			try {
				task.checkCancelled();
				T result = work.run(task);
				EventQueue.invokeLater(() -> end(task, () -> done.accept(result)));
			} catch (CancelledException e) {
				EventQueue.invokeLater(() -> end(task, () -> tell(task.quiet ? words.getText() : "Cancelled.", false)));
			} catch (Exception | LinkageError | OutOfMemoryError e) {
				EventQueue.invokeLater(() -> end(task, () -> tell(FailureWords.of(e), true)));
			}
		});
	}

	private void end(Running task, Runnable action) {
		if (running != task) return;
		running = null;
		showIdle();
		action.run();
		Runnable next = waiting;
		waiting = null;
		if (next != null && running == null) next.run();
	}

	/** Says something, in red if it is a problem. */
	public void tell(String text, boolean problem) {
		words.setText(text);
		words.setToolTipText(text.isEmpty() ? null : text);
		words.setForeground(problem ? PROBLEM : normal);
	}

	/** Cancels what is under way. */
	public void cancel() {
		if (running == null) return;
		running.cancelled = true;
		if (running.quiet) running = null;
		else tell("Cancelling…", false);
	}

	/** Cancels what is under way; no more work can be begun. */
	public void close() {
		cancel();
		worker.shutdown();
	}

	private void showBusy() {
		bar.setVisible(true);
		bar.setIndeterminate(true);
		cancel.setVisible(true);
	}

	private void showIdle() {
		bar.setVisible(false);
		cancel.setVisible(false);
	}

	/** One piece of work. */
	private final class Running implements Progress {

		private final boolean quiet;
		private volatile boolean cancelled;

		Running(boolean quiet) {
			this.quiet = quiet;
		}

		@Override
		public void update(double fraction, String doing) {
			if (quiet) return;
			EventQueue.invokeLater(() -> {
				if (running != this || cancelled) return;
				bar.setIndeterminate(fraction < 0);
				bar.setValue((int) (fraction * STEPS));
				tell(doing, false);
			});
		}

		@Override
		public boolean isCancelled() { return cancelled; }
	}
}
