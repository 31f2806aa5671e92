package org.annotomy.command.slide;

import org.annotomy.command.SessionCommand;
import org.annotomy.command.UsesSelection;
import org.annotomy.imagej.lab.FieldDesk;
import org.annotomy.ui.dialog.EventThread;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Menu entry for {@link FieldDesk#add}. */
@Plugin(type = Command.class, visible = false, label = "Add Counting Fields...", description = "Lays out fields to be counted one after the other, such as ten high power fields: within the selection, or around the middle of the view. A field counts as inspected from when it is finished; see Next Counting Field...")
public final class AddCountingFieldsCommand extends SessionCommand implements UsesSelection {

	@Parameter(label = "Area of a field (mm²)", persist = false, min = "0.000001", description = "Fields are squares. 0.237 mm² is a tenth of the 2.37 mm² of ten high power fields.")
	private double field_mm2 = FieldDesk.HIGH_POWER_FIELD_MM2;

	@Parameter(label = "Fields", persist = false, min = "0", max = "10000", description = "How many; 0: as many as the protocol's count still needs.")
	private int fields = 0;

	@Parameter(label = "Class", persist = false, required = false, description = "Key of the class that the fields get; empty: the class that the protocol counts within.")
	private String class_key = "";

	@Parameter(type = ItemIO.OUTPUT, label = "Added")
	private String added;

	@Override
	protected void execute() throws Exception {
		added = EventThread.call(() -> new FieldDesk(session()).add(field_mm2, fields, class_key));
	}
}
