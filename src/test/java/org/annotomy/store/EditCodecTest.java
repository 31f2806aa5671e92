package org.annotomy.store;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.Change;
import org.annotomy.annotation.Change.ProtocolChange;
import org.annotomy.annotation.RandomEdits;
import org.annotomy.annotation.protocol.Protocol;
import org.junit.Test;

public class EditCodecTest {

	private static List<byte[]> write(List<Change> changes) throws IOException {
		List<byte[]> payloads = new ArrayList<>();
		EditCodec.write(new EditSummary(1, 1, 5, List.of("Edit")), changes, payloads::add, () -> {});
		return payloads;
	}

	private static List<Change> read(List<byte[]> payloads) throws IOException {
		EditCodec.Assembler assembler = new EditCodec.Assembler(Protocol.NONE);
		for (byte[] payload : payloads)
			assembler.add(payload);
		return assembler.changes();
	}

	/** What a journal remembers of an edit: the after-states, and of protocols which one. */
	private static List<Object> afterStates(List<Change> changes) {
		NetChanges net = new NetChanges();
		net.add(new EditSummary(1, 1, 0, List.of()), changes);
		List<Object> states = new ArrayList<>();
		for (Change change : net.snapshot().changes())
			states.add(change instanceof ProtocolChange c ? c.after().stamp() : change);
		return states;
	}

	@Test
	public void randomEditsOfEveryKindSurviveBitByBit() throws IOException {
		for (int seed = 0; seed < 30; seed++) {
			AnnotationDocument document = RandomEdits.emptyDocument();
			RandomEdits edits = new RandomEdits(seed);
			for (int i = 0; i < 40; i++) {
				List<Change> changes = edits.next(document).changes();
				assertEquals("seed " + seed, afterStates(changes), afterStates(read(write(changes))));
			}
		}
	}

	@Test
	public void damagedPayloadsAreRefusedInWordsOrReadAsSomethingButNeverHang() throws IOException {
		AnnotationDocument document = RandomEdits.emptyDocument();
		RandomEdits edits = new RandomEdits(7);
		List<Change> changes = new ArrayList<>();
		for (int i = 0; i < 20; i++)
			changes.addAll(edits.next(document).changes());
		byte[] payload = write(changes).get(0);
		Random random = new Random(7);
		int refused = 0;
		for (int i = 0; i < 500; i++) {
			byte[] damaged = payload.clone();
			damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
			try {
				read(List.of(damaged));
			} catch (IOException e) {
				refused++;
			}
		}
		assertTrue(refused + " of 500", refused > 300);
		assertThrows(IOException.class, () -> read(List.of(new byte[]{0, 1, 2})));
	}
}
