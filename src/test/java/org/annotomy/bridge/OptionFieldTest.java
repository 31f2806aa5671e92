package org.annotomy.bridge;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.stream.IntStream;

import javax.swing.JComboBox;
import javax.swing.JTextField;

import org.annotomy.command.display.ApplyPresetCommand;
import org.annotomy.command.object.ChangeClassCommand;
import org.annotomy.command.segment.RenameSegmentCommand;
import org.annotomy.command.spec.CommandSpec;
import org.annotomy.command.spec.Option;
import org.annotomy.command.study.OpenSampleChestCtCommand;
import org.annotomy.command.study.OpenStudyCommand;
import org.junit.Test;

import ij.ImagePlus;
import ij.process.ShortProcessor;

public class OptionFieldTest {

	private static final ImagePlus PLAIN = new ImagePlus("plain", new ShortProcessor(8, 8));

	private static Option option(Class<?> command, String key) {
		return CommandSpec.of(command).option(key).orElseThrow();
	}

	private static List<String> items(JComboBox<?> box) {
		return IntStream.range(0, box.getItemCount()).mapToObj(i -> String.valueOf(box.getItemAt(i))).toList();
	}

	@Test
	public void protocolsAreOfferedAndMayBeTyped() {
		OptionField field = new OptionField(option(OpenStudyCommand.class, "protocol"), List.of());
		JComboBox<?> box = (JComboBox<?>) field.component();
		assertTrue(items(box).toString(), items(box).contains("mammography-birads"));
		assertEquals("the default stays", "", field.text());
		box.setSelectedItem("onco-chest-ct");
		assertEquals("onco-chest-ct", field.text());
		box.getEditor().setItem("/data/my.protocol.json");
		assertEquals("typed and not yet entered", "/data/my.protocol.json", field.text());
	}

	@Test
	public void presetsAreThoseOfTheImage() {
		OptionField field = new OptionField(option(ApplyPresetCommand.class, "preset"), List.of(PLAIN));
		JComboBox<?> box = (JComboBox<?>) field.component();
		assertTrue(items(box).toString(), items(box).contains("Auto"));
	}

	@Test
	public void whereNothingCanBeOfferedATextIsTyped() {
		OptionField field = new OptionField(option(ChangeClassCommand.class, "class_key"), List.of(PLAIN));
		assertTrue(field.component() instanceof JTextField);
		assertEquals("", field.text());
	}

	@Test
	public void whatIsOpenedIsAskedBeforeHow() {
		assertEquals("path", CommandSpec.of(OpenStudyCommand.class).options().get(0).key());
		assertEquals("folder", CommandSpec.of(OpenSampleChestCtCommand.class).options().get(0).key());
		assertEquals("which segment, then how", "segment", CommandSpec.of(RenameSegmentCommand.class).options().get(1).key());
	}
}
